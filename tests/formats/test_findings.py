"""What the reader of a file says: a finding for each mistake, and how to fix it."""

import pytest
from marked import HEAD, faults, helps

from argmap.formats.native import load

TEN_MISTAKES = """\
argmap: 1
map: ten-mistakes
titel: Ten mistakes                      # AM109
date: 2024-02-30                         # AM110
lang: [en]                               # AM110
actors:
  mayor: {role: mayor}                   # AM108
nodes:
  Pricing_Works: {claim: It works.}      # AM111
  first:
    claim: The plan was issue #1         # AM107
    stance: agreed                       # AM110
  second: {note: no text}                # AM112
  third:
    evidence: Traffic fell.
    supported_by:
      - [a, b]                           # AM113
steps:
  - {premises: [first]}                  # AM114
"""


def test_ten_mistakes_give_ten_findings():
    expected = [
        (line.rpartition("# ")[2], number)
        for number, line in enumerate(TEN_MISTAKES.split("\n"), start=1)
        if "# AM" in line
    ]
    assert len(expected) == 10
    assert sorted((code, span.line) for code, span in faults(TEN_MISTAKES)) == sorted(expected)


def test_the_rest_of_a_broken_file_is_still_loaded():
    content = load(TEN_MISTAKES, "map.yaml").content
    assert {"first", "second", "third"} <= set(content.nodes)
    assert content.nodes["third"].text == "Traffic fell."


def test_a_broken_file_is_not_whole():
    assert not load(TEN_MISTAKES, "map.yaml").whole
    assert load(HEAD, "map.yaml").whole


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (HEAD + "titel: x", "title"),
        (HEAD + "nodes: {a: {claim: x, suported_by: b}}", "supported_by"),
        (HEAD + "nodes: {cite: {claim: x, suported_by: b}}", "supported_by"),
        (HEAD + "nodes: {a: {claim: x, at: {strat: b, start: c}}}", "start"),
        (HEAD + "nodes: {a: {claim: x, cite: [{kee: b, key: c}]}}", "key"),
        (HEAD + "nodes: {a: {claim: x, quantities: {of: b, value: 1, unti: c}}}", "unit"),
        (HEAD + "nodes: {a: {claim: x, said: {date: 2014, infered: day}}}", "inferred"),
        (HEAD + "nodes: {a: {claim: x, attacked_by: {premises: b, outweigh: true}}}", "outweighed"),
        (HEAD + "steps: [{undercutt: s, undercut: s, premises: b}]", "undercut"),
        (HEAD + "actors: {a: {name: x, rle: b}}", "role"),
        (HEAD + "defaults: {stanse: reported}", "stance"),
        ("argmap: 1\ncomparison: c\nmaps: []\ntopics: {a: {positions: {}, verdikt: agree}}", "verdict"),
    ],
)
def test_a_misspelt_key_is_compared_with_those_known_at_its_place(text, meant):
    assert helps(text) == [f"did you mean '{meant}'?"]


def test_a_key_like_no_other_is_answered_with_those_known():
    (help,) = helps(HEAD + "nodes: {a: {claim: x, at: {start: b, zzz: c}}}")
    assert help == "known keys: start, end, prefix, suffix, paragraph, locator; your own keys begin with 'x-'"


def test_an_id_in_other_letters_is_mended_wherever_the_file_speaks_of_it():
    text = (
        "thesis: Pricing_Works\nactors: {Mayor: {name: A}}\nnodes:\n  Pricing_Works: {claim: Mayor, by: [Mayor]}\n"
        "  b: {claim: Pricing_Works, supported_by: ['Pricing_Works'], rephrases: Pricing_Works}\n"
        "steps: [{support: b, premises: [b, Pricing_Works], id: By_Law}, {prefer: By_Law, over: x}]\n"
    )
    fixes = {fault.fix.message: fault.fix.edits for fault in load(HEAD + text, "map.yaml").faults}
    assert {message: sorted(edit.span.line for edit in edits) for message, edits in fixes.items()} == {
        "write 'pricing-works'": [3, 6, 7, 7, 8],
        "write 'mayor'": [4, 6],
        "write 'by-law'": [8, 8],
    }


