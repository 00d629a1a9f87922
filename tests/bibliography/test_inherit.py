"""What parents lend: by type, by relation, over generations, and where they lead nowhere."""

from itertools import permutations

import pytest
from depth import at_most, counts

from argmap.bibliography import read
from argmap.bibliography.inherit import inherited
from argmap.bibliography.parents import Parents


def lent(text: str, key: str = "k") -> dict[str, str]:
    """What the entry gets from its parents."""
    bibliography = read(text, "x.bib")
    own = bibliography.entries[key].fields
    fields = inherited(bibliography)[key].fields
    assert {name: value for name, value in fields.items() if name in own} == dict(own)
    assert inherited(bibliography)[key].fields == fields
    return {name: value for name, value in fields.items() if name not in own}


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("inbook", "book", {"booktitle": "T", "booksubtitle": "S", "booktitleaddon": "A"}),
        ("bookinbook", "mvbook", {"maintitle": "T", "mainsubtitle": "S", "maintitleaddon": "A"}),
        ("book", "mvbook", {"maintitle": "T", "mainsubtitle": "S", "maintitleaddon": "A"}),
        ("incollection", "collection", {"booktitle": "T", "booksubtitle": "S", "booktitleaddon": "A"}),
        ("inreference", "reference", {"booktitle": "T", "booksubtitle": "S", "booktitleaddon": "A"}),
        ("suppcollection", "mvreference", {"maintitle": "T", "mainsubtitle": "S", "maintitleaddon": "A"}),
        ("inproceedings", "proceedings", {"booktitle": "T", "booksubtitle": "S", "booktitleaddon": "A"}),
        ("conference", "proceedings", {"booktitle": "T", "booksubtitle": "S", "booktitleaddon": "A"}),
        ("proceedings", "mvproceedings", {"maintitle": "T", "mainsubtitle": "S", "maintitleaddon": "A"}),
        ("article", "periodical", {"journaltitle": "T", "journalsubtitle": "S", "journaltitleaddon": "A"}),
        ("article", "misc", {"title": "T", "subtitle": "S", "titleaddon": "A", "shorttitle": "H"}),
        ("incollection", "book", {"title": "T", "subtitle": "S", "titleaddon": "A", "shorttitle": "H"}),
    ],
)
def test_a_title_is_lent_by_the_types_of_both(child: str, parent: str, expected: dict[str, str]) -> None:
    parent = f"@{parent}{{p, title = {{T}}, subtitle = {{S}}, titleaddon = {{A}}, shorttitle = {{H}}}}"
    assert lent(f"@{child}{{k, crossref = {{p}}}}\n{parent}") == expected


def test_a_book_lends_its_author_as_that_of_the_book_too() -> None:
    parent = "@book{p, author = {A}}"
    assert lent(f"@inbook{{k, crossref = p}}{parent}".replace("= p", "= {p}")) == {"author": "A", "bookauthor": "A"}
    assert lent(f"@inbook{{k, author = {{B}}, crossref = {{p}}}}{parent}") == {"bookauthor": "A"}
    assert lent(f"@misc{{k, crossref = {{p}}}}{parent}") == {"author": "A"}


def test_what_is_said_of_the_parent_alone_stays_there() -> None:
    own = "ids = {i}, label = {l}, options = {o}, shorthand = {s}, related = {k}, xref = {k}, sortkey = {k}, note = {N}"
    assert lent(f"@misc{{k, crossref = {{p}}}}@misc{{p, {own}}}") == {"note": "N"}
    assert lent(f"@misc{{k, xdata = {{p}}}}@xdata{{p, {own}}}") == {
        "label": "l",
        "options": "o",
        "shorthand": "s",
        "sortkey": "k",
        "note": "N",
    }


@pytest.mark.parametrize(
    ("own", "parents", "expected"),
    [
        ("year = 2001", "date = {2002}", {}),
        ("date = 2001", "year = 2002, month = 3", {}),
        ("note = {n}", "year = 2002, month = 3", {"year": "2002", "month": "3"}),
        ("journal = {J}", "journaltitle = {K}", {}),
        ("address = {A}", "location = {L}, school = {S}", {"school": "S"}),
    ],
)
def test_what_an_entry_says_itself_stands_under_either_name(own: str, parents: str, expected: dict[str, str]) -> None:
    for relation in ("crossref", "xdata"):
        assert lent(f"@misc{{k, {own}, {relation} = {{p}}}}@misc{{p, {parents}}}") == expected


def test_an_empty_field_says_nothing() -> None:
    bibliography = read("@misc{k, title = {}, crossref = {p}}@misc{p, title = {T}, note = {}}", "x.bib")
    assert inherited(bibliography)["k"].fields == {"title": "T", "crossref": "p"}


