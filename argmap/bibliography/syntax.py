"""What the scanner finds in a ``.bib`` file, before strings and white space are resolved."""

from __future__ import annotations

from typing import NamedTuple


class SyntaxFault(NamedTuple):
    """Something that does not fit the grammar, and where."""

    start: int
    end: int
    message: str
    help: str | None = None


class Term(NamedTuple):
    """One part of a value: the text between braces or quotes, a number, or else the name of a string."""

    text: str
    is_name: bool
    start: int
    end: int


class Field(NamedTuple):
    """A field as it is written; its value is its terms one after the other."""

    name: str
    start: int
    terms: tuple[Term, ...]


class Block(NamedTuple):
    """A block as it is written; *complete* is False where part of it could not be read."""

    type: str
    key: str
    key_start: int
    start: int
    end: int
    fields: tuple[Field, ...]
    complete: bool
