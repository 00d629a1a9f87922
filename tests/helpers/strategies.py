"""Hypothesis strategies: maps and comparisons with every feature of the format, and texts that YAML trips over."""

from __future__ import annotations

import string
from typing import Any

from hypothesis import strategies as st

from argmap.model import (
    Actor,
    Anchor,
    Bound,
    Citation,
    Comparison,
    Date,
    EvidenceKind,
    Map,
    Node,
    NodeType,
    Qualifier,
    Quantity,
    Stance,
    Step,
    StepKind,
    Topic,
    Verdict,
    VerdictKind,
)
from argmap.model.step import unnamed_id

HOSTILE = [
    "", " ", "~", "no", "on", "null", "true", "1", "1.10", "12:30", "0o17", "0x1F", "1e5", ".5", "-", "- a", "-1",
    "--- a", "...", "a #b", "# a", "a: b", "a:", ": a", "? a", "[a", "{a", "a]", "a, b", "!a", "&a", "*a", "|", ">",
    "%a", "@a", "`a", "=", "<<", "'", '"', "it's", 'say "so"', "a\nb", "a\n", "\na", "a\n\n b", "  a", "a  ", "a\tb",
    "\ta", "\\", "\\n", "a\rb", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\u200b", "é", "e\u0301", "عربي", "漢字",
    "😀", "2024-03-02", "x" * 300,
]  # fmt: skip

texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
kebab = st.sampled_from(["a", "b2", "2003", "007", "0o17", "1e5", "no", "null", "true", "city-xeno", "not-our-x"])
kebab |= st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
extras = st.just({}) | st.dictionaries(
    st.text(string.ascii_lowercase, max_size=4).map("x-{}".format), json_values, max_size=2
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None as often as not."""
    return st.none() | values


def some(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """None of *values*, one or a few."""
    return st.just(()) | st.lists(values, min_size=1, max_size=most).map(tuple)


edtf = st.sampled_from([
    "2014", "2014-06", "2014-06-10", "0000", "-0044-03-15", "199X", "19XX", "2014-XX", "2014-06-XX", "2014-XX-XX",
    "2014-21", "2014-24", "2015~", "2015-06?", "2015-06-10%", "2006-01/2014", "../2014", "2014/..", "2014/", "/2014",
    "-0500/-0400", "2004-06~/2006-08?", "2012-02-29",
])  # fmt: skip
dates = st.builds(Date, date=edtf, inferred=maybe(st.sampled_from(["year", "month", "day", "date"])))
anchors = st.builds(Anchor, start=texts, end=maybe(texts), prefix=maybe(texts), suffix=maybe(texts))
citations = st.builds(Citation, key=texts, locator=maybe(texts))
amounts = (
    st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["1/3", "-2/7", "1.50", "+4", "0012"])
)
quantities = st.builds(
    Quantity,
    of=kebab,
    part_of=some(kebab),
    value=st.lists(amounts, min_size=1, max_size=2).map(tuple),
    unit=maybe(texts),
    as_of=maybe(dates),
    bound=maybe(st.sampled_from(Bound)),
)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """An actor."""
    given_role, given_note = draw(maybe(texts)), draw(maybe(texts))
    return Actor.model_validate({"name": draw(texts), "role": given_role, "note": given_note} | draw(extras))


# What names another thing: the number of it in a list, or a text. Strategies that are made anew for each list would be
# looked through anew by Hypothesis, which takes longer than to draw from them.
pointers = st.integers(0, 15) | texts
many_pointers = some(pointers)
node_fields = st.fixed_dictionaries(
    {
        "type": st.sampled_from(NodeType),
        "text": texts,
        "by": many_pointers,
        "role": maybe(texts),
        "stance": st.sampled_from(Stance),
        "qualifier": maybe(st.sampled_from(Qualifier)),
        "at": some(anchors),
        "implicit": st.booleans(),
        "kind": maybe(st.sampled_from(EvidenceKind)),
        "cite": some(citations),
        "happened": maybe(dates),
        "said": maybe(dates),
        "due": maybe(dates),
        "quantities": some(quantities),
        "addressee": many_pointers,
        "specifies": many_pointers,
        "rephrases": many_pointers,
        "tags": some(kebab),
        "formal": maybe(texts),
        "note": maybe(texts),
        "todo": maybe(texts),
        "extra": extras,
    }
)


def named(pointers: tuple[int | str, ...], things: list[str]) -> tuple[str, ...]:
    """The texts among *pointers*, and the *things* that the numbers point to."""
    return tuple(things[each % len(things)] if isinstance(each, int) else each for each in pointers)


@st.composite
def nodes(draw: st.DrawFn, id: str, others: list[str], speakers: list[str]) -> Node:
    """The node *id*; *others* are the ids that it may name, *speakers* those of actors."""
    fields = draw(node_fields)
    lists = {"by": speakers, "addressee": speakers, "specifies": others, "rephrases": others}
    return Node(id=id, **fields | {key: named(fields[key], things) for key, things in lists.items()})


step_ids = st.lists(kebab, max_size=3, unique=True)
step_kinds = st.sampled_from(StepKind)
premise_lists = st.lists(pointers, max_size=3).map(tuple)
role_lists = st.just({}) | st.dictionaries(kebab, st.lists(pointers, max_size=2).map(tuple), max_size=3)
conclusions = st.none() | pointers | pointers
step_fields = st.fixed_dictionaries(
    {
        "at": some(anchors),
        "inferred": st.booleans(),
        "scheme": maybe(kebab),
        "warrant": many_pointers,
        "qualifier": maybe(st.sampled_from(Qualifier)),
        "outweighed": st.booleans(),
        "outweighed_by": many_pointers,
        "question": maybe(kebab),
        "note": maybe(texts),
        "extra": extras,
    }
)


@st.composite
def steps(draw: st.DrawFn, nodes: list[str]) -> dict[str, Step]:
    """Steps between *nodes*, other steps and ids that nothing bears; on steps, on themselves, twice the same."""
    given_ids = [each for each in draw(step_ids) if each not in nodes]
    made: dict[str, Step] = {}
    waiting = [*given_ids, *[None] * draw(st.integers(0, 4))]
    for given_id in draw(st.permutations(waiting)):
        things = [*nodes, *given_ids, *made, "dangling"]
        kind = draw(step_kinds)
        premises, roles = named(draw(premise_lists), things), {}
        if kind not in (StepKind.CONTRADICT, StepKind.PREFER):
            roles = {role: named(each, things) for role, each in draw(role_lists).items()}
            premises = tuple(premise for each in roles.values() for premise in each) if roles else premises
        conclusion = draw(conclusions)
        conclusion = None if conclusion is None else named((conclusion,), things)[0]
        if kind is StepKind.CONTRADICT:
            conclusion = None
        elif kind is StepKind.PREFER:
            premises, conclusion = premises[:1], conclusion or "dangling"
        id = given_id or unnamed_id(kind, premises, conclusion, made)
        fields = draw(step_fields)
        fields |= {key: named(fields[key], things) for key in ("warrant", "outweighed_by")}
        fields["outweighed"] |= bool(fields["outweighed_by"])
        made[id] = Step(id=id, kind=kind, premises=premises, conclusion=conclusion, roles=roles, **fields)
    return made


heads = {
    "id": kebab,
    "title": maybe(texts),
    "lang": maybe(texts),
    "license": maybe(texts),
    "version": maybe(texts),
    "date": maybe(dates),
    "note": maybe(texts),
    "extra": extras,
}
map_heads = st.fixed_dictionaries({**heads, "source": maybe(texts), "thesis": many_pointers})
comparison_heads = st.fixed_dictionaries({**heads, "maps": some(texts, most=3)})
node_ids = st.lists(kebab, max_size=4, unique=True)
casts = st.dictionaries(kebab, actors(), max_size=2)


@st.composite
def maps(draw: st.DrawFn) -> Map:
    """A map."""
    ids, speakers, head = draw(node_ids), draw(casts), draw(map_heads)
    others, speaking = [*ids, "dangling"], [*speakers, "nobody"]
    return Map(
        **head | {"thesis": named(head["thesis"], others)},
        actors=speakers,
        nodes={id: draw(nodes(id, others, speaking)) for id in ids},
        steps=draw(steps(ids)),
    )


verdicts = st.builds(Verdict, kind=st.sampled_from(VerdictKind), about=maybe(texts), between=some(texts))


topic_fields = st.fixed_dictionaries(
    {
        "title": texts,
        "positions": st.dictionaries(texts, some(texts), max_size=3),
        "verdicts": some(verdicts),
        "note": maybe(texts),
        "extra": extras,
    }
)
topic_ids = st.lists(kebab, max_size=3, unique=True)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A comparison."""
    return Comparison(
        **draw(comparison_heads),
        topics={id: Topic(id=id, **draw(topic_fields)) for id in draw(topic_ids)},
        steps=draw(steps(["one:a", "two:b"])),
    )
