"""References in the style of the American Psychological Association, 7th edition.

References:
    Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8 to 11.
"""

from __future__ import annotations

from argmap.citations.dates import Day
from argmap.citations.item import Item, People
from argmap.citations.rich import Rich, TextRun, italics, joined, link, quoted, rich, sentences
from argmap.citations.styles.legal import legal
from argmap.citations.styles.model import Style
from argmap.citations.styles.pages import is_single
from argmap.citations.styles.people import edition, in_series, inverted_initials, natural_initials, short, with_others
from argmap.citations.types import LEGAL, PARTS, PERIODICALS, SHORT

_DATED = ("webpage", "article-magazine", "article-newspaper", "manuscript", "motion_picture", "performance", "song")
"""Types whose month and day are given; of others the year is enough."""
_MOST, _SHOWN = 20, 19  # names; of more, so many and the last
_BRACKETED = {"dataset": "Data set", "software": "Computer software", "motion_picture": "Film"}


def reference(item: Item, suffix: str = "") -> Rich:
    """*item* as an entry of the list of references; *suffix* is the letter after its year."""
    if item.type in LEGAL:
        return legal(item, suffix)
    lead = _lead(item)
    title = _title(item)
    date = rich(f"({_date(item, suffix)})")
    published = "" if item.publisher == lead else item.publisher
    start = [rich(lead), date, title] if lead else [title, date]
    return sentences([*start, *_source(item, published), _address(item)])


def cited(item: Item, suffix: str, locator: str | None) -> Rich:
    """*item* as it is cited in the text, without the parentheses: ``Eliasson & Mattsson, 2006a, p. 3``."""
    names = [short(person) for person in item.credited.names]
    if len(names) > 2 or (names and item.credited.others):
        who = f"{names[0]} et al."
    else:
        who = in_series(names, "&", comma=False) or item.corporate_author
    where = joined([rich(_year(item, suffix)), rich(locator or "")], ", ")
    return joined([(*rich(who), TextRun(",")) if who else _named(item), where], " ")


def _named(item: Item) -> Rich:
    """The title in the text, with a comma: in quotes that of a part, in italics that of a whole."""
    title = item.in_title_case(item.title)
    if item.type in SHORT:
        return quoted(title, ",")
    return (*(title if item.type in LEGAL[1:] else italics(title)), TextRun(","))


def _lead(item: Item) -> str:
    names = _names(item.credited)
    if names and not item.authors.names:
        return f"{names} ({_editors(item)})"
    return names or item.corporate_author


def _editors(item: Item) -> str:
    return "Eds." if len(item.editors.names) > 1 else "Ed."


def _names(people: People) -> str:
    names = [inverted_initials(person) for person in people.names]
    if people.others:
        return with_others(names[:_SHOWN])
    if len(names) > _MOST:
        return f"{', '.join(names[:_SHOWN])}, … {names[-1]}"
    return in_series(names, "&")


def _year(item: Item, suffix: str) -> str:
    return (item.issued.years + suffix) if item.issued.years else f"n.d.{f'-{suffix}' if suffix else ''}"


def _date(item: Item, suffix: str) -> str:
    first, last = item.issued.start, item.issued.end
    shown = _year(item, suffix)
    if item.type not in _DATED or first is None or not first.month:
        return shown
    if last is None:
        return f"{shown}, {_day(first)}"
    if last.month and last.year == first.year:
        return f"{shown}, {_day(first)}–{last.day if last.month == first.month else _day(last)}"
    return shown


def _day(day: Day) -> str:
    return f"{day.month_name} {day.day}" if day.day else day.month_name


def _title(item: Item) -> Rich:
    """The title, in italics that of a whole, with what stands in parentheses and brackets after it."""
    part = item.type in SHORT
    title = item.in_sentence_case(item.title)
    about, kind = [f"{_listed(item.translators)}, Trans." if item.translators.names else ""], item.genre
    if not part:
        about += [_edition(item), f"Version {item.version}" if item.version else ""]
        kind = kind or _BRACKETED.get(item.type, "")
    if item.number:
        about.append(f"{kind} No. {item.number}".strip())
        kind = ""
    if item.type == "thesis" and kind and item.address:
        kind = ", ".join(part for part in (kind, item.publisher) if part)
    details = "; ".join(part for part in about if part)
    return joined(
        [title if part else italics(title), rich(f"({details})" if details else ""), rich(f"[{kind}]" if kind else "")],
        " ",
    )


def _edition(item: Item) -> str:
    """``3rd ed., Vol. 2``."""
    volumes = f"Vols. 1–{item.volumes}" if item.volumes else ""
    volume = f"Vol. {item.volume}" if item.volume else volumes
    return ", ".join(part for part in (edition(item.edition), volume) if part)


def _source(item: Item, published: str) -> list[Rich]:
    if item.type in PERIODICALS or (item.type == "paper-conference" and item.volume and not item.editors.names):
        return [_periodical(item)]
    if item.type in PARTS:
        pages = f"{'p.' if is_single(item.pages) else 'pp.'} {item.pages}" if item.pages else ""
        about = ", ".join(part for part in (_edition(item), pages) if part)
        editors = f"{_listed(item.editors)} ({_editors(item)}), "
        book = [
            rich(editors if item.editors.names else ""),
            italics(item.in_sentence_case(item.container)),
            rich(f" ({about})" if about else ""),
        ]
        return [(TextRun("In "), *joined(book, "")) if item.container else (), rich(published)]
    return [rich(published if item.type != "thesis" or not item.address else "")]


def _periodical(item: Item) -> Rich:
    name = item.container if item.type in PERIODICALS else item.in_title_case(item.container)
    number = (*rich(item.volume, italic=True), *rich(f"({item.issue})" if item.issue else ""))
    return joined([italics(name), number, rich(item.pages or (f"Article {item.eid}" if item.eid else ""))], ", ")


def _address(item: Item) -> Rich:
    """Where it is; for a page without a date, with the day on which it was seen."""
    seen = item.accessed.start
    if item.address and seen and seen.day and not item.issued.years:
        return (TextRun(f"Retrieved {_day(seen)}, {seen.year}, from "), *link(item.address))
    return link(item.address)


def _listed(people: People) -> str:
    names = [natural_initials(person) for person in people.names]
    return with_others(names) if people.others else in_series(names, "&", comma=False)


STYLE = Style("References", lambda item, letter, ditto: reference(item, letter), cited, ditto=False, dated=True)
