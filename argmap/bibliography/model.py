"""What a ``.bib`` file holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.bibliography.lines import Lines
from argmap.model import Fault, Span


class String(NamedTuple):
    """An ``@string`` definition: its name in lower case, its value, its own text and where that begins."""

    name: str
    value: str
    source: str
    offset: int
    strings: tuple[str, ...] = ()
    """The names of the strings that its value is made of."""


class Preamble(NamedTuple):
    """A ``@preamble``: its own text, where that begins, and the strings that it is made of."""

    source: str
    offset: int
    strings: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A reference.

    Attributes:
        key: The citation key as it is written; keys are told apart by case.
        type: The entry type in lower case, without the ``@``.
        fields: Values by field name in lower case, in the order of the file: strings and concatenations are
            resolved, the outer braces or quotes are gone, inner ones stay, white space is single spaces.
            What a parent (``crossref``, ``xdata``) would lend is not among them.
        source: The text of the entry as it stands in the file, from ``@`` to the closing brace.
        offset: Where *source* begins in the file's text, in code points.
        offsets: Where each field's value begins and ends there.
        strings: The names of the ``@string`` definitions that it uses, in lower case.
        complete: False where part of it could not be read, so that a field that is not in *fields* may be
            there all the same.
        key_offset: Where the key begins in the file's text.
        lines: The lines of that text.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    source: str
    offset: int
    offsets: Mapping[str, tuple[int, int]]
    strings: tuple[str, ...]
    complete: bool
    key_offset: int
    lines: Lines

    @property
    def span(self) -> Span:
        """Where the key stands."""
        return self.lines.span(self.key_offset, self.key_offset + len(self.key))

    def place(self, field: str) -> Span:
        """Where the value of *field* stands; for a field that the entry lacks, where its key stands."""
        if field not in self.offsets:
            return self.span
        return self.lines.span(*self.offsets[field])


# The fields that name other entries (BibLaTeX manual, section 2.2.3).
RELATIONS = ("crossref", "xref", "xdata", "entryset", "related")


def named_keys(entry: Entry, field: str) -> list[str]:
    """The keys in a *field* of *entry* that holds a list of them."""
    value = entry.fields.get(field)
    return [key for key in map(str.strip, value.split(",")) if key] if value else []


class Bibliography(NamedTuple):
    """A ``.bib`` file as read.

    Attributes:
        file: Its name.
        text: Its text.
        entries: The entries by key, in the order of the file; of several with one key the first.
        strings: Its ``@string`` definitions.
        preambles: Its ``@preamble`` blocks.
        faults: What is wrong with its text.
    """

    file: str
    text: str
    entries: Mapping[str, Entry]
    strings: tuple[String, ...] = ()
    preambles: tuple[Preamble, ...] = ()
    faults: tuple[Fault, ...] = ()
