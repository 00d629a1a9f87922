"""Statutes and cases as American law reviews cite them, which APA and Chicago take over.

References:
    Publication Manual of the American Psychological Association, 7th edition, sections 11.4 and 11.5; The Chicago
    Manual of Style, 17th edition, chapter 14 (legal and public documents).
"""

from __future__ import annotations

from argmap.citations.item import Item
from argmap.citations.rich import Rich, TextRun, italics, joined, link, plain, rich, sentences


def legal(item: Item, suffix: str = "", *, italic_case: bool = False) -> Rich:
    """An act by its title, number and year, and a case by its title, where it is reported, and year.

    Example:
        ``Title, Pub. L. No. 107-243 (2002).``, ``Brown v. Board of Education, 347 U.S. 483 (1954).``
    """
    title = italics(item.title) if italic_case and item.type == "legal_case" else item.title
    where = " ".join(part for part in (item.volume, plain(item.container), item.pages or item.number) if part)
    if not item.container:
        where = f"{_act(item.genre)} No. {item.number}".strip() if item.number else item.genre
    year = f"({item.issued.years}{suffix})" if item.issued.years else ""
    return sentences(
        [(*joined([title, rich(where)], ", "), *([TextRun(f" {year}")] if year else [])), link(item.address)]
    )


def _act(genre: str) -> str:
    return "Pub. L." if genre.lower() == "public law" else genre
