"""One entry of a map file in canonical style, and what that style says of the list or mapping that it stands in.

A *path* leads through the data of a file: ``("nodes", ID, "supported_by", 0)``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from argmap.formats.native.grammar.keys import NOTHING, TOP, Layout, Table
from argmap.formats.native.style.layout import Styler, below
from argmap.formats.native.style.pieces import pieces
from argmap.text.dump import dump_data
from argmap.text.spell import spell


def entry_lines(path: tuple[Any, ...], value: Any, pad: str) -> list[str]:
    """The lines of one entry in canonical layout.

    Args:
        path: Where it stands in the file; it ends with its key, or with its index in a list.
        value: The data that it holds.
        pad: The white space that its lines begin with.

    Returns:
        The lines.
    """
    layout, place = _layout_at(path[:-1])
    top, _ = pieces(dump_data({path[-1]: value} if isinstance(path[-1], str) else [value]))
    entry = next(iter(top.entries or ()))
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return list(Styler(None).entry(entry, pad, *below(layout, place, entry), key))


def flow_text(path: tuple[Any, ...], value: Any) -> str:
    """*value*, which stands at *path* in the file, in one line as it is written within brackets or braces."""
    key = path[-1] if isinstance(path[-1], str) else "item"
    top, _ = pieces(dump_data({key: value}))
    text = Styler(None).flow(next(iter(top.entries or ())).value, *_layout_at(path))
    return _flow(value) if text is None else text


def _flow(value: Any) -> str:
    """*value* within brackets or braces, whatever canonical layout would rather have in lines."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{spell(key, flow=True)}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return spell(value, flow=True) if isinstance(value, str) else json.dumps(value)


def _layout_at(path: tuple[Any, ...]) -> tuple[Layout, Table]:
    """How the list or mapping at *path* is laid out."""
    layout, place = Layout.VALUE, TOP
    for part in path:
        if isinstance(part, str):
            key = place.get(part)
            layout, place = (Layout.VALUE, NOTHING) if key is None else (key.layout, key.table or NOTHING)
        else:
            layout = Layout.STEP if layout is Layout.STEPS else Layout.VALUE
    return layout, place


def key_order(path: tuple[Any, ...]) -> Mapping[str, int]:
    """The canonical order of the keys of the mapping at *path*; empty where they are names of people's own."""
    return _layout_at(path)[1].order


def wrapped_key(path: tuple[Any, ...]) -> str | None:
    """The key that a text at *path* stands for, where a mapping could stand there; None where none could."""
    return _layout_at(path)[1].wrapped


def takes_list(path: tuple[Any, ...]) -> bool:
    """Whether what stands at *path* is a list, or one thing that stands for a list of it."""
    return bool(path) and isinstance(path[-1], str) and _layout_at(path)[0] in (Layout.ITEMS, Layout.ROWS, Layout.STEPS)


def in_sections(path: tuple[Any, ...]) -> bool:
    """Whether blank lines part the entries of what stands at *path*."""
    return not path or _layout_at(path)[0] is Layout.SECTIONS
