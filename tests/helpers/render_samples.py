"""Maps and comparisons to draw. Their content is invented."""

from __future__ import annotations

from typing import Any

from argmap.model import (
    Actor,
    Citation,
    Comparison,
    Date,
    Map,
    Node,
    NodeType,
    Qualifier,
    Stance,
    Step,
    StepKind,
    Topic,
    Verdict,
    VerdictKind,
)
from argmap.model.step import unnamed_id
from argmap.render import ReferenceLabel

HOSTILE = "<script>alert(1)</script> ]]> & \"both\" 'kinds' \x00\x0b\ud800 \\N\\G {|} <<B>> &amp; \u202e"


def step(kind: str, premises: tuple[str, ...] | str, conclusion: str | None, **fields: Any) -> Step:
    """A step; its id is made where none is given."""
    those = (premises,) if isinstance(premises, str) else premises
    step_id = fields.pop("id", None) or unnamed_id(StepKind(kind), those, conclusion)
    return Step(id=step_id, kind=StepKind(kind), premises=those, conclusion=conclusion, **fields)


def node(node_id: str, kind: str, text: str, **fields: Any) -> Node:
    """A node."""
    return Node(id=node_id, type=NodeType(kind), text=text, **fields)


def make(nodes: list[Node], steps: list[Step] = [], **fields: Any) -> Map:  # noqa: B006
    """A map of these nodes and steps."""
    by_id = {one.id: one for one in steps}
    assert len(by_id) == len(steps)
    return Map(id=fields.pop("id", "m"), nodes={one.id: one for one in nodes}, steps=by_id, **fields)


def claims(ids: str, steps: list[Step] = [], **fields: Any) -> Map:  # noqa: B006
    """A map of claims, one for each letter."""
    return make([node(one, "claim", f"Claim {one} of a few words") for one in ids], steps, **fields)


REFERENCES = {
    "moss": ReferenceLabel("Moss & Reed 2021", "https://example.org/a?b=1&c=2"),
    "town": ReferenceLabel("Town 2023", "10.1000/xyz(1)"),
    "evil": ReferenceLabel("Evil 1999", "javascript:alert(1)"),
}

# Every type, stance, kind of step and relation once.
LIBRARY = make(
    [
        node("open-late", "recommendation", "Keep the library open until midnight.", addressee=("council",)),
        node("need", "claim", "Pupils have no other quiet place to work in the evening."),
        node("full", "evidence", "The room was full on 41 of 50 evenings.", cite=(Citation(key="town"),)),
        node("bedroom", "evidence", "Two in three share a bedroom.", cite=(Citation(key="moss", locator="p. 12"),)),
        node("all-year", "claim", "What one spring shows holds all year.", implicit=True),
        node("exams", "claim", "Spring is the season of exams.", qualifier=Qualifier.POSSIBLE),
        node("february", "claim", "The trial began in February."),
        node("cheap", "claim", "The extra hours cost little."),
        node("wardens", "evidence", "Two wardens suffice after eight.", cite=(Citation(key="evil"),)),
        node("machines", "evidence", "Lending runs without staff.", happened=Date(date="2022-03")),
        node("money", "claim", "The money is needed for books.", stance=Stance.CONCEDED, by=("mayor", "nobody")),
        node("school", "claim", "The school closed its own library.", by=("mayor",), role="teacher"),
        node("home", "argument", "The case for working at home"),
        node("heating", "question", "Who pays for the heating?"),
        node("branch", "recommendation", "Open the branch until ten.", specifies=("open-late", "ghost")),
        node("quiet", "claim", "Nobody can read where three talk.", rephrases=("need",)),
        node("unknown", "evidence", "A fact whose reference nobody wrote down.", cite=(Citation(key="lost2020"),)),
    ],
    [
        step("support", "need", "open-late"),
        step("support", "full", "need", id="by-trial", warrant=("all-year", "ghost")),
        step("support", "bedroom", "need", qualifier=Qualifier.LIKELY),
        step("undercut", "exams", "by-trial", id="season"),
        step("undercut", "february", "season"),
        step("support", "cheap", "open-late"),
        step("support", ("wardens", "machines"), "cheap"),
        step("attack", "money", "open-late", outweighed_by=("need",)),
        step("attack", "home", "need"),
        step("explain", "school", "full"),
        step("contradict", ("bedroom", "home"), None),
        step("prefer", "by-trial", "season"),
        step("support", ("bedroom", "unknown"), "quiet"),
    ],
    id="library",
    title="Keep the library open late",
    source="town",
    thesis=("open-late", "ghost"),
    actors={"council": Actor(name="Town council"), "mayor": Actor(name="M. Ayor", role="mayor")},
)

