"""Critical questions: which steps they are asked of, and what answers them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from marked import HEAD
from strategies import maps

from argmap.formats.native import load
from argmap.model import Map, StepKind
from argmap.schemes import names, scheme
from argmap.schemes.questions import ANSWERS, MOST_ANSWERS, examine
from argmap.schemes.report import as_data, as_text, of_steps

CITY = f"""\
{HEAD}title: The case for a charge
nodes:
  charge:
    recommendation: Charge drivers at peak hours.
    supported_by:
      - premises: {{goal: fewer-cars, means: pricing-works}}
        scheme: practical-reasoning
        undercut_by: {{premises: tunnel, question: other-means}}
      - {{premises: revenue, scheme: positive-consequences, id: by-money}}
      - {{premises: tunnel, scheme: x-mine}}
      - {{premises: revenue}}
    attacked_by:
      - {{premises: shops, question: side-effects, outweighed: true}}
      - {{premises: unfair}}
  fewer-cars: {{claim: There should be fewer cars in the centre.}}
  pricing-works:
    claim: Pricing cuts congestion.
    supported_by: {{premises: stockholm, question: means-work}}
    attacked_by: {{premises: shops, question: no-such}}
  revenue: {{claim: The charge raises money.}}
  tunnel: {{claim: A tunnel is being dug.}}
  shops: {{claim: Shops lose trade.}}
  unfair: {{claim: It is unfair.}}
  stockholm: {{evidence: Traffic fell in Stockholm.}}
steps:
  - {{support: by-money, premises: unfair, question: really-good}}
"""


def city() -> Map:
    document = load(CITY, "map.yaml")
    assert document.faults == ()
    assert isinstance(document.content, Map)
    return document.content


def answered(map: Map) -> dict[str, dict[str, list[str]]]:
    """By scheme the questions that are answered, with the premises of what answers them."""
    return {
        each.scheme.name: {
            asked.question.id: [step.premises[0] for step in asked.answers] for asked in each.asked if asked.answers
        }
        for each in examine(map)
    }


def test_an_answer_leads_to_the_step_to_a_premise_of_it_or_attacks_its_conclusion():
    assert answered(city()) == {
        "practical-reasoning": {"means-work": ["stockholm"], "other-means": ["tunnel"], "side-effects": ["shops"]},
        "positive-consequences": {"really-good": ["unfair"]},
    }


def test_what_is_open_is_the_rest():
    practical, positive = examine(city())
    assert [question.id for question in practical.open] == ["goal-worthy", "possible"]
    assert [question.id for question in positive.open] == ["likely", "bad-consequences", "otherwise-too"]


def answers_to(steps: str) -> list[str]:
    text = f"{HEAD}nodes:\n" + "".join(f"  {id}: {{claim: {id}}}\n" for id in "abcd")
    document = load(
        f"{text}steps:\n  - {{support: a, premises: b, warrant: c, scheme: sign, id: s}}\n{steps}", "m.yaml"
    )
    assert document.faults == ()
    (examined,) = [each for each in examine(document.content) if each.step.id == "s"]
    return [step.id for asked in examined.asked for step in asked.answers]


def test_a_warrant_counts_as_a_premise():
    assert answers_to("  - {attack: c, premises: d, question: sign-strong, id: t}\n") == ["t"]


def test_a_support_of_the_conclusion_and_an_attack_on_what_is_elsewhere_answer_nothing():
    assert answers_to("  - {support: a, premises: d, question: sign-strong, id: t}\n") == []
    assert answers_to("  - {attack: d, premises: b, question: sign-strong, id: t}\n") == []
    assert answers_to("  - {undercut: t, premises: d, question: sign-strong}\n") == []


def test_a_ranking_answers_nothing():
    assert answers_to("  - {prefer: a, over: b, question: sign-strong, id: t}\n") == []


def test_of_many_answers_some_are_kept():
    many = "".join(f"  - {{undercut: s, premises: d, question: sign-strong, id: t{n}}}\n" for n in range(200))
    assert answers_to(many) == [f"t{number}" for number in range(MOST_ANSWERS)]


def test_the_page_says_it_in_words():
    assert as_text(city(), examine(city()), width=90).splitlines() == [
        "The case for a charge",
        "",
        "charge <- fewer-cars, pricing-works (practical-reasoning)",
        "  Charge drivers at peak hours.",
        "  because (goal): There should be fewer cars in the centre.",
        "  because (means): Pricing cuts congestion.",
        "  goal-worthy  Is the goal worth having, and does it not clash with other goals of the",
        "               actor?",
        "  possible     Is it in the actor's power to take the action?",
        "",
        "by-money: charge <- revenue (positive-consequences)",
        "  Charge drivers at peak hours.",
        "  because: The charge raises money.",
        "  likely            How likely is it that this will come about, and what shows it?",
        "  bad-consequences  Does the action have bad consequences too that should be weighed",
        "                    against it?",
        "  otherwise-too     Would it come about in another way, or without the action?",
        "",
        "5 questions open and 4 answered, at 2 steps; 7 of 10 steps without a scheme",
    ]


def test_everything_shows_what_answers():
    lines = as_text(city(), of_steps("by-money", examine(city())), everything=True).splitlines()
    at = lines.index("  really-good       [x] Is it good, for whom, and in whose eyes?")
    assert lines[at + 1] == "                    supported by: It is unfair."
    assert sum("[ ]" in line for line in lines) == 3
    assert "attacked (outweighed) by: Shops lose trade." in as_text(city(), examine(city()), everything=True)


def test_the_steps_to_a_node():
    assert [each.step.id for each in of_steps("charge", examine(city()))] == [each.step.id for each in examine(city())]
    assert of_steps("shops", examine(city())) == []


def test_as_data():
    data = as_data(city(), examine(city()), everything=True)
    assert [step["scheme"] for step in data["steps"]] == ["practical-reasoning", "positive-consequences"]
    assert data["steps"][0]["roles"] == {"goal": ["fewer-cars"], "means": ["pricing-works"]}
    questions = {each["id"]: each for each in data["steps"][0]["questions"]}
    assert questions["side-effects"]["answers"] == [{"id": "shops-x>charge", "kind": "attack", "outweighed": True}]
    assert questions["goal-worthy"] == {
        "id": "goal-worthy",
        "text": scheme("practical-reasoning").questions["goal-worthy"].text,
        "kind": "presumption",
        "premise": "goal",
        "answers": [],
    }


@given(maps(), st.randoms(use_true_random=False))
def test_any_map_is_examined_and_told(map, random):
    ours = [scheme(name) for name in names()]
    steps = {
        id: replace(step, scheme=random.choice(ours).name, question=random.choice(list(random.choice(ours).questions)))
        for id, step in map.steps.items()
    }
    map = Map(id=map.id, nodes=map.nodes, steps=steps)
    examined = examine(map)
    assert [each.step for each in examined] == list(steps.values())
    for each in examined:
        for asked in each.asked:
            for answer in asked.answers:
                assert answer.question == asked.question.id
                assert answer.kind in ANSWERS
                assert answer is not each.step
                touched = {each.step.id, *each.step.premises, *each.step.warrant}
                assert answer.conclusion in touched or (
                    answer.kind is StepKind.ATTACK and answer.conclusion == each.step.conclusion
                )
    assert "\x1b" not in as_text(map, examined, everything=True)
    assert len(as_data(map, examined)["steps"]) == len(examined)
