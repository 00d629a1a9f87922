"""Articles as their readers give them, in one text."""

from argmap.sources.read import paragraphs


def plain(content: bytes, kind: str) -> str:
    """The text of an article's file, its paragraphs parted by blank lines."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs(content, kind))