RINGS = claims(
    "abcdef",
    [
        step("support", "a", "b"),
        step("support", "b", "c"),
        step("support", "c", "a"),
        step("attack", "a", "d"),
        step("attack", "d", "a"),
        step("support", "e", "e"),
        step("undercut", "f", "two", id="one"),
        step("undercut", "f", "one", id="two"),
    ],
)

SHARED = claims(
    "abcdefg",
    [
        step("support", ("a", "b"), "g", id="one"),
        step("support", ("b", "c"), "g", id="two"),
        step("attack", ("d", "e"), "g", id="three"),
        step("undercut", ("a", "f"), "three"),
        step("prefer", "one", "two"),
        step("contradict", ("a", "b", "c"), None),
    ],
    thesis=("g",),
)

BROKEN = make(
    [
        node(HOSTILE, "claim", HOSTILE, cite=(Citation(key=HOSTILE, locator=HOSTILE),), by=(HOSTILE,), role=HOSTILE),
        node("b", "evidence", "A" * 500 + " " + "漢字" * 90),
        node("c", "claim", ""),
        node("d", "question", "\u200b \t\n"),
    ],
    [
        step("support", "b", HOSTILE),
        step("attack", HOSTILE, "b", id=HOSTILE, outweighed=True),
        step("undercut", "c", HOSTILE, id="<&>"),
        step("support", "nowhere", "b"),
        step("attack", "b", "nowhere"),
        step("undercut", "b", "no-step"),
        step("support", (), "b", id="empty"),
        step("support", "b", None, id="no-end"),
        step("contradict", "b", None, id="alone"),
        step("prefer", ("no-step",), "b", id="p"),
        step("undercut", "b", "alone", id="on-contradict"),
    ],
    id=HOSTILE,
    title=HOSTILE,
    lang='"><b>',
    thesis=(HOSTILE, "nowhere"),
    actors={HOSTILE: Actor(name=HOSTILE)},
)


def wide(count: int) -> Map:
    """A map with *count* nodes, three to each."""
    nodes = [node(f"n{at}", "claim", f"Statement {at} in words enough for two lines") for at in range(count)]
    return make(nodes, [step("support", f"n{at}", f"n{(at - 1) // 3}") for at in range(1, count)], thesis=("n0",))


def chain(count: int) -> Map:
    """A map where each of *count* nodes hangs on the one before."""
    nodes = [node(f"n{at}", "claim", f"Statement {at}") for at in range(count)]
    return make(nodes, [step("support", f"n{at}", f"n{at - 1}") for at in range(1, count)])


MAPS = {
    "library": LIBRARY,
    "rings": RINGS,
    "shared": SHARED,
    "broken": BROKEN,
    "empty": make([]),
    "apart": claims("abcdefghijk"),
    "chain": chain(30),
    "wide": wide(110),
}

SPRING = make(
    [
        node("sow", "recommendation", "Sow in spring."),
        node("warm", "claim", "The soil is warm by April.", cite=(Citation(key="moss"),)),
        node("frost", "evidence", "Frost after sowing is rare."),
    ],
    id="spring",
    title="Spring sowing",
    source="town",
    thesis=("sow",),
)
AUTUMN = make(
    [
        node("sow", "recommendation", "Sow in autumn and let the snow do the watering."),
        node("warm", "claim", "The soil is warm until October."),
        node("hands", "claim", HOSTILE),
    ],
    id="autumn",
    thesis=("sow",),
)
SOWING = Comparison(
    id="sowing",
    title="Two ways to sow",
    maps=("spring", "autumn"),
    topics={
        topic.id: topic
        for topic in (
            Topic(
                id="soil",
                title="Warm soil",
                positions={"spring": ("warm",), "autumn": ("warm",)},
                verdicts=(Verdict(kind=VerdictKind.PARTLY),),
                note="Both want warm soil, and each has a month for it; neither measured any.",
            ),
            Topic(id="frost", title="Frost", positions={"spring": ("frost",), "autumn": ()}),
            Topic(id="hands", title="Labour", positions={"autumn": ("hands", "nobody")}),
            Topic(id="none", title="What nobody says", positions={}),
            Topic(id="open", title="Open", positions={"spring": ("frost",), "autumn": ("hands",)}),
            Topic(
                id="what",
                title="What to do",
                positions={"spring": ("sow", "frost"), "autumn": ("sow",)},
                verdicts=(
                    Verdict(kind=VerdictKind.DIFFER, about="the season"),
                    Verdict(kind=VerdictKind.EVOLVED, about="the seed"),
                    Verdict(kind=VerdictKind.AGREE),
                ),
            ),
        )
    },
)
SOWING_MAPS = {"spring": SPRING, "autumn": AUTUMN}
