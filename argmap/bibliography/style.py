"""The layout of a ``.bib`` file: what stands between the tokens changes, and what they say does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.bibliography.lines import Lines
from argmap.bibliography.model import Bibliography
from argmap.bibliography.order import sorted_text
from argmap.bibliography.reader import DUPLICATE_KEY, SYNTAX, blocks, read
from argmap.bibliography.syntax import Block, Field
from argmap.errors import ArgmapError

_INDENT = "  "
_BOM = "\ufeff"
_OPENER = re.compile(r"[^{(]*+[{(]")
_COMMENT_OR_LINE_END = re.compile(r"%[^\n]*+|\n")
_COMMENT_BEHIND = re.compile(r"[ \t]*+(%[^\n]*+)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")
_SPACE = " \t\r\n"


class BibliographyStyleError(ArgmapError, ValueError):
    """Why a file cannot be laid out."""


def style(bibliography: Bibliography) -> str:
    """The text of *bibliography* in the layout that `argmap bib fmt` writes.

    A field has its line, indented by two spaces, with ``name = value`` and a comma; types and names of fields are in
    lower case; a blank line stands between two entries, and they are sorted by their keys (a parent comes after its
    children, and each part between ``@string`` and ``@preamble`` is sorted for itself) unless two have the same. Values
    stay to the letter, except that a ``#`` between terms has a space on either side. Comments stay; a block with a
    comment elsewhere than between two fields stays as it is, and so does what is no block. Laying out twice is the same
    as once.

    Raises:
        BibliographyStyleError: The file has faults of syntax, so that nobody knows where its entries end.
    """
    fault = next((fault for fault in bibliography.faults if fault.rule == SYNTAX), None)
    if fault is not None:
        raise BibliographyStyleError(f"line {fault.span.line}: {fault.message}" if fault.span else fault.message)
    bom = _BOM if bibliography.text.startswith(_BOM) else ""
    text = _laid_out(bibliography.text.removeprefix(_BOM))
    # Which of two entries of one key is meant is the first, so neither moves.
    if all(fault.rule != DUPLICATE_KEY for fault in bibliography.faults):
        in_order = sorted_text(read(text, bibliography.file))
        text = text if in_order is None else _laid_out(in_order)
    if _content(read(text, bibliography.file)) != _content(bibliography):
        raise BibliographyStyleError("its entries could change")
    return bom + text


def _content(bibliography: Bibliography) -> tuple[object, ...]:
    """What the file says, whatever the order of its entries."""
    entries = {key: (entry.type, entry.fields) for key, entry in bibliography.entries.items()}
    strings = [(string.name, string.value) for string in bibliography.strings]
    return entries, strings, len(bibliography.preambles), sorted(fault.rule for fault in bibliography.faults)


def _laid_out(text: str) -> str:
    laid_out = "".join(_parts(text)).rstrip(_SPACE).lstrip("\n")
    return f"{laid_out}\n" if laid_out else ""


def _parts(text: str) -> Iterator[str]:
    """The blocks, and between them what is none."""
    done = 0
    before: Block | None = None
    for block in blocks(text, Lines(text), []):
        opener = _OPENER.match(text, block.start, block.end)
        if opener is not None:  # else it is a comment that a line without braces makes
            yield _between(text[done : block.start], before, block)
            yield _block(text, block, opener.end())
            before, done = block, block.end
    yield _between(text[done:], before, None)


def _between(text: str, before: Block | None, after: Block | None) -> str:
    """What stands between two blocks: inside all stays, at the ends the white space is that of the layout."""
    behind = ""
    if before is not None and (comment := _COMMENT_BEHIND.match(text)):
        behind, text = f" {comment[1].rstrip()}", text[comment.end() :]
    core = text.strip(_SPACE)
    if not core:
        are_strings = before is not None and after is not None and before.type == after.type == "string"
        return f"{behind}\n" if are_strings and not _BLANK_LINE.search(text) else f"{behind}\n\n"
    start = text.index(core)
    indentation = text[:start].rpartition("\n")[2] if before is None or "\n" in text[:start] else ""
    apart = after is None or _BLANK_LINE.search(text, start + len(core))
    return "".join((behind, "\n\n", indentation, core, "\n\n" if apart else "\n"))


def _block(text: str, block: Block, start: int) -> str:
    """The block, whose inside begins at *start*, in the layout."""
    is_entry = block.type not in ("string", "preamble")
    if block.type == "comment" or _is_odd(text, block, start, is_entry):
        return text[block.start : block.end]
    if not is_entry:
        return f"@{block.type}{{{_field(text, block.fields[0], block.type == 'string')}}}"
    return "".join(_entry(text, block))


def _is_odd(text: str, block: Block, start: int, is_entry: bool) -> bool:
    """Whether it has comments where the layout has no place for them."""
    gaps = [(start, block.key_start)] if is_entry else []
    for field in block.fields:
        begins = [field.start if is_entry else start, *(term.end for term in field.terms)]
        ends = [*(term.start for term in field.terms), field.terms[-1].end if is_entry else block.end]
        gaps += zip(begins, ends, strict=True)
    return any("%" in text[begin:end] for begin, end in gaps) or not (is_entry or len(block.fields) == 1)


def _entry(text: str, block: Block) -> Iterator[str]:
    yield f"@{block.type}{{{block.key},"
    done = block.key_start + len(block.key)
    for field in block.fields:
        yield from _comments(text[done : field.start])
        yield f"\n{_INDENT}{_field(text, field)},"
        done = field.terms[-1].end
    yield from _comments(text[done : block.end - 1])
    yield "\n}"


def _comments(text: str) -> Iterator[str]:
    """The comments between two fields: one behind a field stays there, the others have lines of their own."""
    lead = " "
    for mark in _COMMENT_OR_LINE_END.finditer(text):
        if mark[0] != "\n":
            yield f"{lead}{mark[0].rstrip()}"
        lead = f"\n{_INDENT}"


def _field(text: str, field: Field, keeps_case: bool = False) -> str:
    value = " # ".join(text[term.start : term.end] for term in field.terms)
    if not field.name:
        return value
    return f"{field.name if keeps_case else field.name.lower()} = {value}"