def test_xdata_comes_in_lists_and_before_the_crossref() -> None:
    text = """@article{k, crossref = {p}, xdata = {one , two,}}
    @periodical{p, title = {P}, issn = {0}, publisher = {P}}
    @xdata{one, publisher = {One}, note = {One}}
    @xdata{two, note = {Two}, xdata = {three}}
    @xdata{three, location = {Three}}"""
    expected = {"publisher": "One", "note": "One", "location": "Three", "journaltitle": "P", "issn": "0"}
    assert lent(text) == expected


def test_generations() -> None:
    text = "@inbook{k, crossref = {b}}@book{b, title = {B}, crossref = {m}}@mvbook{m, title = {M}, date = {2001}}"
    assert lent(text) == {"booktitle": "B", "maintitle": "M", "date": "2001"}


def test_what_is_lent_has_no_place_of_its_own() -> None:
    bibliography = read("@misc{p, title = {T}}\n@misc{k, crossref = {p}}", "x.bib")
    entry = inherited(bibliography)["k"]
    assert entry.place("title") == entry.span == bibliography.entries["k"].span
    assert "title" not in entry.offsets
    assert entry.source == "@misc{k, crossref = {p}}"


def test_entries_without_parents_are_as_they_were() -> None:
    bibliography = read("@misc{p, title = {T}}\n@misc{k, crossref = {p}}", "x.bib")
    assert inherited(bibliography)["p"] is bibliography.entries["p"]
    assert list(inherited(bibliography)) == ["p", "k"]
    with pytest.raises(KeyError):
        inherited(bibliography)["nobody"]


@pytest.mark.parametrize(
    ("relation", "name", "found"),
    [
        ("crossref", "Parent", "Parent"),
        ("crossref", "parent", "parent"),
        ("crossref", "PARENT", "Parent"),
        ("xdata", "PARENT", None),
        ("related", "PARENT", None),
        ("crossref", "alias", "other"),
        ("xdata", "alias", "other"),
        ("crossref", "", None),
    ],
)
def test_a_crossref_is_read_exactly_and_then_without_case(relation: str, name: str, found: str | None) -> None:
    bibliography = read("@misc{Parent}@misc{parent}@misc{other, ids = {alias, also}}", "x.bib")
    assert Parents(bibliography).find(name, relation) == found


CIRCLE = ["@misc{a, title = {A}, crossref = {b}}", "@misc{b, note = {B}, xdata = {c}}", "@misc{c, crossref = {a}}"]


@pytest.mark.parametrize("order", list(permutations(CIRCLE)))
def test_a_circle_lends_nothing_wherever_it_begins(order: tuple[str, ...]) -> None:
    bibliography = read(
        "\n".join([*order, "@misc{d, crossref = {a}}", "@misc{e, crossref = {f}}", "@misc{f}"]), "x.bib"
    )
    entries = inherited(bibliography)
    assert {key for key, entry in entries.items() if not entry.complete} == {"a", "b", "c", "d"}
    assert all(entries[key].fields == entry.fields for key, entry in bibliography.entries.items())
    (cycle,) = Parents(bibliography).cycles()
    assert sorted(cycle) == ["a", "b", "c"]


def test_a_parent_that_is_not_there_leaves_the_entry_incomplete() -> None:
    bibliography = read("@misc{k, xdata = {gone, x}}@xdata{x, note = {N}}@misc{l, crossref = {k}}", "x.bib")
    entries = inherited(bibliography)
    assert [(key, entry.complete) for key, entry in entries.items()] == [("k", False), ("x", True), ("l", False)]
    assert entries["l"].fields["note"] == "N"


@pytest.mark.parametrize("count", counts(4_000, 20_000))
def test_a_long_line_of_parents_and_a_wide_one_take_no_time(count: int) -> None:
    line = "".join(f"@misc{{k{number}, f{number} = 1, crossref = {{k{number + 1}}}}}\n" for number in range(count))
    with at_most(count / 1_000):
        entries = inherited(read(f"{line}@misc{{k{count}}}", "x.bib"))
    assert sum(len(entry.fields) for entry in entries.values()) < 2_000_000
    wide = "@misc{p" + "".join(f", f{number} = 1" for number in range(count)) + "}\n"
    wide += "".join(f"@misc{{k{number}, crossref = {{p}}}}\n" for number in range(count))
    with at_most(count / 1_000):
        entries = inherited(read(wide, "x.bib"))
    assert len(entries["k0"].fields) == count + 1
    last = entries[f"k{count - 1}"]
    assert (last.fields, last.complete) == ({"crossref": "p"}, False)


@pytest.mark.parametrize("count", counts(4_000, 20_000))
def test_a_large_circle_takes_no_time(count: int) -> None:
    circle = "".join(f"@misc{{k{n}, crossref = {{k{(n + 1) % count}}}}}\n" for n in range(count))
    with at_most(count / 1_000):
        (cycle,) = Parents(read(circle, "x.bib")).cycles()
    assert len(cycle) == count
