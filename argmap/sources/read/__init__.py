"""Readers of article files: plain text, Markdown, HTML, PDF.

What a format takes beyond the standard library comes with the extra ``sources`` and is imported when a file is read.
"""

from __future__ import annotations

from importlib import import_module

from argmap.sources.read.errors import MissingExtraError, SourceError
from argmap.sources.read.paragraph import Paragraph

__all__ = ["KINDS", "MOST_BYTES", "MissingExtraError", "Paragraph", "SourceError", "paragraphs", "plain"]

KINDS = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
}  # fmt: skip
"""The kinds of files by the ends of their names."""

MOST_BYTES = 50_000_000
"""How large a file may be."""


def plain(content: bytes, kind: str) -> str:
    """The text of an article's file, its paragraphs parted by blank lines; see :func:`paragraphs`."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs(content, kind))


def paragraphs(content: bytes, kind: str) -> list[Paragraph]:
    """The paragraphs of an article's file; those of a PDF with the labels of their pages ("3", "iv").

    Args:
        content: The whole file.
        kind: "text", "markdown", "html" or "pdf".

    Raises:
        SourceError: The file cannot be read; the message says why, and what to do.
        MissingExtraError: A package that the kind needs is not installed.
        ValueError: There is no such kind.
    """
    if kind not in KINDS.values():
        raise ValueError(f"there is no kind of source files {kind!r}")
    if len(content) > MOST_BYTES:
        raise SourceError(f"the file is larger than the {MOST_BYTES / 1e6:.0f} MB that are read; save its text alone")
    found: list[Paragraph] = import_module(f"argmap.sources.read.{kind}").paragraphs(content)
    return found
