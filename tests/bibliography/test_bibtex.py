"""What argmap reads is what BibTeX reads, but for the differences that are listed with their reasons."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from argmap.bibliography import read
from argmap.bibliography.inherit import resolved
from argmap.bibliography.names import parse
from argmap.bibliography.parents import Parents

HERE = Path(__file__).parent
GOLDEN = json.loads((HERE / "golden" / "bibtex.json").read_text(encoding="utf-8"))
GROUPS = tomllib.loads((HERE / "bibtex_cases.toml").read_text(encoding="utf-8"))
REASONS = GROUPS.pop("reasons")
CASES = {name: text for group in GROUPS.values() for name, text in group.items()}
FIELDS = ("author", "title", "note", "month", "year", "booktitle", "publisher", "journal")


def ours(text: str) -> dict[str, object]:
    """What argmap reads, in the shape of BibTeX's answers."""
    bibliography = read(text, "x.bib")
    parents = Parents(bibliography)
    fields: dict[str, str] = {}
    names: list[list[str]] = []
    if "k" in bibliography.entries:
        entry = resolved(bibliography, "k")
        fields = {name: value for name, value in entry.fields.items() if name in FIELDS}
        people = parse(fields.get("author", ""))
        names = [[each.given, each.prefix, each.family, each.suffix] for each in people.names]
        names += [["", "", "others", ""]] * people.others
    lost = any(key is None for entry in bibliography.entries.values() for _, _, key in parents.related(entry))
    return {"fields": fields, "names": names, "complains": bool(bibliography.faults) or lost}


def test_there_are_enough_cases_and_an_answer_to_each() -> None:
    assert set(GOLDEN) == set(CASES)
    assert len(CASES) - len(REASONS) >= 60
    assert set(REASONS) <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_argmap_and_bibtex_agree_but_where_a_reason_is_given(name: str) -> None:
    if name in REASONS:
        assert ours(CASES[name]) != GOLDEN[name]
    else:
        assert ours(CASES[name]) == GOLDEN[name]


def test_the_page_lists_every_agreement_and_every_difference() -> None:
    listed = (HERE.parents[1] / "docs" / "bibtex.md").read_text(encoding="utf-8")
    agreed, _, differing = listed.partition("## Where they differ")
    agreed = " ".join(agreed.split())
    for name in CASES:
        assert (f"| {name} | {REASONS[name]} |" in differing) if name in REASONS else (name in agreed)
    assert differing.count("\n| ") == len(REASONS) + 2
    assert f"makes of {len(CASES)} cases" in listed
