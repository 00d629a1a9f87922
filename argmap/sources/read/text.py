"""Plain text, as it stands."""

from __future__ import annotations

from argmap.sources.read.decode import decoded
from argmap.sources.read.paragraph import Paragraph, blocks


def paragraphs(content: bytes) -> list[Paragraph]:
    """The paragraphs, their lines kept. Raises SourceError for what is neither UTF-8 nor UTF-16 with a mark."""
    return [Paragraph(block) for block in blocks(decoded(content))]
