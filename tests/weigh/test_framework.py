"""From a map to a framework: what each part of a map does to what can be accepted."""

import pytest
from marked import loaded

from argmap.logic import Semantics
from argmap.weigh import Argument, Part, Status, Support, build_framework, statuses
from argmap.weigh.why import explain_status


def marks(nodes: str, support: Support = Support.NONE, **options: object) -> str:
    """The status of each node, in their order, by its first letter."""
    map = loaded(nodes)
    found = statuses(build_framework(map, support), **options)
    return "".join(found[Argument(Part.NODE, id)][0] for id in map.nodes)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B.}}", "ra"),
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: c}, c: {claim: C.}}", "ara"),
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: a}}", "uu"),
        # a linked attack falls with one of its premises
        ("nodes: {a: {claim: A., attacked_by: {premises: [b, c]}}, b: {claim: B.}, c: {claim: C.}}", "raa"),
        (
            "nodes: {a: {claim: A., attacked_by: {premises: [b, c]}}, b: {claim: B.},"
            " c: {claim: C., stance: rejected}}",
            "aar",
        ),
        # an undercut cancels the step and leaves its premise
        ("nodes: {a: {claim: A., attacked_by: {premises: b, undercut_by: c}}, b: {claim: B.}, c: {claim: C.}}", "aaa"),
        # a step falls with its warrant
        (
            "nodes: {a: {claim: A., attacked_by: {premises: b, warrant: c}}, b: {claim: B.},"
            " c: {claim: C., attacked_by: d}, d: {claim: D.}}",
            "aara",
        ),
        # what outweighs an attack does so while it stands
        ("nodes: {a: {claim: A., attacked_by: {premises: b, outweighed: true}}, b: {claim: B.}}", "aa"),
        ("nodes: {a: {claim: A., attacked_by: {premises: b, outweighed: c}}, b: {claim: B.}, c: {claim: C.}}", "aaa"),
        (
            "nodes: {a: {claim: A., attacked_by: {premises: b, outweighed: c}}, b: {claim: B.},"
            " c: {claim: C., attacked_by: d}, d: {claim: D.}}",
            "rara",
        ),
        # a preference for what is attacked, or for a step that supports it
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B.}}\nsteps: [{prefer: a, over: b}]", "aa"),
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B.}}\nsteps: [{prefer: b, over: a}]", "ra"),
        (
            "nodes: {a: {claim: A., attacked_by: b, supported_by: {premises: c, id: s}}, b: {claim: B.},"
            " c: {claim: C.}}\nsteps: [{prefer: s, over: b}]",
            "aaa",
        ),
        # of two that contradict each other one may be preferred
        ("nodes: {a: {claim: A.}, b: {claim: B.}}\nsteps: [{contradict: [a, b]}]", "uu"),
        ("nodes: {a: {claim: A.}, b: {claim: B.}}\nsteps: [{contradict: [a, b]}, {prefer: b, over: a}]", "ra"),
        ("nodes: {a: {claim: A., stance: rejected}, b: {claim: B., attacked_by: a}}", "ra"),
        # supports do nothing to acceptance unless that is asked for
        ("nodes: {a: {claim: A., supported_by: b}, b: {claim: B., stance: rejected}}", "ar"),
    ],
)
def test_each_part_of_a_map_does_what_it_says(nodes, expected):
    assert marks(nodes) == expected


CONVERGENT = "nodes: {a: {claim: A., supported_by: [b, c]}, b: {claim: B.}, c: {claim: C., stance: rejected}}"
LOST = (
    "nodes: {a: {claim: A., supported_by: [b, c]}, b: {claim: B., stance: rejected}, c: {claim: C., stance: rejected}}"
)
HIT = "nodes: {a: {claim: A., supported_by: b, attacked_by: c}, b: {claim: B.}, c: {claim: C.}}"


@pytest.mark.parametrize(
    ("support", "nodes", "expected"),
    [
        (Support.NECESSARY, CONVERGENT, "rar"), (Support.EVIDENTIAL, CONVERGENT, "aar"),
        (Support.NECESSARY, LOST, "rrr"), (Support.EVIDENTIAL, LOST, "rrr"), (Support.NONE, LOST, "arr"),
        (Support.DEDUCTIVE, LOST, "arr"), (Support.DEDUCTIVE, HIT, "raa"), (Support.EVIDENTIAL, HIT, "raa"),
    ],
)  # fmt: skip
def test_supports_are_read_as_asked_for(support, nodes, expected):
    assert marks(nodes, support) == expected


CIRCLE = "nodes: {a: {claim: A., supported_by: b}, b: {claim: B., supported_by: a}}"


def test_statements_that_support_only_one_another_are_undecided_unless_another_semantics_may_hold_them_all():
    assert marks(CIRCLE, Support.EVIDENTIAL) == "uu"
    assert marks(CIRCLE, Support.EVIDENTIAL, semantics=Semantics.PREFERRED) == "uu"
    assert marks(CIRCLE, Support.EVIDENTIAL, semantics=Semantics.PREFERRED, credulous=True) == "aa"


def test_steps_that_support_one_another_in_a_circle_cannot_be_read_as_evidence():
    steps = "steps: [{support: t, premises: [a], id: s}, {support: s, premises: [b], id: t}]"
    with pytest.raises(ValueError, match="support one another in a circle"):
        marks(f"nodes: {{a: {{claim: A.}}, b: {{claim: B.}}}}\n{steps}", Support.EVIDENTIAL)


def test_where_a_conclusion_fails_a_deductive_step_to_it_does_not_stand():
    map = loaded(HIT)
    (step,) = [step.id for step in map.steps_to["a"] if step.kind == "support"]
    standing = {support: statuses(build_framework(map, support))[Argument(Part.STEP, step)] for support in Support}
    assert standing[Support.DEDUCTIVE] is Status.REJECTED
    assert standing[Support.NONE] is Status.ACCEPTED


MUTUAL = "nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: a}, c: {claim: C., attacked_by: [a, b]}}"


def test_other_semantics_and_ways_to_accept():
    assert marks(MUTUAL) == "uuu"
    assert marks(MUTUAL, semantics=Semantics.PREFERRED) == "uur"
    assert marks(MUTUAL, semantics=Semantics.PREFERRED, credulous=True) == "aar"
    assert marks("nodes: {a: {claim: A., attacked_by: a}, b: {claim: B.}}", semantics=Semantics.STABLE) == "uu"


def test_reasons_name_what_attacks_and_what_answers():
    map = loaded(
        "actors: {x: {name: X}}\nnodes: {a: {claim: A., attacked_by: [b, {premises: c, undercut_by: d},"
        " {premises: e, outweighed: [d, g]}]}, b: {claim: B., attacked_by: d}, c: {claim: C.}, d: {claim: D.},"
        " e: {claim: E.}, f: {claim: F., attacked_by: {premises: [c, d]}}, g: {claim: G.},"
        " h: {claim: H., stance: rejected}}"
    )
    found = statuses(build_framework(map))
    assert explain_status(map, found, "a") == (
        "'b' attacks it, but 'b' is rejected; 'c' attacks it, but 'd' undercuts that;"
        " 'e' attacks it, but 'd' and 'g' outweigh that"
    )
    assert explain_status(map, found, "b") == "'d' attacks it, and nothing accepted attacks that"
    assert explain_status(map, found, "f") == "'c' and 'd' attack it, and nothing accepted attacks that"
    assert explain_status(map, found, "g") == "nothing attacks it"
    assert explain_status(map, found, "h") == "the author rejects it"
