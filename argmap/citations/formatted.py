"""Lists of formatted references: sorted, told apart by letters after the year, and cited in the text."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import count, product
from typing import NamedTuple

from argmap.citations.item import Item
from argmap.citations.rich import Rich, as_html, as_markdown, as_text, plain, rich
from argmap.citations.styles.model import Style
from argmap.text.printable import visible

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ARTICLES = ("a ", "an ", "the ")


class Markup(StrEnum):
    """How formatted text is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"


class Reference(NamedTuple):
    """A formatted reference, and the letter that tells it from others of the same names and year."""

    item: Item
    text: Rich
    letter: str


def references(items: Iterable[Item], style: Style) -> list[Reference]:
    """The references in the order of the style: by names, else title; then by year where it is dated, then by title.

    One that says nothing that the style would show is its key.
    """
    ordered = sorted(items, key=lambda item: _sorted_by(item, style))
    known = [plain(style.cited(item, "", None)) for item in ordered]
    uses = Counter(known)
    letters: dict[str, Iterator[str]] = {}
    references: list[Reference] = []
    before: Item | None = None
    for item, name in zip(ordered, known, strict=True):
        letter = next(letters.setdefault(name, _lettered())) if uses[name] > 1 else ""
        again = style.ditto and before is not None and _same_names(item, before, style)
        text = style.reference(item, letter, again) or rich(visible(item.key))
        references.append(Reference(item, text, letter))
        before = item
    return references


def write(found: Iterable[Reference], markup: Markup) -> str:
    """The references, one a paragraph; ends with a newline. Empty for none."""
    texts = [shown(reference.text, markup) for reference in found]
    if not texts:
        return ""
    if markup is Markup.HTML:
        return "\n".join(["<ul>", *(f"<li>{text}</li>" for text in texts), "</ul>"]) + "\n"
    return "\n\n".join(texts) + "\n"


def shown(text: Rich, markup: Markup) -> str:
    """*text* in one line of *markup*."""
    return {Markup.TEXT: as_text, Markup.MD: as_markdown, Markup.HTML: as_html}[markup](text)


def _sorted_by(item: Item, style: Style) -> tuple[list[tuple[str, str]], float, str]:
    people = item.credited.names
    names = [(_folded(person.surname), _folded(person.given)) for person in people]
    body = item.corporate_author if style.dated else ""
    title = _without_article(_folded(plain(item.title)))
    return names or [(_without_article(_folded(body)) or title, "")], _dated(item, style), title


def _dated(item: Item, style: Style) -> float:
    """The year, for styles that go by it; APA lists what has none first, Chicago last."""
    if not style.dated:
        return 0
    if item.issued.year is None:
        return math.inf if style.undated_last else -math.inf
    return item.issued.year


def _same_names(item: Item, before: Item, style: Style) -> bool:
    if item.credited.names or before.credited.names:
        roles = bool(item.authors.names) == bool(before.authors.names)
        return roles and item.credited == before.credited and bool(item.credited.names)
    return style.dated and bool(item.corporate_author) and item.corporate_author == before.corporate_author


def _folded(text: str) -> str:
    """*text* for sorting: without case, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter.isspace()).strip()


def _without_article(title: str) -> str:
    return next((title[len(article) :] for article in _ARTICLES if title.startswith(article)), title)


def _lettered() -> Iterator[str]:
    return ("".join(letters) for length in count(1) for letters in product(_LETTERS, repeat=length))
