"""Each rule about spelling finds its mistake at its exact place."""

import pytest
from marked import HEAD, faults, unmarked

from argmap.formats.native import load

NODES = HEAD + "nodes:\n"
CASES = [
    ("AM101", HEAD + "title: é ‹\x01›"),
    ("AM101", HEAD + "title: 😀 ‹\x7f› and more\n"),
    ("AM102", HEAD + "title: Charging‹:› a case\n"),
    ("AM102", HEAD + "thesis: [a, b\nlang‹:› en\n"),
    ("AM102", HEAD + "‹---›\nb: 1\n"),
    ("AM102", HEAD + "? ‹[›a]\n: b\n"),
    ("AM103", HEAD + "nodes:\n‹\t›a: {claim: x}\n"),
    ("AM103", HEAD + "nodes:\n  ‹\t›a: {claim: x}\n"),
    ("AM103", HEAD + "note: |\n  a\n  \tb\nnodes:\n ‹\t›a: {claim: x}\n"),
    ("AM102", HEAD + "thesis: [a, b\nnote‹:› |\n  a\n  \tb\n"),
    ("AM104", NODES + "  a: {claim: One.}\n  ‹a›: {claim: Two.}\n"),
    ("AM104", NODES + "  a: {claim: x, note: y, ‹note›: z}\n"),
    ("AM104", NODES + "  1: {claim: One.}\n  ‹'1'›: {claim: Two.}\n"),
    ("AM105", HEAD + "note: ‹&here Same as before.›\n"),
    ("AM105", HEAD + "title: ‹!important Title›\n"),
    ("AM105", NODES + "  a: {claim: x, tags: [‹*tags›, b]}\n"),
    ("AM106", HEAD + "x-a: " + "[" * 59 + "‹[›" + "]" * 60),
    ("AM107", NODES + "  a:\n    claim: The plan was voted issue ‹#›1 of the year.\n"),
    ("AM107", NODES + "  a:\n    claim: The plan was good ‹#› at first\n"),
    ("AM107", NODES + "  a:\n    claim:\n      The plan was\n      voted ‹#›1\n"),
    ("AM107", HEAD + "title: Plan ‹#›1\n"),
    ("AM107", HEAD + "actors: {b: {name: Bus}}\nnodes:\n  a:\n    claim: Bus ‹#›7 is late\n"),
    ("AM108", "‹a›rgmap: 1\ntitle: x\n"),
    ("AM108", "‹map: m\ntitle: x›\n"),
    ("AM108", HEAD + "actors:\n  ‹a›: {role: x}\n"),
    ("AM108", NODES + "  a:\n    claim: x\n    quantities:\n      - ‹{value: 3}›\n"),
    ("AM108", "argmap: 1\ncomparison: c\nmaps: [a, b]\ntopics:\n  ‹t›: {title: x}\n"),
    ("AM109", HEAD + "‹titel›: x\n"),
    ("AM109", NODES + "  a: {claim: x, ‹suported_by›: b}\n"),
    ("AM109", NODES + "  a:\n    claim: x\n    at: {start: b, ‹stop›: c}\n"),
    ("AM109", NODES + "  a:\n    claim: x\n    at:\n      - b\n      - {start: b, ‹stop›: c}\n"),
    ("AM109", NODES + "  a: {claim: x, supported_by: {premises: b, ‹warant›: c}}\n"),
    ("AM109", HEAD + "nodes: {international: {claim: x, ‹bogus›: 2}}\n"),
    ("AM109", HEAD + "nodes: {cite: {claim: x, ‹nots›: y}}\n"),
    ("AM110", NODES + "  a: {claim: x, supported_by: {premises: {goal: ‹3›}}}\n"),
    ("AM110", NODES + "  a: {claim: x, supported_by: {premises: {goal: [b, ‹[c]›]}}}\n"),
    ("AM110", NODES + "  a: {claim: x, supported_by: {premises: ‹3›}}\n"),
    ("AM110", NODES + "  a: {claim: ‹2015›}\n"),
    ("AM110", NODES + "  international-law: {claim: ‹2015›}\n"),
    ("AM110", NODES + "  a: {claim: x, said: ‹2015-02-30›}\n"),
    ("AM110", NODES + "  a: {claim: x, said: {date: ‹soon›}}\n"),
    ("AM110", NODES + "  a: {claim: x, by: [b, ‹3›]}\n"),
    ("AM110", NODES + "  a: {claim: x, stance: ‹agreed›}\n"),
    ("AM110", NODES + "  a: {claim: x, implicit: ‹yes›}\n"),
    ("AM110", NODES + "  a: {claim: x, quantities: {of: b, value: ‹many›}}\n"),
    ("AM110", NODES + "  a: {claim: x, quantities: [{of: b, ‹value›: [1, 2, 3]}]}\n"),
    ("AM110", NODES + "  a: {claim: x, attacked_by: {premises: b, outweighed: ‹3›}}\n"),
    ("AM110", NODES + "  a: {claim: x, supported_by: [b, ‹3›, c]}\n"),
    ("AM110", NODES + "  ‹a›: [x]\n"),
    ("AM110", HEAD + "steps: [‹3›, {support: a, premises: b}]\n"),
    ("AM110", HEAD + "‹steps›: {support: a, premises: b}\n"),
    ("AM110", NODES + "  a:\n    claim: x\n    at: {start‹›}"),
    ("AM110", "argmap: ‹2›\nmap: m\n"),
    ("AM110", "‹- a›\n"),
    ("AM111", NODES + "  ‹Pricing_Works›: {claim: x}\n"),
    ("AM111", NODES + "  a: {claim: x, tags: [b, ‹Big Tag›]}\n"),
    ("AM111", NODES + "  a: {claim: x, supported_by: [{premises: b, id: ‹By_law›}]}\n"),
    ("AM111", "argmap: 1\nmap: ‹My map›\n"),
    ("AM112", NODES + "  ‹a›: {note: x}\n"),
    ("AM112", NODES + "  ‹a›: {claim: x, evidence: y}\n"),
    ("AM112", NODES + "  ‹a›: {claim: }\n"),
    ("AM113", NODES + "  a:\n    claim: x\n    supported_by:\n      - ‹[b, c]›\n      - d\n"),
    ("AM113", NODES + "  a: {claim: x, attacked_by: [b, ‹[c]›]}\n"),
    ("AM113", HEAD + "steps:\n  - ‹[a, b]›\n  - {support: a, premises: b}\n  - ‹[c]›\n"),
    ("AM114", HEAD + "steps:\n  - ‹{premises: [a]}›\n"),
    ("AM114", HEAD + "steps:\n  - ‹{support: a, attack: b, premises: c}›\n"),
    ("AM114", HEAD + "steps:\n  - ‹premises:\n      - a›\n\n# end\n"),
    ("AM114", HEAD + "steps:\n  - ‹{prefer: a}›\n"),
    ("AM114", HEAD + "steps:\n  - ‹{support: a}›\n"),
    ("AM114", HEAD + "steps:\n  - ‹{contradict: [a, b], premises: c}›\n"),
    ("AM115", NODES + "  a: {claim: x, supported_by: {premises: b, id: ‹b›}}\n  b: {claim: y}\n"),
    ("AM115", HEAD + "steps:\n  - {support: a, premises: b, id: s}\n  - {support: c, premises: b, id: ‹s›}\n"),
]


