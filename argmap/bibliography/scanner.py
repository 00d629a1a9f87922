"""The grammar of one block of a ``.bib`` file, with the place of everything, and a way on after each fault.

As in BibTeX every brace counts, with a backslash before it and inside quotes too, and a quotation mark ends a value
only where no brace is open (Markey, "Tame the BeaST", 2009, part I). As in biber a ``%`` between the parts of an entry
begins a comment (btparse's ``bt_language``).
"""

from __future__ import annotations

import re

from argmap.bibliography.syntax import Block, Field, SyntaxFault, Term

_HEAD = re.compile(r"@\s*+([^\s{}(),=@#\"'%]*+)\s*+([{(]?)")
_SPACE = re.compile(r"(?:\s++|%[^\n]*+)*+")
_KEY = {"{": re.compile(r"[^\s,{}=]*+"), "(": re.compile(r"[^\s,{}=)]*+")}
_REST_OF_KEY = re.compile(r"[^,{}=\n]*+")
_FIELD = re.compile(r"([^\s\"#%'(),={}@]++)\s*+=\s*+")
# The field as nearly everybody writes it, up to its brace, and what comes behind its value.
_PLAIN_FIELD = re.compile(r"\s*+([^\s\"#%'(),={}@]++)\s*+=\s*+\{")
_COMMA = re.compile(r"\s*+,")
_WORD = re.compile(r"[^\s\"#%'(),={}@]++")
_BRACE = re.compile(r"[{}]")
_MARK_IN_QUOTES = re.compile(r"[\"{}]")
# What can only be the beginning of a field or of the next entry, wherever a fault left the scanner.
_FIELD_AHEAD = r"([A-Za-z][\w:+.-]*+\s*+=\s*+[\"{\w])"
_ENTRY_AHEAD = r"(@[A-Za-z][\w-]*+[ \t]*+[{(][ \t]*+[^\s,{}()=]++[ \t]*+,)"
_AHEAD = re.compile(rf"[,\n][ \t]*+{_FIELD_AHEAD}|{_ENTRY_AHEAD}")
_ENTRY = re.compile(_ENTRY_AHEAD)
_FIELD_AFTER_BRACE = re.compile(rf"\}}\s*+,\s*+{_FIELD_AHEAD}")


def brace_pairs(text: str) -> dict[int, int]:
    """The place of the closing brace by that of its opening one; one that is never closed is not in it.

    What stands before an opening brace does not matter to its pair, so the pairs hold wherever reading begins.
    """
    pairs: dict[int, int] = {}
    open: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            open.append(brace.start())
        elif open:
            pairs[open.pop()] = brace.start()
    return pairs


def scan(text: str, pairs: dict[int, int], start: int, limit: int, faults: list[SyntaxFault]) -> Block:
    """The block that begins with the ``@`` at *start* and ends before *limit*; what is wrong with it joins *faults*."""
    return _Scanner(text, pairs, start, limit, faults).block()


class _Unreadable(Exception):  # noqa: N818 -- it never leaves this module
    """A field that cannot be read, and from where to look for the next."""

    def __init__(self, fault: SyntaxFault, resume: int) -> None:
        self.fault = fault
        self.resume = resume


