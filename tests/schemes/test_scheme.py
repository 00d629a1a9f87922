"""Schemes: what is shipped is whole, and what is not that of a scheme is refused with the reason."""

from __future__ import annotations

import pytest

from argmap.schemes import SchemeError, names, scheme
from argmap.schemes.describe import as_data, as_text, listed
from argmap.schemes.scheme import GROUPS, read

GOOD = """\
title = "Sign"
group = "causes"
deductive = false
summary = "A sign is there; hence the thing is."
conclusion = "The thing is there."

[premises.finding]
text = "The sign is there."

[premises.indication]
text = "Such a sign usually goes with the thing."
implicit = true

[questions.strong]
text = "How strong is it?"
premise = "indication"

[questions.other]
text = "Is there another ground?"
"""


def all_schemes():
    return [scheme(name) for name in names()]


def test_there_are_as_many_as_promised_in_each_group():
    assert len(names()) >= 50
    assert {each.group for each in all_schemes()} == set(GROUPS)


@pytest.mark.parametrize("name", names())
def test_a_scheme_is_whole(name):
    each = scheme(name)
    assert each.name == name
    assert 2 <= len(each.questions) <= 6
    assert each.needed
    assert any(question.kind == "presumption" for question in each.questions.values())
    if not each.deductive:
        assert any(question.kind == "exception" for question in each.questions.values())
    for sentence in (each.summary, each.conclusion, *(premise.text for premise in each.premises.values())):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    assert all(question.text.endswith("?") for question in each.questions.values())


def test_no_two_schemes_say_the_same():
    assert len({each.summary for each in all_schemes()}) == len(names())


def test_a_text_is_read():
    found = read("sign", GOOD)
    assert found.needed == ("finding",)
    assert {id: each.kind for id, each in found.questions.items()} == {"strong": "presumption", "other": "exception"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('title = "Sign"', "title = ", "invalid TOML"),
        ('title = "Sign"\n', "", "title: not a text"),
        ('title = "Sign"', 'titel = "Sign"', "unknown key 'titel'"),
        ('"causes"', '"cases-of-war"', "group: not one of"),
        ('"causes"', "[]", "group: not a text"),
        ("deductive = false", 'deductive = "no"', "deductive: not true or false"),
        ('text = "The sign is there."', "text = 3", "premises.finding.text: not a text"),
        ("implicit = true", "implicit = 1", "premises.indication.implicit: not true or false"),
        ("[premises.finding]", "[premises.Finding]", "premises.Finding: not a table with a kebab-case name"),
        ('premise = "indication"', 'premise = "sign"', "questions.strong: there is no premise 'sign'"),
        ('premise = "indication"', "premise = [1]", "questions.strong.premise: not a text"),
        ('premise = "indication"', 'about = "indication"', "questions.strong: unknown key 'about'"),
    ],
)
def test_what_is_no_scheme_is_refused(old, new, why):
    assert old in GOOD
    with pytest.raises(SchemeError) as error:
        read("sign", GOOD.replace(old, new, 1))
    assert why in str(error.value)


@pytest.mark.parametrize("part", ["premises", "questions"])
def test_a_scheme_without_premises_or_questions_is_refused(part):
    text = "\n\n".join(block for block in GOOD.split("\n\n") if not block.startswith(f"[{part}"))
    with pytest.raises(SchemeError, match=f"{part}: not tables"):
        read("sign", text)


@pytest.mark.parametrize("name", ["", "nothing", "../data/sign", "sign.toml", "/etc/passwd", "SIGN", "\0"])
def test_what_is_not_there_is_none(name):
    assert scheme(name) is None


def test_a_scheme_in_words():
    assert as_text(read("sign", GOOD), 60).splitlines() == [
        "sign: Sign (presumptive)",
        "",
        "  A sign is there; hence the thing is.",
        "",
        "Premises",
        "  finding     The sign is there.",
        "  indication  Such a sign usually goes with the thing. (may",
        "              be left implicit)",
        "",
        "Conclusion",
        "  The thing is there.",
        "",
        "Critical questions",
        "  strong  How strong is it? (about 'indication')",
        "  other   Is there another ground? (an exception)",
    ]


def test_the_list_holds_every_scheme_once_under_its_group():
    lines = listed(all_schemes(), 80).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line and not line.startswith(" ")] == list(GROUPS.values())
    first = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert sorted(first) == names()


def test_a_scheme_as_data():
    data = as_data(read("sign", GOOD))
    assert data["premises"][1] == {
        "role": "indication",
        "text": "Such a sign usually goes with the thing.",
        "implicit": True,
    }
    assert [each["kind"] for each in data["questions"]] == ["presumption", "exception"]
