"""Names as styles write them, one by one and in lists."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.citations.item import Person


def inverted(person: Person) -> str:
    """``van der Walt, Stéfan J.``; a body as it is."""
    return _inverted(person, person.given)


def inverted_initials(person: Person) -> str:
    """``van der Walt, S. J.``; a body as it is."""
    return _inverted(person, initials(person.given))


def natural(person: Person) -> str:
    """``Stéfan J. van der Walt``."""
    if person.family_first:
        return person.family + person.given
    return " ".join(part for part in (person.given, person.surname, person.suffix) if part)


def natural_initials(person: Person) -> str:
    """``S. J. van der Walt``."""
    return natural(person if person.family_first else person._replace(given=initials(person.given)))


def short(person: Person) -> str:
    """``van der Walt``, as in the text."""
    return person.family + person.given if person.family_first else person.surname


def initials(given: str) -> str:
    """``J.-P.`` of ``Jean-Paul``, ``J. R. R.`` of ``J.R.R.``."""
    words = given.replace(".", ". ").split()
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part.strip(".")) for word in words).strip()


def in_series(names: Sequence[str], last: str, comma: bool = True) -> str:
    """``A``, ``A and B``, ``A, B, and C`` with *last* for ``and``; *comma*: also between two."""
    if len(names) < 2:
        return "".join(names)
    between = ", " if comma or len(names) > 2 else " "
    return f"{', '.join(names[:-1])}{between}{last} {names[-1]}"


def with_others(names: Sequence[str]) -> str:
    """``A et al.``, ``A, B, et al.``."""
    return f"{', '.join(names)}{',' if len(names) > 1 else ''} et al."


def ordinal(number: str) -> str:
    """``3rd`` of ``3``; other words as they are."""
    if not (number.isascii() and number.isdigit()):
        return number
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def edition(value: str) -> str:
    """``3rd ed.``; words as they are, with ``ed.`` where they do not say it."""
    if not value:
        return ""
    shown = ordinal(value)
    return shown if shown.lower().rstrip(".").endswith((" ed", "edition")) else f"{shown} ed."


def _inverted(person: Person, given: str) -> str:
    if person.family_first:
        return person.family + person.given
    return ", ".join(part for part in (person.surname, given, person.suffix) if part)
