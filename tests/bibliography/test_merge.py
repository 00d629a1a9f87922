"""Entries for one work made one."""

import pytest

from argmap.bibliography import read
from argmap.bibliography.merge import Merge, edits, is_merged, merges
from argmap.text.edit import apply


@pytest.mark.parametrize(
    ("before", "twins", "after"),
    [
        (
            "@misc{a,\n  title = {T},\n}\n\n@misc{b,\n  title = {T},\n  note = {N},\n}\n\n@misc{c}\n",
            [("b", "a")],
            "@misc{a,\n  title = {T},\n  note = {N},\n}\n\n@misc{c}\n",
        ),
        ("@misc{a, t = 1}\n\n@misc{b, t = 1}\n", [("b", "a")], "@misc{a, t = 1}\n"),
        (
            "@misc{a, t = 1}\n@misc{b, u = {2}}\n@misc{c, v = {3}, u = 2}\n@misc{d, crossref = {b}, xdata = {x, c}}",
            [("b", "a"), ("c", "b")],
            "@misc{a, t = 1, u = {2}, v = {3}}\n@misc{d, crossref = {a}, xdata = {x, a}}",
        ),
        (
            "@misc{a}\n% on b\n@misc{b, u = 2, v = 3} % behind\n@misc{c}",
            [("b", "a")],
            "@misc{a,\n  u = 2,\n  v = 3,\n}\n% on b\n % behind\n@misc{c}",
        ),
        (
            '@string{s = "x"}\n@misc{a,\n t = 1 % why\n}\n@misc{b, month = jan, note = s # "y"}',
            [("b", "a")],
            '@string{s = "x"}\n@misc{a,\n t = 1, % why\n month = jan,\n note = s # "y"\n}\n',
        ),
    ],
)
def test_the_second_goes_into_the_first(before: str, twins: list[tuple[str, str]], after: str) -> None:
    bibliography = read(before, "x.bib")
    found = merges(bibliography, twins)
    assert [merge.conflicts for merge in found] == [()] * len(twins)
    assert apply(before, edits(bibliography, found)) == after
    assert is_merged(bibliography, read(after, "x.bib"), found)
    assert not is_merged(bibliography, read(after + "@misc{more}", "x.bib"), found)
    assert not is_merged(bibliography, bibliography, found)


def test_contradictions_are_said_and_left() -> None:
    text = "@misc{a, t = 1, u = 1}@book{b, t = 2, u = 1}@misc{c, v = 3}@misc{d, v = 4, t = 1}@misc{e, w = 5}"
    found = merges(read(text, "x.bib"), [("b", "a"), ("c", "a"), ("d", "c"), ("e", "b")])
    assert found == [
        Merge("a", "b", ("type", "t")),
        Merge("a", "c"),
        Merge("a", "d", ("v",)),
        Merge("b", "e", ("type",)),
    ]


def test_an_entry_with_faults_is_not_merged() -> None:
    bibliography = read("@misc{a, t = {1}\n u = {2}}\n@misc{b, v = 3}", "x.bib")
    with pytest.raises(ValueError, match="'a' has syntax errors"):
        edits(bibliography, [Merge("a", "b")])
