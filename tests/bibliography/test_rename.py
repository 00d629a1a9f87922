"""New keys in the bibliography: several at once, in relations, in other case."""

import pytest

from argmap.bibliography import read
from argmap.bibliography.rename import edits, is_renamed
from argmap.text.edit import apply


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("@misc{a}@misc{b, crossref = {a}}", {"a": "c"}, "@misc{c}@misc{b, crossref = {c}}"),
        ("@misc{a}@misc{b, crossref = {A}}", {"a": "c"}, "@misc{c}@misc{b, crossref = {c}}"),
        ("@misc{a}@misc{b, xdata = {A}}", {"a": "c"}, "@misc{c}@misc{b, xdata = {A}}"),
        ("@misc{a}@misc{b, xdata = {x, a,b}}", {"a": "b", "b": "a"}, "@misc{b}@misc{a, xdata = {x, b,a}}"),
        ('@misc{a}@misc{b, related = "ab" # {,a }}', {"a": "c"}, '@misc{c}@misc{b, related = "ab" # {,c }}'),
        ("@misc{a, ids = {old}}@misc{b, xref = {old}}", {"a": "c"}, "@misc{c, ids = {old}}@misc{b, xref = {old}}"),
        ("@misc{b, xref = {gone}}", {"gone": "c"}, "@misc{b, xref = {c}}"),
        ("@misc{a, note = {a}}", {"a": "c", "d": "e"}, "@misc{c, note = {a}}"),
    ],
)
def test_keys_are_renamed_wherever_they_are_named(before: str, keys: dict[str, str], after: str) -> None:
    bibliography = read(before, "x.bib")
    assert apply(before, edits(bibliography, keys)) == after
    assert is_renamed(bibliography, read(after, "x.bib"), keys)


@pytest.mark.parametrize("after", ["@misc{a, note = {x}}", "@misc{c, note = {y}}", "@misc{c, note = {x}}@misc{d}"])
def test_anything_else_is_no_rename(after: str) -> None:
    assert not is_renamed(read("@misc{a, note = {x}}", "x.bib"), read(after, "x.bib"), {"a": "c"})