def test_a_role_in_other_letters_is_mended_and_no_node_of_that_name():
    text = (
        "nodes:\n  Goal: {claim: x}\n  b:\n    claim: y\n"
        "    supported_by: {premises: {The Goal: Goal, means: [b, Goal]}}\n"
    )
    fixes = {fault.fix.message: fault.fix.edits for fault in load(HEAD + text, "map.yaml").faults}
    assert {
        message: sorted((edit.span.line, edit.span.column) for edit in edits) for message, edits in fixes.items()
    } == {
        "write 'goal'": [(4, 3), (7, 41), (7, 58)],
        "write 'the-goal'": [(7, 31)],
    }
    (step,) = load(HEAD + text, "map.yaml").content.steps.values()
    assert step.roles == {"the-goal": ("goal",), "means": ("b", "goal")}


def test_a_misspelt_map_key_is_recognised():
    assert helps("argmap: 1\nmapp: m\n") == ["is 'mapp' meant?"]


@pytest.mark.parametrize(("id", "proposal"), [("Pricing_Works", "pricing-works"), ("Ä b", "b"), ("a--b", "a-b")])
def test_an_id_is_proposed_for_one_that_is_none(id, proposal):
    assert helps(f"{HEAD}nodes:\n  {id}: {{claim: x}}\n") == [f"write '{proposal}'"]


def test_an_id_of_which_nothing_can_stay_gets_the_rule():
    assert helps(HEAD + "nodes: {ÄÖ: {claim: x}}") == ["use a-z, 0-9 and single hyphens"]


def test_a_bare_list_shows_both_spellings():
    (help,) = helps(HEAD + "nodes: {a: {claim: x, supported_by: [[b, c]]}}")
    assert "- premises: [a, b]" in help
    assert "'- a' and '- b'" in help


def test_a_long_value_is_not_repeated_in_full():
    text = HEAD + f"date: {'9' * 1000}\nnodes: {{a: {{claim: x, stance: {'b' * 1000}, tags: {'C' * 1000}}}}}"
    messages = [fault.message for fault in load(text, "map.yaml").faults]
    assert len(messages) == 3
    assert all(len(message) < 200 for message in messages)


@pytest.mark.parametrize("text", ["", "\n \n", "# only a comment\n", "---\n...\n", "~"])
def test_an_empty_file_is_said_to_be_empty(text):
    document = load(text, "map.yaml")
    assert [(fault.rule, fault.message) for fault in document.faults] == [("missing-key", "the file is empty")]
    assert document.content is None
    assert (document.span(("nodes", "a")) is None) == (document.tree is None)


@pytest.mark.parametrize("key", ["x-mine", "x-", "x-0"])
@pytest.mark.parametrize("place", ["{}", "nodes: {{a: {{claim: t, {}}}}}", "steps: [{{support: a, premises: b, {}}}]"])
def test_keys_of_ones_own_are_kept(place, key):
    content = load(HEAD + place.format(f"{key}: {{claim: [1, null]}}"), "map.yaml").content
    holder = [content, *content.nodes.values(), *content.steps.values()][-1]
    assert holder.extra == {key: {"claim": [1, None]}}


def test_a_field_that_is_given_empty_overrides_the_default():
    text = HEAD + "defaults: {by: a, tags: [b]}\nnodes: {n: {claim: x, by: [], tags: []}, o: {claim: y}}"
    nodes = load(text, "map.yaml").content.nodes
    assert (nodes["n"].by, nodes["n"].tags, nodes["n"].stance) == ((), (), "endorsed")
    assert (nodes["o"].by, nodes["o"].tags, nodes["o"].stance) == (("a",), ("b",), "reported")
