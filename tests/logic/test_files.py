"""Files of frameworks: what is written is read again, and what is wrong is said with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.logic import Framework
from argmap.logic.files import FORMATS, FormatError, read

NAMES = st.text("abcXYZ_019é", min_size=1, max_size=4)


def text_of(framework: Framework, format: str) -> str:
    """A framework as a file of a format; in ``p af`` arguments are called by their numbers."""
    if format == "af":
        pairs = [f"{a} {b}\n" for a in framework.graph.numbers for b in framework.graph.targets[a]]
        return f"p af {len(framework)}\n{''.join(pairs)}"
    if format == "tgf":
        names = "".join(f"{name}\n" for name in framework.arguments)
        return names + "#\n" + "".join(f"{attacker} {attacked}\n" for attacker, attacked in framework.attacks())
    facts = [f"arg({name}).\n" for name in framework.arguments]
    return "".join([*facts, *(f"att({attacker},{attacked}).\n" for attacker, attacked in framework.attacks())])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    names = draw(st.lists(NAMES, max_size=6, unique=True))
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else st.nothing()
    return Framework(names, draw(st.lists(pairs, max_size=10)) if names else [])


@pytest.mark.parametrize("format", FORMATS)
@given(made=frameworks())
def test_what_is_written_is_read_again(format: str, made: Framework) -> None:
    again = read(text_of(made, format).encode(), format)
    assert again.graph.targets == made.graph.targets
    if format != "af":
        assert list(again.arguments) == list(made.arguments)


@given(st.binary(max_size=60) | st.text("paf 123\n#arg(t),.%", max_size=40).map(str.encode), st.sampled_from(FORMATS))
def test_any_bytes_are_a_framework_or_an_error_with_a_line(data: bytes, format: str) -> None:
    for kind in (format, None):
        try:
            made = read(data, kind)
        except FormatError as error:
            assert str(error).startswith("line ")
        else:
            assert len(made.arguments) == made.graph.size


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("p af 3\n1 2\n2 3\n", [[], [2], [3], []]),
        ("# by hand\n\np af 2\n# an attack\n1 2 \n\n2\t1\r\n", [[], [2], [1]]),
        ("p af 2\n1 2", [[], [2], []]),
        ("p af 0\n", [[]]),
        ("arg(a).arg(b). % two\natt(a, b) .\n", [[], [2], []]),
        ("% first\natt(b,a).\narg(a).\narg(b).\n", [[], [], [1]]),
        ("1 one\n2\n#\n1 2 strongly\n", [[], [2], []]),
    ],
)
def test_a_file_is_read_in_the_format_that_it_looks_like(text: str, targets: list[list[int]]) -> None:
    assert read(text.encode()).graph.targets == targets


@pytest.mark.parametrize(
    ("format", "text", "said"),
    [
        ("af", "", "line 1: a file of this format starts with 'p af'"),
        ("af", "# x\np cnf 3\n", "line 2: a file of this format starts with 'p af'"),
        ("af", "p af 2\n1 2\n2 x\n", "line 3: an attack is two numbers"),
        ("af", "p af 2\n1 2 1\n2\n", "line 2: an attack is two numbers"),
        ("af", "p af 2\n1 3\n", "line 2: there is no argument 3: they are numbered from 1 to 2"),
        ("af", "p af 2\n1 2\n0 1\n", "line 3: there is no argument 0"),
        ("af", "p af 2\n# 9\n1 0\n", "line 3: there is no argument 0"),
        ("af", f"p af 2\n1 {'9' * 5000}\n", "line 2: there is no argument 99999999999999999999:"),
        ("af", "p af 999999999\n", "line 1: 999,999,999 arguments; at most 2,000,000"),
        ("af", f"p af {'9' * 5000}\n", "line 1: a file of this format"),
        ("apx", "arg(a).\natt(a).\n", "line 2: expected 'arg(NAME).'"),
        ("apx", "arg(a).\narg(a,b).\n", "line 2: expected 'arg(NAME).'"),
        ("apx", "arg(a).\natt(a,b).\n", "line 2: there is no argument 'b'"),
        ("apx", "arg(a). arg(a).", "line 1: the argument 'a' is given twice"),
        ("tgf", "a\nb\na\n", "line 3: the argument 'a' is given twice"),
        ("tgf", "a\n#\na\n", "line 3: an attack is two names"),
        ("tgf", "a\n#\na b\n", "line 3: there is no argument 'b'"),
        ("gml", "a", "there is no format 'gml': use one of af, apx, tgf"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(format: str, text: str, said: str) -> None:
    with pytest.raises(FormatError) as error:
        read(text.encode(), format)
    assert str(error.value).startswith(said)


def test_bytes_that_are_no_text_are_refused_by_line() -> None:
    with pytest.raises(FormatError, match="line 2: this is not UTF-8"):
        read(b"arg(a).\narg(\xff).\n", "apx")
