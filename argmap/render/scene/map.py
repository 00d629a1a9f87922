"""A map as a scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from argmap.model import Map, Node, NodeType, Step, StepKind
from argmap.model.head import Head
from argmap.model.references import related
from argmap.render.scene.card import Drawn, card, shown
from argmap.render.scene.model import Box, Card, End, Junction, Link, MapScene
from argmap.render.scene.theme import TAGS
from argmap.render.scene.words import Words, called, line_kinds, outweighed, role_of, step_remarks, step_words
from argmap.render.typeset.measure import clean

FRAME_PAD = 8.0
"""From a frame's edge to its cards, in px."""

TOGETHER = 22.0
"""Between two cards in a frame, where ``+ TOGETHER WITH`` stands, in px."""


def map_scene(map: Map, drawn: Drawn) -> MapScene:
    """What the picture of a map shows.

    Linked premises are framed together where they serve that one step and nothing else; otherwise they join in a plus
    on the step. Ids that the map lacks are skipped.

    Args:
        map: The map.
        drawn: How its cards look, and what is on them.

    Returns:
        The scene.
    """
    look = drawn.look
    roles = {node: role_of(node, map) for node in map.nodes}
    plan = _plan(map, look.words)
    cards = {
        node.id: card(
            node,
            node.id,
            drawn,
            wide=look.theme.sizes["thesis" if node.id in map.thesis else "card"],
            role=roles[node.id],
            thesis=node.id in map.thesis,
        )
        for node in map.nodes.values()
    }
    links = tuple(_links(plan))
    types = {node.type for node in map.nodes.values()}
    kinds = {link.kind for link in links}
    words = look.words
    return MapScene(
        look=look,
        id=map.id,
        lang=map.lang or "en",
        title=clean(map.title or map.id),
        subtitle=_subtitle(map, drawn),
        about=about(map),
        boxes=tuple(_boxes(plan, cards)),
        junctions=tuple(plan.junctions.values()),
        links=links,
        types=tuple((str(kind), str(kind), words(f"type.{kind}")) for kind in NodeType if kind in types)
        + tuple((role, "", words(f"type.{role}")) for role in ("objection", "rebuttal") if role in roles.values()),
        kinds=tuple((kind, said) for kind, said in line_kinds(words).items() if kind in kinds),
        tags=tuple(clean(tag) for tag in drawn.tags),
    )


def about(head: Head) -> tuple[tuple[str, str], ...]:
    """What a picture says of what it was made from, as names of Dublin Core and their values."""
    values = {
        "identifier": head.id,
        "title": head.title,
        "language": head.lang,
        "date": head.date and head.date.date,
        "hasVersion": head.version,
        "rights": head.license,
    }
    return tuple((name, clean(value)) for name, value in values.items() if value)


def coloured_tags(map: Map) -> tuple[str, ...]:
    """The tags that have colours: the most used ones, in that order."""
    counts = Counter(tag for node in map.nodes.values() for tag in node.tags)
    return tuple(tag for tag, _ in counts.most_common(TAGS))


class _Plan(NamedTuple):
    """Which steps are drawn, and how: *premises* are the known ones, *frames* the steps whose premises are framed."""

    map: Map
    words: Words
    steps: dict[str, Step]
    premises: dict[str, tuple[str, ...]]
    frames: dict[str, tuple[str, ...]]
    junctions: dict[str, Junction]
    ends: dict[str, End]


def _plan(map: Map, words: Words) -> _Plan:
    premises = {step.id: _known(step, map) for step in map.steps.values()}
    steps = _drawable(map, premises)
    frames = _frames(map, steps, premises)
    reached = _reached(map, steps)
    joined = {step.id for step in steps.values() if step.linked and len(premises[step.id]) > 1} - frames.keys()
    # a step that bears a node's id, which a check reports, is not one that can be reached
    met = (reached | joined) - map.nodes.keys()
    junctions = {step: Junction(f"step {step}", step in joined) for step in steps if step in met}
    ends = {step_id: End(junction.id) for step_id, junction in junctions.items()}
    ends |= {node: End(f"node {node}") for node in map.nodes}
    for step_id, nodes in frames.items():
        ends |= {node: End(f"frame {step_id}", index) for index, node in enumerate(nodes)}
    return _Plan(map, words, steps, premises, frames, junctions, ends)


def _known(step: Step, map: Map) -> tuple[str, ...]:
    return tuple(
        premise
        for premise in dict.fromkeys(step.premises)
        if premise in map.nodes or (step.kind is StepKind.PREFER and premise in map.steps)
    )


def _drawable(map: Map, premises: Mapping[str, tuple[str, ...]]) -> dict[str, Step]:
    """The steps that have something to start from and that, step upon step, end at a node."""
    ends: dict[str, bool] = {}
    for first in map.steps:
        path: list[str] = []
        target: str | None = first
        while target in map.steps and target not in ends:
            step = map.steps[target]
            ends[target] = False  # until the end is known: steps upon each other in a ring have none
            path.append(target)
            target = step.conclusion if premises[target] else None
        sound = target in map.nodes or ends.get(target or "", False)
        ends |= dict.fromkeys(path, sound)
    drawn = {}
    for step in map.steps.values():
        sound = len(premises[step.id]) > 1 if step.kind is StepKind.CONTRADICT else ends[step.id]
        if sound:
            drawn[step.id] = step
    # What hits or ranks a step that is not drawn has nothing to hit or to rank.
    left = [step.id for step in map.steps.values() if step.id not in drawn and step.id not in map.nodes]
    while left:
        gone = left.pop()
        ranking = (step for step in map.steps_from.get(gone, ()) if step.kind is StepKind.PREFER)
        upon = (*map.steps_to.get(gone, ()), *ranking)
        left += [drawn.pop(step.id).id for step in upon if step.id in drawn]
    return drawn