@pytest.mark.parametrize(("code", "text"), CASES, ids=[f"{code}-{n}" for n, (code, _) in enumerate(CASES)])
def test_the_mistake_is_found_where_it_stands(code, text):
    plain, spans = unmarked(text)
    assert faults(plain) == [(code, span) for span in spans]


def test_a_quote_without_end_is_found_at_the_end_of_the_file():
    assert faults(HEAD + "title: 'no end\n") == [("AM102", (3, 15, 3, 16))]


def test_every_rule_about_spelling_is_among_the_cases():
    assert {code for code, _ in CASES} == {f"AM{number}" for number in range(101, 116)}


def test_what_stands_behind_a_dropped_list_item_keeps_its_place():
    text = HEAD + "steps: [3, {bogus: 1, support: a, premises: b}, {support: a, premises: [gone]}]\n"
    document = load(text, "map.yaml")
    assert [fault.rule for fault in document.faults] == ["bad-value", "unknown-key"]
    (step,) = (step for step in document.content.steps.values() if step.premises == ("gone",))
    assert document.span(("steps", step.id, "premises", 0)) == (3, 73, 3, 77)


@pytest.mark.parametrize(
    ("steps", "field"),
    [
        ("{support: ‹a›, premises: b}", ("conclusion",)),
        ("{support: a, premises: ‹b›}", ("premises", 0)),
        ("{contradict: [a, ‹b›]}", ("premises", 1)),
        ("{prefer: ‹a›, over: b}", ("premises", 0)),
        ("{prefer: a, over: ‹b›}", ("conclusion",)),
        ("{attack: a, premises: b, outweighed: [c, ‹d›]}", ("outweighed", 1)),
        ("{support: a, premises: {goal: b, means: ‹c›}}", ("premises", 1)),
        ("{support: a, premises: {goal: [b, c], means: [d, ‹e›]}}", ("premises", 3)),
        ("{support: a, premises: {goal: b, ‹means›: c}}", ("roles", "means")),
    ],
)
def test_the_ends_of_a_step_at_the_top_have_places(steps, field):
    text, spans = unmarked(f"{HEAD}steps:\n  - {steps}\n")
    document = load(text, "map.yaml")
    (id,) = document.content.steps
    assert document.span(("steps", id, *field)) == spans[0]


def test_the_roles_of_a_step_that_stands_nested_have_places():
    text, spans = unmarked(HEAD + "nodes: {a: {claim: x, supported_by: {premises: {goal: [b, ‹c›]}, id: by-aim}}}\n")
    assert load(text, "map.yaml").span(("steps", "by-aim", "premises", 1)) == spans[0]


def test_a_node_may_be_called_as_a_field_is():
    document = load(HEAD + "nodes:\n  role: {claim: x, by: a, as: mayor}\n  text: {claim: y}\n", "map.yaml")
    assert document.span(("nodes", "role")) == (4, 3, 4, 7)
    assert document.span(("nodes", "role", "role")) == (4, 31, 4, 36)
    assert document.span(("nodes", "text", "text")) == (5, 17, 5, 18)
