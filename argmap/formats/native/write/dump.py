"""From the graph to the text of a map file. Loading what this writes gives an equal graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Any

from argmap.formats.native.grammar.keys import HEAD, NESTED, NODE, STEP
from argmap.formats.native.style.canonical import lay_out
from argmap.model import Anchor, Citation, Comparison, Date, Map, Node, Quantity, Stance, Step, StepKind, Topic
from argmap.model.step import is_unnamed
from argmap.text.dump import dump_data

_NESTED_KEYS = {kind: key for key, kind in NESTED.items()}
_UNDER_NODES, _UNDER_STEPS = (frozenset(key.nests for key in table.keys if key.nests) for table in (NODE, STEP))


def dump(content: Map | Comparison) -> str:
    """The text of the file that holds *content*, in canonical style: steps nested where they can be."""
    return lay_out(dump_data(_map(content) if isinstance(content, Map) else _comparison(content)))


def _map(map: Map) -> dict[str, Any]:
    nested, top = _nest(map.steps, map.nodes)
    return _filled(
        argmap=1,
        map=map.id,
        **_head(map),
        source=map.source,
        thesis=_one_or_list(map.thesis),
        **map.extra,
        actors={
            id: _filled(name=actor.name, role=actor.role, note=actor.note, **actor.extra)
            for id, actor in map.actors.items()
        },
        nodes={id: _node(node, nested) for id, node in map.nodes.items()},
        steps=[_top_step(step, nested) for step in top],
    )


def _comparison(comparison: Comparison) -> dict[str, Any]:
    nested, top = _nest(comparison.steps, ())
    return _filled(
        argmap=1,
        comparison=comparison.id,
        **_head(comparison),
        **comparison.extra,
        # An empty list says something here: no maps, no position.
    ) | {
        "maps": list(comparison.maps),
        **_filled(
            topics={id: _topic(topic) for id, topic in comparison.topics.items()},
            steps=[_top_step(step, nested) for step in top],
        ),
    }


def _head(content: Map | Comparison) -> dict[str, Any]:
    return {key: getattr(content, key) for key in HEAD} | {"date": _date(content.date)}


def _topic(topic: Topic) -> dict[str, Any]:
    verdicts = [
        verdict.kind.value
        if verdict.about is None and not verdict.between
        else _filled(about=verdict.about, **{"is": verdict.kind.value}, between=list(verdict.between))
        for verdict in topic.verdicts
    ]
    return {
        "title": topic.title,
        "positions": {map_id: list(nodes) for map_id, nodes in topic.positions.items()},
        **_filled(verdict=_one_or_list(verdicts), note=topic.note, **topic.extra),
    }


def _nest(steps: dict[str, Step], nodes: Container[str]) -> tuple[dict[str, list[Step]], list[Step]]:
    """The steps by the node or step that they stand under, and those that stand in the top-level list."""
    nested: dict[str, list[Step]] = defaultdict(list)
    top: list[Step] = []
    for step in steps.values():
        holders = nodes if step.kind in _UNDER_NODES and step.conclusion in nodes else steps
        fits = holders is nodes or (step.kind in _UNDER_STEPS and not _circular(step, steps))
        if step.conclusion is not None and step.conclusion in holders and fits:
            nested[step.conclusion].append(step)
        else:
            top.append(step)
    return nested, top


def _circular(step: Step, steps: dict[str, Step]) -> bool:
    seen = set()
    above: Step | None = step
    while above is not None and above.conclusion is not None:
        if above.id in seen:
            return True
        seen.add(above.id)
        above = steps.get(above.conclusion)
    return False


def _node(node: Node, nested: dict[str, list[Step]]) -> dict[str, Any]:
    usual_stance = Stance.REPORTED if node.by else Stance.ENDORSED
    return {node.type.value: node.text} | _filled(
        by=_one_or_list(node.by),
        **{"as": node.role},
        stance=None if node.stance is usual_stance else node.stance.value,
        qualifier=node.qualifier and node.qualifier.value,
        kind=node.kind and node.kind.value,
        at=_one_or_list([_anchor(anchor) for anchor in node.at]),
        implicit=node.implicit or None,
        cite=_one_or_list([_citation(citation) for citation in node.cite]),
        happened=_date(node.happened),
        said=_date(node.said),
        due=_date(node.due),
        quantities=[_quantity(quantity) for quantity in node.quantities],
        addressee=_one_or_list(node.addressee),
        specifies=_one_or_list(node.specifies),
        rephrases=_one_or_list(node.rephrases),
        tags=list(node.tags),
        formal=node.formal,
        note=node.note,
        todo=node.todo,
        **node.extra,
        **_nested_steps(node.id, nested),
    )


def _nested_steps(holder: str, nested: dict[str, list[Step]]) -> dict[str, Any]:
    by_key: dict[str, list[Any]] = {}
    for step in nested.get(holder, ()):
        body = {"premises": _premises(step), **_step_fields(step, nested)}
        bare = len(body) == 1 and isinstance(body["premises"], str)
        by_key.setdefault(_NESTED_KEYS[step.kind], []).append(body["premises"] if bare else body)
    return {key: by_key[key] for key in _NESTED_KEYS.values() if key in by_key}


def _top_step(step: Step, nested: dict[str, list[Step]]) -> dict[str, Any]:
    if step.kind is StepKind.CONTRADICT:
        target: dict[str, Any] = {"contradict": list(step.premises)}
    elif step.kind is StepKind.PREFER:
        target = {"prefer": next(iter(step.premises), None), "over": step.conclusion}
    else:
        target = {step.kind.value: step.conclusion, "premises": _premises(step)}
    return target | _step_fields(step, nested)


def _premises(step: Step) -> Any:
    if step.roles:
        return {role: _one_or_list(names) for role, names in step.roles.items()}
    return _one_or_list(step.premises)


def _step_fields(step: Step, nested: dict[str, list[Step]]) -> dict[str, Any]:
    return _filled(
        id=None if is_unnamed(step) else step.id,
        at=_one_or_list([_anchor(anchor) for anchor in step.at]),
        inferred=step.inferred or None,
        scheme=step.scheme,
        warrant=_one_or_list(step.warrant),
        qualifier=step.qualifier and step.qualifier.value,
        outweighed=_one_or_list(step.outweighed_by) if step.outweighed_by else step.outweighed or None,
        question=step.question,
        note=step.note,
        **step.extra,
        **_nested_steps(step.id, nested),
    )


def _anchor(anchor: Anchor) -> Any:
    body = _filled(
        start=anchor.start,
        end=anchor.end,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        paragraph=anchor.paragraph,
        locator=anchor.locator,
    )
    return anchor.start if list(body) == ["start"] else body or {"start": ""}


def _citation(citation: Citation) -> Any:
    return citation.key if citation.locator is None else {"key": citation.key, "locator": citation.locator}


def _date(date: Date | None) -> Any:
    if date is None:
        return None
    return date.date if date.inferred is None else {"date": date.date, "inferred": date.inferred}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return _filled(
        of=quantity.of,
        part_of=_one_or_list(quantity.part_of),
        value=_one_or_list(quantity.value),
        unit=quantity.unit,
        as_of=_date(quantity.as_of),
        bound=quantity.bound and quantity.bound.value,
    )


def _one_or_list(values: Sequence[Any]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {
        key: value
        for key, value in fields.items()
        if key.startswith("x-") or not (value is None or (isinstance(value, (list, dict)) and not value))
    }
