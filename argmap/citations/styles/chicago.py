"""References in Chicago's author-date style, 17th edition.

References:
    The Chicago Manual of Style, 17th edition (2017), chapters 14 and 15.
"""

from __future__ import annotations

import re

from argmap.citations.dates import Day
from argmap.citations.item import Item, People
from argmap.citations.rich import Rich, TextRun, italics, joined, link, quoted, rich, sentences
from argmap.citations.styles.legal import legal
from argmap.citations.styles.model import Style
from argmap.citations.styles.pages import chicago as shortened
from argmap.citations.styles.people import edition, in_series, inverted, natural, short, with_others
from argmap.citations.types import LEGAL, PARTS, PERIODICALS, SHORT

DITTO = "———"
_MOST, _SHOWN = 10, 7  # names; of more, so many and "et al."
_IN_TEXT = 3
_QUOTED = ("report", "thesis", "webpage", "manuscript", "personal_communication", "dataset", "document")
_DATED = ("webpage", "article-magazine", "article-newspaper")
_PAGE = re.compile(r"pp?\.\s*", re.IGNORECASE)


def reference(item: Item, suffix: str = "", ditto: bool = False) -> Rich:
    """*item* as an entry of the list of references; *suffix* is the letter after its year.

    With *ditto* a dash stands for the names, which are those of the entry before.
    """
    if item.type in LEGAL:
        return legal(item, suffix, italic_case=True)
    lead = _lead(item)
    title = _title(item)
    year = rich(_year(item, suffix))
    start = [rich(DITTO if ditto else lead), year, title] if lead else [title, year]
    return sentences([*start, *_source(item, lead), *_address(item)])


def cited(item: Item, suffix: str, locator: str | None) -> Rich:
    """*item* as it is cited in the text, without the parentheses: ``Eliasson and Mattsson 2006a, 3``."""
    names = [short(person) for person in item.credited.names]
    if len(names) > _IN_TEXT or (names and item.credited.others):
        who = rich(f"{names[0]} et al.")
    else:
        who = rich(in_series(names, "and", comma=False) or item.corporate_author)
    return joined(
        [joined([who or _named(item), rich(_year(item, suffix))], " "), rich(_PAGE.sub("", locator or "", count=1))],
        ", ",
    )


def _lead(item: Item) -> str:
    people = item.credited
    names = [inverted(person) if index == 0 else natural(person) for index, person in enumerate(people.names)]
    shown = with_others(names[:_SHOWN]) if people.others or len(names) > _MOST else in_series(names, "and")
    if names and not item.authors.names:
        return f"{shown}, {'eds' if len(names) > 1 else 'ed'}"
    return shown or item.corporate_author


def _year(item: Item, suffix: str) -> str:
    return (item.issued.years + suffix) if item.issued.years else f"n.d.{f'-{suffix}' if suffix else ''}"


def _title(item: Item) -> Rich:
    return quoted(item.in_title_case(item.title), ".") if _is_quoted(item) else italics(item.in_title_case(item.title))


def _named(item: Item) -> Rich:
    title = item.in_title_case(item.title)
    return quoted(title) if _is_quoted(item) else title if item.type in LEGAL[1:] else italics(title)


def _is_quoted(item: Item) -> bool:
    return item.type in SHORT or item.type in _QUOTED


def _source(item: Item, lead: str) -> list[Rich]:
    if item.type in PERIODICALS:
        return [_periodical(item)]
    publisher = "" if item.publisher == lead else item.publisher
    published = rich(": ".join(part for part in (item.place, publisher) if part))
    series = joined([item.in_title_case(item.collection), rich(item.collection_number)], " ")
    if item.type in PARTS:
        return [*_book(item), series, published]
    kind = " ".join(part for part in (item.genre, item.number) if part)
    if item.type == "thesis":
        return [joined([rich(kind), rich(item.publisher)], ", ")]
    version = f"Version {item.version}" if item.version else ""
    volume = f"Vol. {item.volume}" if item.volume else f"{item.volumes} vols" if item.volumes else ""
    about = [
        rich(_translated(item, "Translated")),
        rich(edition(item.edition)),
        rich(volume),
        rich(version),
        series,
        rich(kind),
    ]
    return [*about, rich(publisher) if item.type == "webpage" else published, rich(_again(item))]


def _book(item: Item) -> list[Rich]:
    """What a part stands in: with pages, the volume stands before them, and else for itself."""
    if not item.container:
        return [rich(_translated(item, "Translated"))]
    edited = f"edited by {_listed(item.editors)}" if item.editors.names else ""
    volume = f"{item.volume}:" if item.volume and item.pages else ""
    about = [edited, _translated(item, "translated"), edition(item.edition), f"{volume}{shortened(item.pages)}"]
    alone = f"Vol. {item.volume}" if item.volume and not item.pages else ""
    book = joined([italics(item.in_title_case(item.container)), *map(rich, about)], ", ")
    return [(TextRun("In "), *book), rich(alone)]


def _translated(item: Item, word: str) -> str:
    return f"{word} by {_listed(item.translators)}" if item.translators.names else ""


def _periodical(item: Item) -> Rich:
    pages = rich(shortened(item.pages) or item.eid)
    if item.type in _DATED:
        return joined([italics(item.container), rich(_again(item)), pages], ", ")
    # What a volume's issue is called: by its number, else by its month or season.
    issue = item.issue or (item.issued.start.month_name if item.issued.start else "")
    number = " ".join(part for part in (item.volume, f"({issue})" if issue and item.volume else "") if part)
    number = number or (f"no. {item.issue}" if item.issue else "")
    name = joined([italics(item.container), rich(number)], " " if item.volume else ", ")
    return joined([name, pages], ": " if number else ", ")


def _again(item: Item) -> str:
    """The date of a page or of an issue, with month and day; empty where only the year is known."""
    first = item.issued.start
    if item.type not in _DATED or first is None or not first.month or item.issued.end or item.issued.open:
        return ""
    return _day(first)


def _day(day: Day) -> str:
    return f"{day.month_name} {day.day}, {day.year}" if day.day else f"{day.month_name} {day.year}"


def _address(item: Item) -> list[Rich]:
    """Where it is, with a full stop; of a page without a date, with the day on which it was seen."""
    seen = item.accessed.start
    accessed = f"Accessed {_day(seen)}" if seen and seen.day and item.address and not item.issued.years else ""
    return [rich(accessed), (*link(item.address), TextRun(".")) if item.address else ()]


def _listed(people: People) -> str:
    names = [natural(person) for person in people.names]
    return with_others(names) if people.others else in_series(names, "and", comma=False)


STYLE = Style("References", reference, cited, ditto=True, dated=True, undated_last=True)
