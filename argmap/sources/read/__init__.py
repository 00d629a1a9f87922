"""Readers of article files: plain text, Markdown, HTML, PDF.

What a format takes beyond the standard library comes with the extra ``sources`` and is imported when a file is read.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from argmap.sources.read.errors import SourceError
from argmap.sources.read.paragraph import Paragraph

__all__ = ["KINDS", "MOST_BYTES", "READERS", "Paragraph", "SourceError", "paragraphs"]

READERS = {
    "text": "argmap.sources.read.text",
    "markdown": "argmap.sources.read.markdown",
    "html": "argmap.sources.read.html",
    "pdf": "argmap.sources.read.pdf",
}
"""The module of each kind's reader."""

KINDS = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
}  # fmt: skip
"""The kinds of files by the ends of their names."""

MOST_BYTES = 50_000_000
"""How large a file may be."""


def paragraphs(content: bytes, kind: str) -> list[Paragraph]:
    """The paragraphs of an article's file; those of a PDF with the labels of their pages ("3", "iv").

    Args:
        content: The whole file.
        kind: "text", "markdown", "html" or "pdf".

    Raises:
        SourceError: The file cannot be read; the message says why, and what to do.
        MissingExtraError: The kind takes the extra ``sources``, which is not installed.
        ValueError: There is no such kind.
    """
    if kind not in READERS:
        raise ValueError(f"there is no kind of source files {kind!r}")
    if len(content) > MOST_BYTES:
        raise SourceError(f"the file is larger than the {MOST_BYTES / 1e6:.0f} MB that are read; save its text alone")
    reader: Callable[[bytes], list[Paragraph]] = import_module(READERS[kind]).paragraphs
    return reader(content)
