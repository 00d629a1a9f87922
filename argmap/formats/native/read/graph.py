"""From a file's shapes, which are valid, to the graph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from argmap.formats.native.document import Place
from argmap.formats.native.grammar.keys import HEAD, NESTED, STEP_KEYS, TYPE_KEYS
from argmap.formats.native.grammar.shape import (
    CitationShape,
    ComparisonShape,
    DateShape,
    Defaults,
    HeadShape,
    MapShape,
    NestedStep,
    NodeShape,
    QuantityShape,
    StepFields,
    TopStep,
)
from argmap.model import (
    Citation,
    Comparison,
    Date,
    Map,
    Node,
    NodeType,
    Quantity,
    Stance,
    Step,
    StepKind,
    Topic,
    Verdict,
)
from argmap.model.date import Inferred
from argmap.model.step import unnamed_id

_TYPES = {type.value: type for type in NodeType}


class Reader:
    """Turns shapes into the graph, gathering the steps that stand nested."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}
        self.origins: dict[str, Place] = {}
        self.repeated: list[tuple[str, Place]] = []
        self._nodes: frozenset[str] = frozenset()

    def map(self, shape: MapShape) -> Map:
        """The map of *shape*."""
        self._nodes = frozenset(shape.nodes)
        nodes = {id: _node(id, node, shape.defaults) for id, node in shape.nodes.items()}
        for id, node in shape.nodes.items():
            self._nested(node, id, ("nodes", id))
        self._top(shape.steps)
        return Map(
            **_head(shape),
            id=shape.map,
            source=shape.source,
            thesis=shape.thesis,
            actors=shape.actors,
            nodes=nodes,
            steps=self.steps,
        )

    def comparison(self, shape: ComparisonShape) -> Comparison:
        """The comparison of *shape*."""
        topics = {
            id: Topic(
                id=id,
                title=id.replace("-", " ").capitalize() if topic.title is None else topic.title,
                positions=topic.positions,
                verdicts=tuple(Verdict(kind=v.is_, about=v.about, between=v.between) for v in topic.verdict),
                note=topic.note,
                extra=topic.extra,
            )
            for id, topic in shape.topics.items()
        }
        self._top(shape.steps)
        return Comparison(**_head(shape), id=shape.comparison, maps=shape.maps, topics=topics, steps=self.steps)

    def _nested(self, holder: NodeShape | StepFields, conclusion: str, path: Place) -> None:
        given = holder.model_fields_set
        if given.isdisjoint(NESTED):
            return
        for key, kind in NESTED.items():
            entries: Sequence[NestedStep] = getattr(holder, key) if key in given else ()
            for index, entry in enumerate(entries):
                self._add(entry, kind, entry.premises, conclusion, (*path, key, index))

    def _top(self, entries: Sequence[TopStep]) -> None:
        for index, entry in enumerate(entries):
            key = next(key for key in STEP_KEYS if key in entry.model_fields_set)
            premises, conclusion = entry.premises or (), getattr(entry, key)
            if key == "contradict":
                premises, conclusion = conclusion or (), None
            elif key == "prefer":
                premises, conclusion = (() if conclusion is None else (conclusion,)), entry.over
            self._add(entry, StepKind(key), premises, conclusion, ("steps", index))

    def _add(
        self,
        entry: StepFields,
        kind: StepKind,
        given: tuple[str, ...] | dict[str, tuple[str, ...]],
        conclusion: str | None,
        path: Place,
    ) -> None:
        roles = given if isinstance(given, dict) else {}
        premises = tuple(chain.from_iterable(given.values())) if isinstance(given, dict) else given
        id = entry.id
        if id is not None and (id in self.steps or id in self._nodes):
            self.repeated.append((id, (*path, "id")))
            id = None
        if id is None:
            id = unnamed_id(kind, premises, conclusion, self.steps)
        outweighed = entry.outweighed
        self.steps[id] = Step(
            id=id,
            kind=kind,
            premises=premises,
            conclusion=conclusion,
            at=entry.at,
            inferred=entry.inferred,
            scheme=entry.scheme,
            roles=roles,
            warrant=entry.warrant,
            qualifier=entry.qualifier,
            outweighed=bool(outweighed),
            outweighed_by=outweighed if isinstance(outweighed, tuple) else (),
            question=entry.question,
            note=entry.note,
            extra=entry.extra,
        )
        self.origins[id] = path
        self._nested(entry, id, path)


def _head(shape: HeadShape) -> dict[str, Any]:
    fields = {key: getattr(shape, key) for key in HEAD}
    return fields | {"date": _date(shape.date), "extra": shape.extra}


def _date(shape: DateShape | None) -> Date | None:
    return None if shape is None else _same_date(shape.date, shape.inferred)


# Values are frozen, and the dates of a map are few.
@lru_cache(maxsize=1 << 12)
def _same_date(date: str, inferred: Inferred | None) -> Date:
    return Date.model_construct(date=date, inferred=inferred)


def _citation(shape: CitationShape) -> Citation:
    return Citation.model_construct(key=shape.key, locator=shape.locator)


def _quantity(shape: QuantityShape) -> Quantity:
    return Quantity.model_construct(
        of=shape.of,
        part_of=shape.part_of,
        value=shape.value,
        unit=shape.unit,
        as_of=_date(shape.as_of),
        bound=shape.bound,
    )


def _node(id: str, shape: NodeShape, defaults: Defaults) -> Node:
    given = shape.model_fields_set
    type = next(key for key in TYPE_KEYS if key in given)
    by = shape.by if "by" in given else defaults.by
    stance = shape.stance or defaults.stance or (Stance.REPORTED if by else Stance.ENDORSED)
    return Node(
        id=id,
        type=_TYPES[type],
        text=getattr(shape, type),
        by=by,
        role=defaults.as_ if shape.as_ is None else shape.as_,
        stance=stance,
        qualifier=shape.qualifier or defaults.qualifier,
        at=shape.at,
        implicit=shape.implicit,
        kind=shape.kind,
        cite=tuple(map(_citation, shape.cite)),
        happened=_date(shape.happened),
        said=_date(shape.said),
        due=_date(shape.due),
        quantities=tuple(map(_quantity, shape.quantities)),
        addressee=shape.addressee,
        specifies=shape.specifies,
        rephrases=shape.rephrases,
        tags=shape.tags if "tags" in given else defaults.tags,
        formal=shape.formal,
        note=shape.note,
        todo=shape.todo,
        extra=shape.extra,
    )
