"""One canonical style for map files: the graph and every comment stay, and styling twice changes nothing more."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.errors import ArgmapError
from argmap.formats.native.document import Document
from argmap.formats.native.grammar.keys import TOP, Layout
from argmap.formats.native.read.load import load
from argmap.formats.native.style.layout import GENERATED, Styler, spaced
from argmap.formats.native.style.pieces import PieceValue, pieces
from argmap.text.comments import comments
from argmap.text.edit import Offsets


class StyleError(ArgmapError, ValueError):
    """A file that cannot be laid out anew; its text says why."""


def style(text: str, texts: Mapping[str, str] | None = None) -> str:
    """*text* in canonical layout.

    Args:
        text: The text of a map or comparison.
        texts: Texts of nodes by id (in a comparison by ``map:id``), to be written beside the ids in comments that
            begin with ``#=``, an id a line; those that are there are replaced, and with an empty mapping removed. None
            leaves them as they are.

    Returns:
        The same graph in another text; JSON as it is.

    Raises:
        StyleError: The file has faults, or something of it would be lost.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    before = load(text, "")
    if before.faults or before.content is None:
        raise StyleError("it has faults")
    if text.lstrip().startswith("{"):
        return text
    styled = lay_out(text, texts)
    if styled == text:
        return text
    after = load(styled, "")
    if after.faults or after.content != before.content:
        raise StyleError("its graph would change")
    if _comments(after) != _comments(before):
        raise StyleError("a comment would be lost")
    return styled


def lay_out(text: str, texts: Mapping[str, str] | None = None) -> str:
    """The layout that :func:`style` gives to YAML without faults, not checked."""
    top, rest = pieces(text)
    if texts is not None:
        _drop_remarks(top)
    lines = [*Styler(texts).block(top, TOP, "", Layout.VALUE), *rest]
    return "\n".join(lines).strip("\n") + "\n"


def _comments(document: Document) -> list[str]:
    listed = comments(document.text, document.tree, Offsets(document.text)) if document.tree else ()
    return sorted(spaced(comment.text) for comment in listed if not comment.text.startswith(GENERATED))


def _drop_remarks(value: PieceValue) -> None:
    for entry in value.entries or ():
        if spaced(entry.trail).startswith(GENERATED):
            entry.trail = ""
        _drop_remarks(entry.value)
