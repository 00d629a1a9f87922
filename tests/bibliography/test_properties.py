"""What holds for any text, and for any bibliography."""

import re

import bibtexparser
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.bibliography import read

TOKENS = st.sampled_from(
    [
        *'{}()",=#@%\\\n \t',
        "@article{",
        "@book(",
        "@string{s = ",
        "@comment{",
        "@preamble{",
        "key",
        "title",
        "s",
        "12",
        "\n@misc{k,",
        "é",
    ]
)
TEXTS = st.lists(TOKENS, max_size=60).map("".join) | st.text(max_size=200)
JUNK = st.lists(st.sampled_from([*'{}()",=#%\\\n \t', "key", "title = ", "s", "12"]), max_size=40).map("".join)

NAMES = st.from_regex(r"[a-z][a-z0-9_:+-]{0,8}", fullmatch=True)
KEYS = st.from_regex(r"[A-Za-z0-9:._/'+-]{1,12}", fullmatch=True)
PLAIN = st.text(st.sampled_from("abcÄé 12@=,#%'\n\t\\&~$()"), max_size=20)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner | inner.map("{{{}}}".format), max_size=3).map("".join), max_leaves=5
).filter(lambda value: not re.search(r"^\s*@", value, re.MULTILINE))


@given(TEXTS)
def test_any_text_reads(text: str) -> None:
    bibliography = read(text, "x.bib")
    lines = text.split("\n")
    for finding in bibliography.faults:
        assert finding.rule in ("bibliography-syntax", "duplicate-reference", "duplicate-field", "undefined-string")
        assert finding.span is not None
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.span[:2] <= finding.span[2:]
    for key, entry in bibliography.entries.items():
        assert key == entry.key != ""
        assert text.startswith(entry.source, entry.offset)
        assert entry.source.startswith("@")
        assert all(entry.place(field) != entry.span for field in entry.fields)


@given(JUNK)
@example("title = {\\")
@example('title = "')
@example("%")
def test_a_broken_entry_loses_no_neighbour(junk: str) -> None:
    bibliography = read(f"@misc{{before, f = {{1}}}}\n@misc{{broken, {junk}\n@misc{{after, f = {{2}}}}\n", "x.bib")
    assert bibliography.entries["before"].source == "@misc{before, f = {1}}"
    assert bibliography.entries["after"].source == "@misc{after, f = {2}}"


@st.composite
def written(draw: st.DrawFn, value: str) -> str:
    """The value in braces or quotes, in one piece or two."""
    if draw(st.booleans()):
        return f"{{{value}}}"
    if '"' not in value and draw(st.booleans()):
        return f'"{value}"'
    return f"{{{value}}} # {{}}"


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, dict[str, tuple[str, dict[str, str]]]]:
    """A bibliography as text, and what it says."""
    expected: dict[str, tuple[str, dict[str, str]]] = {}
    text = draw(st.sampled_from(["", "Prose.\n", "\ufeff"]))
    for key in draw(st.lists(KEYS, max_size=5, unique_by=str.casefold)):
        type = draw(st.sampled_from(["article", "Online", "REPORT", "x-custom"]))
        fields = draw(st.dictionaries(NAMES, VALUES, max_size=4))
        body = ",\n  ".join(
            [
                key,
                *(
                    f"{draw(st.sampled_from([name, name.upper()]))} = {draw(written(value))}"
                    for name, value in fields.items()
                ),
            ]
        )
        comma = draw(st.sampled_from(["", ",", ",\n"]))
        opener, closer = ("(", ")") if draw(st.booleans()) else ("{", "}")
        text += f"@{type}{opener}{body}{comma}{closer}" + draw(st.sampled_from(["\n", "\n\n", "\r\n", " "]))
        expected[key] = type.lower(), fields
    return text, expected


@given(entries())
def test_generated_entries_read_back(case: tuple[str, dict[str, tuple[str, dict[str, str]]]]) -> None:
    text, expected = case
    bibliography = read(text, "x.bib")
    assert bibliography.faults == ()
    assert list(bibliography.entries) == list(expected)
    for key, (type, fields) in expected.items():
        entry = bibliography.entries[key]
        assert entry.type == type
        assert dict(entry.fields) == {name: re.sub("[ \t\n]+", " ", value).strip(" ") for name, value in fields.items()}


@given(st.dictionaries(KEYS, st.dictionaries(NAMES, st.text("abc é12", max_size=8), max_size=3), max_size=4))
def test_bibtexparser_agrees(expected: dict[str, dict[str, str]]) -> None:
    text = "\n".join(
        f"@misc{{{key}" + "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items()) + "}"
        for key, fields in expected.items()
    )
    ours = read(text, "x.bib").entries.values()
    theirs = bibtexparser.parse_string(text, parse_stack=[]).entries
    assert [(entry.key, entry.entry_type, entry.raw, [field.key for field in entry.fields]) for entry in theirs] == [
        (entry.key, entry.type, entry.source, list(entry.fields)) for entry in ours
    ]
