"""A bibliography is read and written without loss: nothing changed, one field changed, a key there and back."""

from __future__ import annotations

import re
from difflib import ndiff
from itertools import accumulate

import pytest
from depth import counts
from hypothesis import given
from hypothesis import strategies as st
from references import COMMENTS, TYPES, plain, wild

from argmap.bibliography import Bibliography, read
from argmap.bibliography.edit import delete_field, set_field
from argmap.bibliography.rename import edits as rename
from argmap.text.edit import apply


def content(bibliography: Bibliography) -> dict[str, tuple[str, dict[str, str]]]:
    return {key: (entry.type, dict(entry.fields)) for key, entry in bibliography.entries.items()}


@pytest.fixture(scope="module", params=["\n", "\r\n"], ids=["LF", "CRLF"])
def line_end(request):
    return request.param


@pytest.fixture(scope="module", params=counts(1_250, 6_250))
def generated(request, line_end):
    made = wild(request.param, line_end=line_end)
    assert len(made.entries) > 0.75 * request.param
    return made, read(made.text, "x.bib")


def test_every_entry_is_read_as_it_was_meant(generated):
    made, bibliography = generated
    assert {type for type, _ in made.entries.values()} == set(TYPES)
    assert bibliography.faults == ()
    assert content(bibliography) == {key: (type, dict(fields)) for key, (type, fields) in made.entries.items()}


def test_untouched_entries_strings_and_comments_are_written_byte_for_byte(generated):
    made, bibliography = generated
    blocks = sorted(
        (block.offset, block.source)
        for block in (*bibliography.entries.values(), *bibliography.strings, *bibliography.preambles)
    )
    rest, done = [], 0
    for offset, source in blocks:
        assert offset >= done
        rest.append(made.text[done:offset])
        assert made.text.startswith(source, offset)
        done = offset + len(source)
    between = "".join([*rest, made.text[done:]])
    for comment in COMMENTS:
        assert comment.startswith("@pre") or comment in between
        between = between.replace(comment, "")
    assert between.strip("\ufeff \t\r\n") == ""
    assert apply(made.text, []) == made.text


def test_all_keys_go_there_and_back_byte_for_byte(generated):
    made, bibliography = generated
    there = apply(made.text, rename(bibliography, {key: f"zz-{key}" for key in bibliography.entries}))
    renamed = read(there, "x.bib")
    assert list(renamed.entries) == [f"zz-{key}" for key in bibliography.entries]
    assert apply(there, rename(renamed, {f"zz-{key}": key for key in bibliography.entries})) == made.text


