"""From the text of a ``.bib`` file to its bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.bibliography.blocks import Blocks
from argmap.bibliography.lines import Lines
from argmap.bibliography.model import Bibliography, Entry, Preamble, String
from argmap.bibliography.scanner import brace_pairs, scan
from argmap.bibliography.strings import MOST_EXPANSION, Strings
from argmap.bibliography.syntax import Block, Field, SyntaxFault
from argmap.model import Fault, Related

SYNTAX, DUPLICATE_KEY = "bibliography-syntax", "duplicate-reference"
DUPLICATE_FIELD, UNDEFINED_STRING = "duplicate-field", "undefined-string"
"""The rules of what the reader finds, by name."""


def read(text: str, file: str) -> Bibliography:
    """Read the text of a ``.bib`` file; *file* is its name for the findings.

    Nothing is raised, whatever the text: what does not parse is in its faults, and everything
    around it is read. Time and memory grow with the length of the text.

    Example:
        >>> read("@online{un2023, title = {Report}, year = 2023}", "references.bib").entries["un2023"].fields
        {'title': 'Report', 'year': '2023'}
    """
    return _Reader(text, file).read()


def blocks(text: str, lines: Lines, faults: list[SyntaxFault]) -> Iterator[Block]:
    """The blocks of *text* as they are written, in their order; what is wrong with them joins *faults*."""
    pairs = brace_pairs(text)
    places = Blocks(text, lines)
    position = 0
    while place := places.next(position):
        block = scan(text, pairs, *place, faults)
        position = block.end
        yield block


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = Lines(text)
        self.faults: list[Fault] = []
        self.strings = Strings()
        self.definitions: list[String] = []
        self.preambles: list[Preamble] = []
        self.entries: dict[str, Entry] = {}
        self.spellings: dict[str, str] = {}

    def read(self) -> Bibliography:
        faults: list[SyntaxFault] = []
        for block in blocks(self.text, self.lines, faults):
            self.take(block)
        for start, end, message, help in faults:
            self.report(SYNTAX, message, start, end, help)
        self.faults.sort(key=lambda fault: fault.span)
        return Bibliography(
            self.file,
            self.text,
            self.entries,
            tuple(self.definitions),
            tuple(self.preambles),
            tuple(self.faults),
        )

    def report(
        self,
        rule: str,
        message: str,
        start: int,
        end: int,
        help: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.faults.append(Fault(rule, message, self.lines.span(start, end), help, related=related))

    def take(self, block: Block) -> None:
        source = self.text[block.start : block.end].rstrip()
        if block.type == "string":
            for field in block.fields:
                used = self.used(field)
                value = self.value(field, self.strings.define(field.name, field.terms))
                self.definitions.append(String(field.name.lower(), value, source, block.start, used))
        elif block.type == "preamble":
            used = tuple(name for field in block.fields for name in self.used(field))
            self.preambles.append(Preamble(source, block.start, used))
        elif block.type != "comment" and block.key:
            self.take_entry(block, source)

    def take_entry(self, block: Block, source: str) -> None:
        fields: dict[str, str] = {}
        offsets: dict[str, tuple[int, int]] = {}
        strings: dict[str, None] = {}
        for field in block.fields:
            name = field.name.lower()
            if used := self.used(field):
                strings.update(dict.fromkeys(used))
            if name in fields:
                message = f"'{block.key}' has the field '{name}' twice; only the first counts"
                first = Related("the field that counts", self.file, self.lines.span(*offsets[name]))
                end = field.start + len(name)
                self.report(DUPLICATE_FIELD, message, field.start, end, "delete one of the two", (first,))
            else:
                fields[name] = self.value(field, self.strings.evaluate(field.terms))
                offsets[name] = field.terms[0].start, field.terms[-1].end
        entry = Entry(
            block.key,
            block.type,
            fields,
            source,
            block.start,
            offsets,
            tuple(strings),
            block.complete,
            block.key_start,
            self.lines,
        )
        folded = block.key.casefold()
        if folded in self.spellings:
            self.report_duplicate(entry, self.entries[self.spellings[folded]])
        self.spellings.setdefault(folded, entry.key)
        self.entries.setdefault(entry.key, entry)

    def report_duplicate(self, entry: Entry, first: Entry) -> None:
        message, help = f"another entry has the key '{entry.key}'", "delete one of the two, or change its key"
        if entry.key != first.key:
            message = f"the keys '{first.key}' and '{entry.key}' differ in case only"
            help = "change one of the two: BibTeX takes them for the same"
        related = (Related("the first of the two", self.file, first.span),)
        self.faults.append(Fault(DUPLICATE_KEY, message, entry.span, help, related=related))

    def used(self, field: Field) -> tuple[str, ...]:
        """The names of the strings that *field* uses; those that are not defined are reported."""
        names = [term for term in field.terms if term.is_name]
        if not names:
            return ()
        for name in names:
            if name.text not in self.strings:
                message = f"the string '{name.text}' is not defined before this line"
                help = self.strings.suggestion(name.text) or "put the text in braces, or define it with @string"
                self.report(UNDEFINED_STRING, message, name.start, name.end, help)
        return tuple([name.text.lower() for name in names])

    def value(self, field: Field, value: str | None) -> str:
        """*value*, which is None where it got too long: then that is reported."""
        if value is None:
            message = f"the strings of this file add up to more than {MOST_EXPANSION:,} characters"
            start, end = field.terms[0].start, field.terms[-1].end
            self.report(SYNTAX, message, start, end, "does a string contain others many times?")
        return value or ""
