"""Exporting references byte for byte."""

import pytest

from argmap.bibliography import read
from argmap.citations.exports.biblatex import export

TEXT = r"""@preamble{ "\newcommand{\x}{y}" # pre }
@string{tp = "Transport Policy"}
@string ( pre = {p} )
@string{both = tp # " B"}
@string{idle = "never"}

% A comment that belongs to nothing.
@Article { child ,
   JOURNAL = both,
     crossref = {parent}, xdata = {x1, x2},
}
@misc{other, note = {\"odd  spacing}   ,  }
@book{parent, title = {P}, related = {child}}
@xdata{x1, publisher = "P" # tp}
@xdata{x2, crossref = {nowhere}}
"""


def test_an_entry_comes_with_what_it_needs() -> None:
    bibliography = read(TEXT, "x.bib")
    text = export(bibliography, ["child", "unheard-of"])
    again = read(text, "y.bib")
    assert list(again.entries) == ["child", "parent", "x1", "x2"]
    for key, entry in again.entries.items():
        assert entry.source == bibliography.entries[key].source
        assert entry.source in TEXT
    assert [string.name for string in again.strings] == ["tp", "pre", "both"]
    assert text.endswith("}\n")
    assert "@preamble" in text


def test_all_entries_in_the_order_of_the_file() -> None:
    bibliography = read(TEXT, "x.bib")
    assert list(read(export(bibliography), "y.bib").entries) == list(bibliography.entries)
    assert export(bibliography, list(reversed(bibliography.entries))) == export(bibliography)


def test_exporting_again_changes_nothing() -> None:
    once = export(read(TEXT, "x.bib"))
    assert export(read(once, "x.bib")) == once


@pytest.mark.parametrize("keys", [[], ["unheard-of"]])
def test_nothing_to_export(keys: list[str]) -> None:
    assert export(read(TEXT, "x.bib"), keys) == ""


def test_a_string_that_is_defined_twice_stays_so() -> None:
    text = '@string{s = "1"}\n@misc{a, f = s}\n@string{s = "2"}\n@misc{b, f = s}\n'
    exported = read(export(read(text, "x.bib"), ["a", "b"]), "y.bib")
    assert [entry.fields["f"] for entry in exported.entries.values()] == ["1", "2"]