def test_after_one_field_has_changed_one_line_differs():
    text = plain(200)
    bibliography = read(text, "x.bib")
    for number, key in enumerate(list(bibliography.entries)[::10]):
        field = list(bibliography.entries[key].fields)[number % 8]
        after = apply(text, set_field(bibliography, key, field, "another {value}"))
        changed = [line for line in ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"]
        assert changed == [f"- {changed[0][2:]}", f"+   {field} = {{another {{value}}}},"]
        expected = content(bibliography)
        expected[key][1][field] = "another {value}"
        assert content(read(after, "x.bib")) == expected


def balanced(value: str) -> bool:
    """Whether every brace has its partner."""
    depths = list(accumulate((letter == "{") - (letter == "}") for letter in value))
    return min(depths, default=0) >= 0 and depths[-1:] in ([], [0])


VALUES = st.text(st.sampled_from('ab {}é"#%,=@\\~$') | st.characters(codec="utf-8"), max_size=20)
SMALL = wild(60, seed=7)
BIBLIOGRAPHY = read(SMALL.text, "x.bib")


@given(st.sampled_from(list(SMALL.entries)), st.sampled_from(["title", "author", "month", "added"]), VALUES)
def test_a_field_that_is_set_is_read_back_and_nothing_else_changes(key: str, field: str, value: str) -> None:
    entry = BIBLIOGRAPHY.entries[key]
    try:
        edits = set_field(BIBLIOGRAPHY, key, field, value)
    except ValueError:
        assert value.endswith("\\") or not balanced(value)
        return
    assert balanced(value)
    after = apply(SMALL.text, edits)
    expected = content(BIBLIOGRAPHY)
    expected[key][1][field] = re.sub("[ \t\r\n\f\v]+", " ", value).strip(" ")
    bibliography = read(after, "x.bib")
    assert bibliography.faults == ()
    assert content(bibliography) == expected
    end = entry.offset + len(entry.source)
    assert after.startswith(SMALL.text[: entry.offset])
    assert after.endswith(SMALL.text[end:])


@given(st.sampled_from(list(SMALL.entries)), st.sampled_from(["title", "author", "month", "year", "added"]))
def test_a_field_that_is_deleted_is_gone_and_nothing_else(key: str, field: str) -> None:
    after = apply(SMALL.text, delete_field(BIBLIOGRAPHY, key, field))
    expected = content(BIBLIOGRAPHY)
    gone = expected[key][1].pop(field, None)
    assert (after == SMALL.text) == (gone is None)
    bibliography = read(after, "x.bib")
    assert bibliography.faults == ()
    assert content(bibliography) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{k}", "@misc{k,\n  note = {x},\n}"),
        ("@misc{k,}", "@misc{k,\n  note = {x},\n}"),
        ("@misc{k,\n}", "@misc{k,\n  note = {x},\n}"),
        ("@misc(k)", "@misc(k,\n  note = {x},\n)"),
        ("@misc{k, a = 1}", "@misc{k, a = 1, note = {x}}"),
        ("@misc{k, a=1, b=2,}", "@misc{k, a=1, b=2, note={x},}"),
        ("@misc{k,\n\ta   = 1\n}", "@misc{k,\n\ta   = 1,\n\tnote   = {x}\n}"),
        ("@misc{k,\n  a = 1, % why\n}", "@misc{k,\n  a = 1, % why\n  note = {x},\n}"),
        ("@misc{k,\n  a = 1 % why\n}", "@misc{k,\n  a = 1, % why\n  note = {x}\n}"),
        ("@misc{k, a = 1, % why\n}", "@misc{k, a = 1, % why\n  note = {x},\n}"),
        ("@misc{k, Note = 1}", "@misc{k, Note = {x}}"),
        ('@misc{k, note = "a" #\n {b}, c = 1}', "@misc{k, note = {x}, c = 1}"),
    ],
)
def test_a_new_field_is_laid_out_like_its_neighbours(before: str, after: str) -> None:
    assert apply(before, set_field(read(before, "x.bib"), "k", "note", "x")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{k, a = 1}", "@misc{k,}"),
        ("@misc{k, a = 1, b = 2}", "@misc{k, b = 2}"),
        ("@misc{k,\n  a = 1, % why\n  b = 2\n}", "@misc{k,\n  b = 2\n}"),
        ("@misc{k,\n  b = 2,\n  a = {x\n  y}}", "@misc{k,\n  b = 2,\n}"),
        ("@misc{k,\n  a = 1, b = 2,\n}", "@misc{k,\n b = 2,\n}"),
        ("@misc{k,\n  a = 1,\n  A = 2,\n}", "@misc{k,\n}"),
        ("@misc{k, b = 2}", "@misc{k, b = 2}"),
    ],
)
def test_a_field_is_deleted_with_its_line(before: str, after: str) -> None:
    assert apply(before, delete_field(read(before, "x.bib"), "k", "a")) == after


@pytest.mark.parametrize("value", ["{", "}", "a}b{c", "}{", "a\\"])
def test_a_value_that_would_break_the_entry_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="the value"):
        set_field(read("@misc{k, a = 1}", "x.bib"), "k", "a", value)


@pytest.mark.parametrize("field", ["", "a b", "1st", "a=b", "a,"])
def test_a_name_that_is_none_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="is not a valid field name"):
        set_field(read("@misc{k, a = 1}", "x.bib"), "k", field, "x")


def test_an_entry_with_faults_and_one_that_is_not_there_are_refused() -> None:
    bibliography = read("@misc{k, a = {1}\n b = {2}}", "x.bib")
    for call in (lambda: set_field(bibliography, "k", "a", "x"), lambda: delete_field(bibliography, "k", "a")):
        with pytest.raises(ValueError, match="'k' has syntax errors: a comma is missing"):
            call()
    with pytest.raises(KeyError):
        set_field(bibliography, "l", "a", "x")
