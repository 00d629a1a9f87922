"""References in the style of the Modern Language Association, 9th edition.

References:
    MLA Handbook, 9th edition (2021), chapters 5 and 6.
"""

from __future__ import annotations

import re

from argmap.citations.dates import Day
from argmap.citations.item import Item, People
from argmap.citations.rich import Rich, closed, italics, joined, link, quoted, rich, sentences
from argmap.citations.styles.model import Style
from argmap.citations.styles.pages import is_single, two_digits
from argmap.citations.styles.people import edition, in_series, inverted, natural, short, with_others
from argmap.citations.types import LEGAL, SHORT

DITTO = "---"
_WHOLE_MONTHS = ("May", "June", "July", "Spring", "Summer", "Fall", "Winter")
_PAGE = re.compile(r"pp?\.\s*", re.IGNORECASE)


def reference(item: Item, suffix: str = "", ditto: bool = False) -> Rich:
    """*item* as an entry of the works cited; the style has no use for the *suffix* of a year.

    With *ditto* a dash stands for the names, which are those of the entry before.
    """
    names = _lead(item)
    lead = rich(DITTO if ditto and names else names)
    title = item.in_title_case(item.title)
    shown = quoted(title, ".") if _is_part(item) else italics(title)
    if item.type == "thesis":
        # The year stands right after the title, for it is not the year of a publication.
        elements = [rich(item.publisher), rich(item.genre)]
        return sentences([lead, shown, rich(item.issued.years), _listed_in(item, elements)])
    return sentences([lead, shown, _listed_in(item, _elements(item))])


def cited(item: Item, suffix: str, locator: str | None) -> Rich:
    """*item* as it is cited in the text, without the parentheses: ``Eliasson and Mattsson 3``.

    A *suffix* says that other works are known by the same names; then the title stands with them.
    """
    names = [short(person) for person in item.credited.names]
    many = len(names) > 2 or (names and item.credited.others)
    who = rich(f"{names[0]} et al." if many else in_series(names, "and", comma=False))
    title = item.in_title_case(item.title)
    named = quoted(title) if _is_part(item) else italics(title)
    known = joined([who, named], ", ") if suffix or not who else who
    return joined([known, rich(_PAGE.sub("", locator or "", count=1))], " ")


def _lead(item: Item) -> str:
    people = item.credited
    if len(people.names) > 2 or (people.names and people.others):
        shown = f"{inverted(people.names[0])}, et al."
    else:
        shown = in_series(
            [natural(name) if index else inverted(name) for index, name in enumerate(people.names)], "and"
        )
    if people.names and not item.authors.names:
        return f"{shown.rstrip('.') if shown.endswith('et al.') else shown}, {_editors(len(people.names))}"
    return "" if shown == item.publisher else shown


def _editors(count: int) -> str:
    return "editors" if count > 1 else "editor"


def _is_part(item: Item) -> bool:
    return item.type in SHORT or (item.type in LEGAL and bool(item.container))


def _elements(item: Item) -> list[Rich]:
    """What stands between the container and the address, in MLA's order."""
    edited = f"edited by {_listed(item.editors)}" if item.authors.names and item.editors.names else ""
    translated = f"translated by {_listed(item.translators)}" if item.translators.names else ""
    kind = item.genre if item.type != "legislation" else " ".join(part for part in (item.genre, item.number) if part)
    number = item.number if item.type != "legislation" else ""
    pages = f"{'p.' if is_single(item.pages) else 'pp.'} {two_digits(item.pages)}" if item.pages else ""
    container = italics(item.in_title_case(item.container)) if _is_part(item) else ()
    texts = [
        edited,
        translated,
        edition(item.edition),
        f"version {item.version}" if item.version else "",
        f"vol. {item.volume}" if item.volume else "",
        f"{item.volumes} vols." if item.volumes and not item.volume else "",
        f"no. {item.issue}" if item.issue else "",
        kind,
        number,
        item.publisher,
        _date(item),
        pages or (f"article {item.eid}" if item.eid else ""),
    ]
    return [container, *map(rich, texts)]


def _listed_in(item: Item, elements: list[Rich]) -> Rich:
    """The elements with commas, the first word of them with a capital, and the address."""
    seen = item.accessed.start
    accessed = f"Accessed {_day(seen)}" if seen and seen.day and item.address and not item.issued.years else ""
    listed = joined([*elements, link(item.address)], ", ")
    if listed and not listed[0].href:
        first = listed[0]
        listed = (first._replace(text=first.text[:1].upper() + first.text[1:]), *listed[1:])
    return joined([closed(listed), rich(accessed)], " ")


def _date(item: Item) -> str:
    first, last = item.issued.start, item.issued.end
    if first is None or not first.month or item.issued.open:
        return item.issued.years
    if item.type == "article-journal":
        first, last = first._replace(day=0), last and last._replace(day=0)  # an issue, and no day
    if last is None:
        return _day(first)
    return f"{_day(first)}–{_day(last)}"


def _day(day: Day) -> str:
    name = day.month_name
    month = name if name in _WHOLE_MONTHS or not name else f"{name[: 4 if name == 'September' else 3]}."
    return " ".join(str(part) for part in (day.day or "", month, day.year) if part)


def _listed(people: People) -> str:
    names = [natural(person) for person in people.names]
    if len(names) > 2 or people.others:
        return with_others(names[:1])
    return in_series(names, "and", comma=False)


STYLE = Style("Works Cited", reference, cited, ditto=True, dated=False)