class _Scanner:
    def __init__(self, text: str, pairs: dict[int, int], start: int, limit: int, faults: list[SyntaxFault]) -> None:
        self.text = text
        self.pairs = pairs
        self.start = self.position = start
        self.limit = limit
        self.faults = faults
        self.complete = True

    def block(self) -> Block:
        head = _HEAD.match(self.text, self.start, self.limit)
        if head is None:
            raise ValueError("a block begins with '@'")
        type, opener = head[1].lower(), head[2]
        self.position = head.end()
        if not opener:
            if type != "comment":
                self.fault(self.start, head.end(1), f"'{{' is missing after '@{head[1]}'")
            return Block("comment", "", self.start, self.start, self.position, (), False)
        self.opening = head.start(2)
        self.closer = "}" if opener == "{" else ")"
        self.bound = min(self.pairs.get(self.opening, self.limit), self.limit)
        # Where the block's own brace does not close, one within may have taken the brace that was meant for it.
        self.suspect = opener == "{" and self.bound == self.limit
        key, key_start = "", self.position
        fields: list[Field] = []
        if type == "comment":
            self.comment()
        elif type == "preamble":
            fields = self.preamble()
        elif type == "string":
            self.fields(fields)
        else:
            if not type:
                self.fault(self.start, self.position, "this entry has no type", "write for example '@article{'")
            key, key_start = self.key(opener)
            self.fields(fields)
        return Block(type, key, key_start, self.start, self.position, tuple(fields), self.complete)

    def fault(self, start: int, end: int, message: str, help: str | None = None) -> None:
        self.faults.append(SyntaxFault(start, end, message, help))

    def skip(self) -> str:
        """Pass over white space and comments; what follows them, empty at the end."""
        space = _SPACE.match(self.text, self.position, self.limit)
        if space is not None:
            self.position = space.end()
        return self.text[self.position] if self.position < self.limit else ""

    def comment(self) -> None:
        end = self.bound if self.closer == "}" else self.text.find(")", self.position, self.limit)
        if end in (-1, self.limit):
            self.fault(self.opening, self.opening + 1, "this comment is not closed before the next '@'")
            end = self.limit - 1
        self.position = end + 1

    def preamble(self) -> list[Field]:
        """Its value, as a field without a name."""
        self.skip()
        try:
            field = Field("", self.position, self.value("this preamble"))
            if self.skip() != self.closer:
                raise self.unexpected(f"'{self.closer}'", self.position)
        except _Unreadable as unreadable:
            self.faults.append(unreadable.fault)
            self.position = min(self.bound + 1, self.limit)
            return []
        self.position += 1
        return [field]

    def key(self, opener: str) -> tuple[str, int]:
        self.skip()
        start = self.position
        end = self.match_end(_KEY[opener])
        following = self.skip()
        if start == end or following == "=":
            self.position = start + (following == "," and start == end)
            self.fault(self.opening, self.opening + 1, "this entry has no key", "write '{key,' before the first field")
            return "", start
        if following in ("", ",", self.closer) or _ENTRY.match(self.text, self.position, self.limit):
            self.position += following == ","
        elif _FIELD.match(self.text, self.position, self.limit):
            self.fault(end, end + 1, f"a comma is missing after the key '{self.text[start:end]}'")
        else:
            end = start + len(self.text[start : self.match_end(_REST_OF_KEY)].rstrip())
            self.fault(start, end, f"white space in the key '{self.text[start:end]}'", "join its words with '-'")
            self.position += self.skip() == ","
        return self.text[start:end], start

    def match_end(self, pattern: re.Pattern[str]) -> int:
        """Pass over what *pattern* matches, perhaps nothing."""
        match = pattern.match(self.text, self.position, self.limit)
        if match is not None:
            self.position = match.end()
        return self.position

    def fields(self, fields: list[Field]) -> None:
        """Read fields up to the end of the block; after one that cannot be read go on with the next that can."""
        while True:
            try:
                self.plain_fields(fields)
                if self.at_end(fields):
                    return
                fields.append(self.field())
            except _Unreadable as unreadable:
                self.faults.append(unreadable.fault)
                self.complete = False
                if not self.recover(unreadable.resume):
                    return

    def plain_fields(self, fields: list[Field]) -> None:
        """Read fields in braces with a comma behind them, as long as there are such: only what is quick to see."""
        if self.suspect:
            return
        text, limit, position = self.text, self.limit, self.position
        while match := _PLAIN_FIELD.match(text, position, limit):
            start = match.end() - 1
            closing = self.pairs.get(start, limit)
            comma = _COMMA.match(text, closing + 1, limit) if closing < self.bound else None
            if comma is None:
                break
            fields.append(
                Field(match[1], match.start(1), (Term(text[start + 1 : closing], False, start, closing + 1),))
            )
            position = comma.end()
        self.position = position

    def recover(self, resume: int) -> bool:
        """Go to the next field or entry from *resume* on; False where there is none: then to the end of the block."""
        ahead = _AHEAD.search(self.text, resume, self.bound)
        if ahead is None and (ahead := _FIELD_AFTER_BRACE.match(self.text, self.bound, self.limit)):
            self.bound = self.limit
        self.position = ahead.start(ahead.lastindex or 0) if ahead else min(self.bound + 1, self.limit)
        return ahead is not None

    def at_end(self, fields: list[Field]) -> bool:
        following = self.skip()
        if not following or _ENTRY.match(self.text, self.position, self.limit):
            if self.complete:
                message = f"'{self.closer}' is missing at the end of this block"
                if fields:
                    message += f", after the field '{fields[-1].name}'"
                self.fault(self.opening, self.opening + 1, message)
            self.complete = False
            return True
        if following != self.closer:
            return False
        field_after = _FIELD_AFTER_BRACE.match(self.text, self.position, self.limit)
        if field_after is None:
            self.position += 1
            return True
        self.fault(self.position, self.position + 1, "this brace closes the entry, but more fields follow", "delete it")
        self.position, self.bound = field_after.start(1), self.limit
        return False

    def field(self) -> Field:
        text = self.text
        match = _FIELD.match(text, self.position, self.limit)
        if match is None:
            raise self.unexpected(f"a field or '{self.closer}'", self.position)
        self.position = match.end()
        terms = self.value(f"'{match[1]}'")
        following = self.skip()
        if following == ",":
            self.position += 1
        elif following and following != self.closer and not _ENTRY.match(text, self.position, self.limit):
            first, last = terms[0], terms[-1]
            if _AHEAD.search(text, first.start, last.end):
                raise self.unclosed(first.start, f"'{match[1]}'")
            if not _FIELD.match(text, self.position, self.limit):
                raise self.unexpected(f"',' or '{self.closer}' after the value of '{match[1]}'", last.end)
            self.fault(last.end, last.end + 1, f"a comma is missing after the value of '{match[1]}'")
        return Field(match[1], match.start(), terms)

    def value(self, owner: str) -> tuple[Term, ...]:
        text, terms = self.text, []
        following = self.skip()
        while True:
            start = self.position
            if following == "{":
                self.position = self.end_of_braces(owner)
                terms.append(Term(text[start + 1 : self.position - 1], False, start, self.position))
            elif following == '"':
                self.position = self.end_of_quotes(owner)
                terms.append(Term(text[start + 1 : self.position - 1], False, start, self.position))
            elif word := _WORD.match(text, start, self.limit):
                self.position = word.end()
                terms.append(Term(word[0], not word[0].isdecimal(), start, self.position))
            else:
                fault = SyntaxFault(start, start + 1, f"a value is missing for {owner}", "write it in braces: {...}")
                raise _Unreadable(fault, start)
            if self.skip() != "#":
                return tuple(terms)
            self.position += 1
            following = self.skip()

    def end_of_braces(self, owner: str) -> int:
        start = self.position
        closing = self.pairs.get(start, self.limit)
        if closing >= self.bound or (self.suspect and _AHEAD.search(self.text, start, closing)):
            raise self.unclosed(start, owner)
        return closing + 1

    def end_of_quotes(self, owner: str) -> int:
        position = self.position + 1
        while mark := _MARK_IN_QUOTES.search(self.text, position, self.bound):
            if mark[0] == '"':
                return mark.end()
            closing = self.pairs.get(mark.start(), self.limit)
            if mark[0] == "}" or closing >= self.bound:
                break
            position = closing + 1
        raise self.unclosed(self.position, owner)

    def unclosed(self, start: int, owner: str) -> _Unreadable:
        ahead = _AHEAD.search(self.text, start, self.bound)
        escaped = self.text.find("\\{", start, ahead.start() if ahead else self.bound) >= 0
        mark = "brace" if self.text[start] == "{" else "quotation mark"
        message = f"the {mark} that opens the value of {owner} is not closed"
        return _Unreadable(SyntaxFault(start, start + 1, message, _BRACES if escaped else None), start + 1)

    def unexpected(self, wanted: str, end: int) -> _Unreadable:
        start = self.position
        written = self.text[start : min(start + 20, self.limit)].split("\n", 1)[0].rstrip()
        help = {"\\}": _BRACES, '\\"': _QUOTES}.get(self.text[end - 2 : end])
        fault = SyntaxFault(start, start + len(written), f"expected {wanted}, found '{written}'", help)
        return _Unreadable(fault, start)


_BRACES = "a brace counts with a backslash before it too: write \\{ and \\} in pairs, or \\lbrace and \\rbrace"
_QUOTES = "a quotation mark ends the value with a backslash before it too: put the letter and its accent in braces"