def _frames(map: Map, steps: Mapping[str, Step], premises: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    uses = Counter(premise for step in steps for premise in premises[step])
    uses.update(warrant for step in steps.values() for warrant in set(step.warrant))
    uses.update(node.id for node in map.nodes.values() if related(node))
    uses.update(map.thesis)
    concluded = {(premise, step.conclusion) for step in steps.values() for premise in premises[step.id]}
    return {
        step.id: nodes
        for step in steps.values()
        if step.linked
        and step.kind is not StepKind.PREFER
        and len(nodes := premises[step.id]) > 1
        and all(uses[node] == 1 for node in nodes)
        and not any((a, b) in concluded for a in nodes for b in nodes)
    }


def _reached(map: Map, steps: Mapping[str, Step]) -> set[str]:
    """The steps that other steps or warrants reach, or that are ranked."""
    reached = {step.conclusion for step in steps.values() if step.conclusion in steps}
    reached |= {step.id for step in steps.values() if any(node in map.nodes for node in step.warrant)}
    for step in steps.values():
        reached |= {premise for premise in step.premises if step.kind is StepKind.PREFER and premise in steps}
    return {step for step in reached if step is not None}


def _boxes(plan: _Plan, cards: Mapping[str, Card]) -> Iterator[Box]:
    framed = {node for nodes in plan.frames.values() for node in nodes}
    for node_id, node in cards.items():
        if node_id not in framed:
            yield Box(plan.ends[node_id].id, node.width, node.height, (node,), (0,))
    for step_id, nodes in plan.frames.items():
        yield frame(f"frame {step_id}", [cards[node] for node in nodes])


def frame(box_id: str, cards: Iterable[Card]) -> Box:
    """Cards on top of one another, framed, with room for the words between them."""
    stacked, tops, top = tuple(cards), [], FRAME_PAD
    for one in stacked:
        tops.append(top)
        top += one.height + TOGETHER
    width = max(one.width for one in stacked) + 2 * FRAME_PAD
    return Box(box_id, width, top - TOGETHER + FRAME_PAD, stacked, tuple(tops), FRAME_PAD, framed=True)


def _links(plan: _Plan) -> Iterator[Link]:
    for step in plan.steps.values():
        yield from _step_links(step, plan)
    for node in plan.map.nodes.values():
        yield from _relations(node, plan)


def _step_links(step: Step, plan: _Plan) -> Iterator[Link]:
    kind, faint = str(step.kind), outweighed(step)
    spoken = clean(step_words(step, plan.map, plan.words))
    described = clean(step_remarks(step, plan.map, plan.words)) or plan.words(f"line.{kind}")
    mark = f"qualifier.{step.qualifier}" if step.qualifier else None
    mark = plan.words("mark.outweighed") if faint else mark and plan.words(mark)
    if step.id in plan.frames:
        tails = [End(f"frame {step.id}")]
    else:
        tails = [plan.ends[premise] for premise in plan.premises[step.id]]
    if step.kind is StepKind.CONTRADICT and step.id in plan.junctions:
        head = tails.pop()
    elif step.kind is StepKind.CONTRADICT:
        for one, other in pairwise(tails):
            yield Link(kind, one, other, headed=True, spoken=spoken, described=described, mark=mark, free=True)
        return
    else:
        head = plan.ends[step.conclusion or ""]
    if step.id not in plan.junctions:
        for tail in tails:
            free = step.kind is StepKind.PREFER
            yield Link(
                kind, tail, head, headed=True, spoken=spoken, described=described, mark=mark, faint=faint, free=free
            )
        return
    junction = plan.ends[step.id]
    for tail in tails:
        yield Link(kind, tail, junction, headed=False, spoken=spoken, described=described, faint=faint)
    yield Link(kind, junction, head, headed=True, spoken=spoken, described=described, mark=mark, faint=faint)
    for warrant in dict.fromkeys(step.warrant):
        if warrant in plan.map.nodes:
            spoken = clean(f"{plan.words('step.warrant')}: {called(plan.map.nodes[warrant])}")
            described = plan.words("line.warrant")
            yield Link("warrant", plan.ends[warrant], junction, headed=True, spoken=spoken, described=described)


def _relations(node: Node, plan: _Plan) -> Iterator[Link]:
    for kind, others in (("specifies", node.specifies), ("rephrases", node.rephrases)):
        mark = plan.words(f"mark.{kind}")
        for fromkey in dict.fromkeys(others):
            if fromkey in plan.map.nodes and fromkey != node.id:
                spoken = clean(f"{called(node)} — {plan.words(f'line.{kind}')}: {called(plan.map.nodes[fromkey])}")
                yield Link(
                    kind,
                    plan.ends[node.id],
                    plan.ends[fromkey],
                    headed=True,
                    spoken=spoken,
                    described=plan.words(f"line.{kind}"),
                    mark=mark,
                )


def _subtitle(map: Map, drawn: Drawn) -> str:
    words = drawn.look.words
    source = f"{shown(map.source, drawn.references).text} · " if map.source else ""
    number = len(map.nodes) if drawn.statements is None else drawn.statements
    statements = words.many("map.statement", number)
    if drawn.total is not None and drawn.total > number:
        statements = words("map.part", statements=statements, n=drawn.total)
    if number != len(map.nodes):
        statements = words("map.on-cards", statements=statements, n=len(map.nodes))
    counted = f"{statements}, {words.many('map.step', len(map.steps))}"
    return clean(f"{source}{counted}. {words('map.reading')}")
