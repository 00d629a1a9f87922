"""The maps of this repository: the schemes of their steps are ours, and what they answer is what was judged."""

from __future__ import annotations

import pytest
from needs import REPOSITORY

from argmap.formats.native import load
from argmap.model import Map
from argmap.schemes import scheme
from argmap.schemes.questions import examine

ANSWERED = {
    "al-monitor-2015": {
        ("weak-ties-let-outsiders-in", "reverse", "regional-interference"),
        ("abadi-followed-us", "instance-true", "militias-entered-at-his-request"),
    },
    "washington-institute-2024": {
        ("good-relations-lighter", "possible", "politics-torn"),
        ("keep-principles", "possible", "politics-torn"),
        ("displacement-overcome", "other-explanation", "camps-closed"),
        ("transition-underway", "counterexamples", "raids-continue"),
        ("coalition-pruned", "counterexamples", "raids-continue"),
        ("other-frameworks", "counterexamples", "eu-mission-weaker"),
    },
}


def real(name: str) -> Map:
    content = load((REPOSITORY / "maps" / f"{name}.yaml").read_text(encoding="utf-8"), name).content
    assert isinstance(content, Map)
    return content


@pytest.mark.parametrize("name", ANSWERED)
def test_every_scheme_is_known_and_every_question_is_one_of_it(name):
    map = real(name)
    assert [step.scheme for step in map.steps.values() if step.scheme and scheme(step.scheme) is None] == []
    asked = {asked.question.id for each in examine(map) for asked in each.asked if asked.answers}
    assert {step.question for step in map.steps.values() if step.question} == asked


@pytest.mark.parametrize("name", ANSWERED)
def test_what_is_answered_and_by_what(name):
    found = {
        (each.step.conclusion, asked.question.id, answer.premises[0])
        for each in examine(real(name))
        for asked in each.asked
        for answer in asked.answers
    }
    assert found == ANSWERED[name]


@pytest.mark.parametrize("name", ANSWERED)
def test_the_steps_to_the_thesis_name_a_scheme(name):
    map = real(name)
    named = [step for thesis in map.thesis for step in map.steps_to[thesis] if step.scheme]
    assert len(named) >= 2
