"""The text of a Markdown file: what a page made of it shows."""

from __future__ import annotations

from argmap.extras import extra
from argmap.sources.read.decode import decoded
from argmap.sources.read.errors import SourceError
from argmap.sources.read.html import of_text
from argmap.sources.read.paragraph import Paragraph

MOST_BYTES = 1_000_000
"""How large a file may be: brackets that close nothing take five seconds for 200 kB."""


def paragraphs(content: bytes) -> list[Paragraph]:
    """The paragraphs, headings and list items of a file in CommonMark, which may have tables and front matter.

    Raises:
        SourceError: It is larger than ``MOST_BYTES``, or not in UTF-8, nor in UTF-16 with a mark.
        MissingExtraError: The extra ``sources`` is not installed.
    """
    if len(content) > MOST_BYTES:
        raise SourceError(
            f"the file is larger than the {MOST_BYTES / 1e6:.0f} MB of Markdown that are read; save it as a text file"
        )
    markdown = (
        extra("sources", "markdown_it", "reading Markdown").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    )
    return of_text(markdown.render(_without_front_matter(decoded(content))))


def _without_front_matter(text: str) -> str:
    lines = text.replace("\r\n", "\n")
    if not lines.startswith("---\n"):
        return text
    end = lines.find("\n---\n", 3)
    return text if end < 0 else lines[end + 5 :]
