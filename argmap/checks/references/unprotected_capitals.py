"""Capitals in a title that a style would lower.

Why it matters: many styles write titles in sentence case, and lower every letter but the first: "NATO" becomes "nato",
"McDonald" "Mcdonald". What stands in braces keeps its capitals.

Example::

    title = {NATO and the US after COVID-19}             # AM433: write '{NATO}'
    title = {{NATO} and the {US} after {COVID}-19}

It looks for words with a capital behind their first letter, and for `U.S.`, in `title` and `subtitle` of entries in
English or of no language. A title all in capitals is left alone, and so are names like "Iraq": that one has to be
braced a program cannot know.

How to fix: `argmap check --fix` puts each such word in braces.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import edit, given, inner
from argmap.model import Fix, Severity

_SUSPECT = re.compile(r"[A-Za-z0-9][A-Z]|[A-Z]\.[A-Z]")
_PIECE = re.compile(r"(?P<mark>[{}$])|\\(?:[A-Za-z]+|.)|(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)?")
_LONG_WORD = re.compile(r"[A-Za-z]{3,}")
_ENGLISH = frozenset(("", "en", "english", "american", "british", "canadian", "australian", "newzealand", "usenglish"))
_ENGLISH |= frozenset(("ukenglish", "en-us", "en-gb", "en_us", "en_gb", "eng"))


@on_bibliography("AM433", Severity.NOTE)
def unprotected_capitals(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every title with such words; one finding for all of them."""
    for entry, field, value in given(bibliography, ("title", "subtitle")):
        if not _SUSPECT.search(value) or _language(entry) not in _ENGLISH:
            continue
        found = inner(entry, field)
        offset, text = found or (0, value)
        words = list(_words(text))
        if not words or _is_shouted(value):
            continue
        named = list(dict.fromkeys(word for _, word in words))
        edits = tuple(
            edit(entry, offset + at, offset + at + len(word), f"{{{word}}}") for at, word in words if found is not None
        )
        help = "write " + " and ".join(f"'{{{word}}}'" for word in named[:3])
        message = f"capitals of the {field} of '{entry.key}' are not in braces"
        yield Problem((entry.key, field), message, help, fix=Fix("put them in braces", edits) if edits else None)


def _language(entry: Entry) -> str:
    fields = entry.fields
    return (fields.get("langid") or fields.get("hyphenation") or fields.get("language") or "").lower()


def _words(text: str) -> Iterator[tuple[int, str]]:
    """The words outside of braces and formulas that have a capital behind their first letter, and where they begin."""
    depth, in_formula = 0, False
    for piece in _PIECE.finditer(text):
        word = piece[0]
        if word == "{":
            depth += 1
        elif word == "}":
            depth -= 1
        elif word == "$":
            in_formula = not in_formula
        elif depth == 0 and not in_formula and word[0] != "\\" and any("A" <= letter <= "Z" for letter in word[1:]):
            yield piece.start(), word


def _is_shouted(title: str) -> bool:
    """Whether it has several words, and all but short ones are in capitals."""
    words = _LONG_WORD.findall(title)
    return len(words) > 1 and all(map(str.isupper, words))
