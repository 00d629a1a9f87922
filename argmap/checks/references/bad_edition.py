"""An edition in words or with letters where its number is wanted.

Why it matters: BibLaTeX makes "2nd ed." of `2`, in the language of the document; `2nd` it prints as it stands.

Example::

    edition = {2nd}             # AM441: write '2'
    edition = {Second}          # AM441: write '2'
    edition = {Third edition}   # AM441: write '3'

Other words ("Revised edition") are left alone. With `bibliography = "bibtex"` in the settings it is the other way
round: BibTeX prints the field with the word "edition" behind it, so it wants `Second` for `2`, and no "edition" in the
field.

How to fix: `argmap check --fix` writes the number, or the word.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.model import Dialect, Severity

_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()  # noqa: SIM905
_NUMBERS = {word.lower(): str(number) for number, word in enumerate(_ORDINALS, start=1)}
_EDITION = re.compile(r"(?:([0-9]{1,3})(?:st|nd|rd|th)?|([A-Za-z]{5,8}))(\s(?:ed\.?|edn\.?|edition))?", re.IGNORECASE)


@on_bibliography("AM441", Severity.NOTE)
def bad_edition(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``edition`` whose number can be told, and is not written as the program wants it."""
    for entry, field, value in given(bibliography, ("edition",)):
        meant = _number(value) if context.dialect is Dialect.BIBLATEX else _ordinal(value)
        if meant not in (None, value):
            message = f"the edition of '{entry.key}' is not written as {_WANTED[context.dialect]}"
            yield Problem((entry.key, field), message, f"write '{meant}'", fix=rewrite(entry, field, meant))


_WANTED = {Dialect.BIBLATEX: "a number", Dialect.BIBTEX: "a word"}


def _number(value: str) -> str | None:
    match = _EDITION.fullmatch(value)
    return None if match is None else match[1] or _NUMBERS.get(match[2].lower())


def _ordinal(value: str) -> str | None:
    match = _EDITION.fullmatch(value)
    if match is None or not (value.isdecimal() or match[3]):
        return None
    number = match[1] or _NUMBERS.get(match[2].lower())
    return _ORDINALS[int(number) - 1] if number and 1 <= int(number) <= len(_ORDINALS) else None
