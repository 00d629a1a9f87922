"""Reading .bib files: values, places, faults and what is around them."""

import pytest
from depth import at_most, counts
from needs import REPOSITORY

from argmap.bibliography import Bibliography, read
from argmap.checks.engine.registry import by_name
from argmap.model import Severity, Span

REFERENCES = REPOSITORY / "references.bib"


def found(bibliography: Bibliography) -> list[tuple[str, int, int]]:
    return [(fault.rule, *fault.span[:2]) for fault in bibliography.faults if fault.span]


def fields(text: str) -> dict[str, str]:
    bibliography = read(text, "x.bib")
    assert bibliography.faults == ()
    (entry,) = bibliography.entries.values()
    return dict(entry.fields)


def test_an_entry() -> None:
    text = "Some prose.\n@Article{eliasson2014,\n  Title = {The {Stockholm} charges},\n  year = 2014,\n}\n"
    bibliography = read(text, "references.bib")
    (entry,) = bibliography.entries.values()
    assert (entry.key, entry.type, entry.complete) == ("eliasson2014", "article", True)
    assert entry.fields == {"title": "The {Stockholm} charges", "year": "2014"}
    assert entry.source == text[12:-1]
    assert entry.span == Span(2, 10, 2, 22)
    assert entry.place("title") == Span(3, 11, 3, 36)
    assert entry.place("author") == entry.span
    assert bibliography.file == "references.bib"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{a}", "a"),
        ('"a"', "a"),
        ("12", "12"),
        ("{{UN OCHA}}", "{UN OCHA}"),
        ("{ a\n\t b\r\n c }", "a b c"),
        ("{a\u00a0b}", "a\u00a0b"),
        ('"a {"} b"', 'a {"} b'),
        ('{a "quoted" word, and = # %}', 'a "quoted" word, and = # %'),
        ('"a" # {b} # 1', "ab1"),
        ("{a \\{ b \\} c}", "a \\{ b \\} c"),
        ("{a \\\\{\\small b} c}", "a \\\\{\\small b} c"),
        ("{me@example.org {x}}", "me@example.org {x}"),
        ("jan", "1"),
        ("DEC", "12"),
        ('"3~" # mar', "3~3"),
        ("{}", ""),
    ],
)
def test_values(value: str, expected: str) -> None:
    assert fields(f"@misc{{k, f = {value} , g = 1}}") == {"f": expected, "g": "1"}


def test_strings_are_nested_and_know_no_case() -> None:
    text = '@string{S = "Springer "}\n@STRING(both = s # {Verlag})\n@book{k, publisher = BOTH # ", Berlin", series = s}'
    bibliography = read(text, "x.bib")
    assert bibliography.faults == ()
    assert bibliography.entries["k"].fields == {"publisher": "Springer Verlag, Berlin", "series": "Springer"}
    assert bibliography.entries["k"].strings == ("both", "s")
    assert [(string.name, string.strings) for string in bibliography.strings] == [("s", ()), ("both", ("s",))]


def test_a_string_holds_from_its_definition_on() -> None:
    text = '@misc{a, f = s}\n@string{s = "one"}\n@misc{b, f = s}\n@string{s = "two"}\n@misc{c, f = s}'
    bibliography = read(text, "x.bib")
    assert found(bibliography) == [("undefined-string", 1, 14)]
    assert [entry.fields["f"] for entry in bibliography.entries.values()] == ["s", "one", "two"]


def test_a_string_cannot_be_made_of_itself() -> None:
    bibliography = read('@string{s = s # "x"}\n@misc{a, f = s}', "x.bib")
    assert found(bibliography) == [("undefined-string", 1, 13)]
    assert bibliography.entries["a"].fields["f"] == "sx"


def test_an_undefined_string_is_a_warning_with_a_proposal() -> None:
    (fault,) = read('@string{tpol = "Transport Policy"}\n@article{k, journal = tpo}', "x.bib").faults
    assert (fault.rule, by_name()[fault.rule].severity, fault.help) == (
        "undefined-string",
        Severity.WARNING,
        "did you mean 'tpol'?",
    )
    assert fault.span == Span(2, 23, 2, 26)


def test_duplicate_keys_name_both_places() -> None:
    bibliography = read("@misc{k, f = 1}\n@misc{k, f = 2}\n@misc{K}", "x.bib")
    assert list(bibliography.entries) == ["k", "K"]
    assert bibliography.entries["k"].fields == {"f": "1"}
    assert found(bibliography) == [("duplicate-reference", 2, 7), ("duplicate-reference", 3, 7)]
    for fault in bibliography.faults:
        assert by_name()[fault.rule].severity is Severity.ERROR
        assert [related.span for related in fault.related] == [Span(1, 7, 1, 8)]


