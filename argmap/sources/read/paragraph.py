"""What a reader gives, and the tidying that all formats share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class Paragraph(NamedTuple):
    """A paragraph of an article, with no blank line in it, and the label of the page it begins on (PDF only)."""

    text: str
    page: str | None = None


def blocks(text: str) -> Iterator[str]:
    """The pieces of *text* that blank lines part, without white space around them; line ends are line feeds."""
    for block in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        if stripped := block.strip():
            yield stripped
