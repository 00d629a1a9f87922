"""The list of names at the end of the page on the Python API, made from their docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import argmap

_MARK = "## Every name\n"
_ROLE = re.compile(r":[a-z]+:`~?([^`]*)`")


def api_page() -> str:
    """The page, with the list anew."""
    page = (Path(__file__).parent / "api.md").read_text(encoding="utf-8")
    kept = page.partition(_MARK)[0]
    return kept + _MARK + "\n" + "\n".join(_names()) + "\n"


def _names() -> Iterator[str]:
    yield "`help(argmap.NAME)` says the arguments, what is returned and what is raised."
    yield ""
    yield "| name | what it is |"
    yield "| --- | --- |"
    for name in argmap.__all__:
        if name != "__version__":
            yield f"| `{_signature(name)}` | {_summary(name)} |"


def _thing(name: str) -> object:
    """What the name stands for; where a package has it too, the function."""
    return getattr(import_module(argmap._HOMES[name]), name)


def _signature(name: str) -> str:
    thing = _thing(name)
    if inspect.isclass(thing):
        return name
    given = inspect.signature(thing).parameters.values()  # type: ignore[arg-type]
    shown = [f"**{each.name}" if each.kind is each.VAR_KEYWORD else each.name for each in given]
    keywords = [index for index, each in enumerate(given) if each.kind is each.KEYWORD_ONLY]
    if keywords:
        shown.insert(keywords[0], "*")
    return f"{name}({', '.join(shown)})"


def _summary(name: str) -> str:
    thing = _thing(name)
    words = " ".join(inspect.cleandoc(thing.__doc__ or "").partition("\n\n")[0].split())
    if inspect.isclass(thing) and issubclass(thing, Enum):
        words += f" `{'`, `'.join(str(each.value) for each in thing)}`"
    return _ROLE.sub(r"`\1`", words).replace("``", "`").replace("|", "\\|")