def test_duplicate_fields_keep_the_first() -> None:
    bibliography = read("@misc{k, f = 1, g = 2,\n F = 3}", "x.bib")
    assert bibliography.entries["k"].fields == {"f": "1", "g": "2"}
    (fault,) = bibliography.faults
    assert (fault.rule, by_name()[fault.rule].severity, fault.span) == (
        "duplicate-field",
        Severity.WARNING,
        Span(2, 2, 2, 3),
    )
    assert fault.related[0].span == Span(1, 14, 1, 15)


@pytest.mark.parametrize(
    ("broken", "place", "read_all_the_same"),
    [
        ("@a{k,\n t = {x {y},\n u = {1},\n}", (2, 6), {"u": "1"}),
        ("@a{k,\n t = {x}\n u = {1},\n}", (2, 9), {"t": "x", "u": "1"}),
        ("@a{k,\n t = {x}},\n u = {1},\n}", (2, 9), {"t": "x", "u": "1"}),
        ('@a{k,\n t = "x,\n u = "1",\n}', (2, 6), {"u": "1"}),
        ('@a{k,\n t = "x,\n u = {1},\n}', (2, 6), {"u": "1"}),
        ("@a{k,\n t = {x \\{ y},\n u = {1},\n}", (2, 6), {"u": "1"}),
        ("@a{k,\n t = {x \\} y},\n u = {1},\n}", (2, 12), {"u": "1"}),
        ('@a{k,\n t = "M\\"uller",\n u = {1},\n}', (2, 10), {"u": "1"}),
        ("@a{k,\n t = {x},\n u = {1},\n", (1, 3), {"t": "x", "u": "1"}),
        ("@a{k,\n t = {x},\n u = {1", (3, 6), {"t": "x"}),
        ("@a{k,\n t = x y,\n u = {1},\n}", (2, 8), {"u": "1"}),
        ("@a{k,\n t = ,\n u = {1},\n}", (2, 6), {"u": "1"}),
        ("@a{k,\n t,\n u = {1},\n}", (2, 2), {"u": "1"}),
        ("@a{k,\n t = {x},,\n u = {1},\n}", (2, 10), {"t": "x", "u": "1"}),
        ("@a{k,\n t = {x} # ,\n u = {1},\n}", (2, 12), {"u": "1"}),
        ("@a{k\n t = {x},\n u = {1},\n}", (1, 5), {"t": "x", "u": "1"}),
        ("@a{k l,\n t = {x},\n u = {1},\n}", (1, 4), None),
        ("@a{\n t = {x},\n u = {1},\n}", (1, 3), None),
        ("@a{,\n t = {x},\n u = {1},\n}", (1, 3), None),
        ("@{k,\n t = {x},\n u = {1},\n}", (1, 1), {"t": "x", "u": "1"}),
        ("@a k,\n t = {x},\n u = {1},\n}", (1, 1), None),
        ("@a", (1, 1), None),
        ("@a(k,\n t = {x},\n u = {1}", (1, 3), {"t": "x", "u": "1"}),
        ("@comment{ jabref", (1, 9), None),
        ('@preamble{ "x" "y" }', (1, 16), None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_broken_entry_is_one_fault_and_its_neighbours_are_read(
    broken: str, place: tuple[int, int], read_all_the_same: dict[str, str] | None, line_end: str
) -> None:
    before, after = "@misc{before, f = {1}}", "@misc{after, f = {2}}"
    bibliography = read(f"{broken}\n{after}\n{before}".replace("\n", line_end), "x.bib")
    syntax = [fault for fault in bibliography.faults if fault.rule == "bibliography-syntax"]
    assert [(fault.span and fault.span[:2], by_name()[fault.rule].severity) for fault in syntax] == [
        (place, Severity.ERROR)
    ]
    assert bibliography.entries["before"].source == before
    assert bibliography.entries["after"].source == after
    if read_all_the_same is not None:
        assert bibliography.entries["k"].fields == read_all_the_same
        assert bibliography.entries["k"].source == broken.replace("\n", line_end).rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "@a{k, t={u} @book{b, t={v}}",
        "@a{k, t={u @book{b, t={v}}",
        "@a{k, @book{b, t={v}}",
        "@a{k @book{b, t={v}}",
    ],
)
def test_a_broken_entry_does_not_swallow_one_on_its_own_line(line: str) -> None:
    bibliography = read(line, "x.bib")
    assert bibliography.entries["b"].source == "@book{b, t={v}}"
    assert [code for code, _, _ in found(bibliography)] == ["bibliography-syntax"]
    assert not bibliography.entries["k"].complete


def test_what_is_no_entry() -> None:
    text = (
        "\ufeffProse, me@example.org.\n@comment{ @a{x} }\n%@misc{commented, f = {1}}\n  % @misc{too, f = {1}}\n"
        '@comment jabref\n@preamble{"\\newcommand{\\x}{y}"}\n@a\n{x, % why\n f = 1, % {\n g = 2}@b(y)'
    )
    bibliography = read(text, "x.bib")
    assert bibliography.faults == ()
    assert {key: dict(entry.fields) for key, entry in bibliography.entries.items()} == {
        "x": {"f": "1", "g": "2"},
        "y": {},
    }
    assert [preamble.source for preamble in bibliography.preambles] == ['@preamble{"\\newcommand{\\x}{y}"}']


def test_types_that_begin_like_comment_and_string_are_entries() -> None:
    bibliography = read("@commentary{a, f = 1}\n@stringent{b, f = 1}\n@in-proceedings{c, f = 1}", "x.bib")
    assert [entry.type for entry in bibliography.entries.values()] == ["commentary", "stringent", "in-proceedings"]


@pytest.mark.parametrize("length", counts(20_000, 100_000))
@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [
        ("@a{k, t = ", "{", ""),
        ("@a{k, t = ", "{", "}"),
        ('@a{k, t = "', "{", ""),
        ("", "@a{", ""),
        ("", "@a(", ""),
        ("", "@a\n", ""),
        ("", "@ a{x}\n", ""),
        ("", "@a{k,t={u} ", ""),
        ("", "@a{k,t={u ", ""),
        ("", "@a{}", ""),
        (" " * 100_000, "@a{}", ""),
        ("", "@comment(", ""),
        ("", "@comment{", ""),
        ("", '@a{k, t = "', ""),
        ("@a{k,\n", "t = {\n", ""),
        ("@a{k,\n", 't = "\n{', ""),
        ("@a{k,\n", "t = {\n", "}x\n"),
        ("@a{k,\n", "t = {x}\n", ""),
        ("@a{k,", "\n", ""),
        ("@a{k", " ", "l"),
        ("@", "a", ""),
        ("@a{k, t = ", "a # ", ""),
        ("@a{k, t = {x},\n", ",", ""),
        ("\\" * 100_000 + "@a{k, t = {", "\\{", ""),
        ("", "@misc{k№, f = nosuchstring№}\n", ""),
        ("", '@string{s№ = "x"}\n@misc{k№, f = t№}\n', ""),
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_takes_no_time(begin: str, piece: str, end: str, length: int) -> None:
    count = length // len(piece)
    text = begin + "".join(piece.replace("№", str(number)) for number in range(count)) + end * count
    with at_most(length / 10_000):
        bibliography = read(text, "x.bib")
    assert bibliography.faults or bibliography.entries


def test_nothing_is_read_where_there_is_nothing() -> None:
    for text in ("", " \n", "}" * 100_000):
        bibliography = read(text, "x.bib")
        assert (bibliography.faults, bibliography.entries) == ((), {})


@pytest.mark.parametrize("use", ["@misc{{k{}, f = s25 # s25}}\n", "@misc{{k{}, f = s25}}\n", "@string{{t{} = s25}}\n"])
def test_strings_that_double_each_other_stay_small(use: str) -> None:
    text = '@string{s0 = " x "}\n'
    text += "".join(f"@string{{s{number} = s{number - 1} # s{number - 1}}}\n" for number in range(1, 26))
    bibliography = read(text + "".join(use.format(number) for number in range(5_000)), "x.bib")
    assert sum(len(value) for entry in bibliography.entries.values() for value in entry.fields.values()) < 5_000_000
    assert "more than 4,000,000" in bibliography.faults[0].message


@pytest.mark.skipif(not REFERENCES.exists(), reason="no references.bib here")
def test_the_real_references_read_without_faults() -> None:
    bibliography = read(REFERENCES.read_text(encoding="utf-8"), "references.bib")
    assert bibliography.faults == ()
    assert bibliography.entries
