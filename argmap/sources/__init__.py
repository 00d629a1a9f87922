"""Article texts: where an anchor stands in one, and what wording is taken from it."""

from argmap.sources.text import SourceText

__all__ = ["SourceText"]
