"""The human face of the graph: what a map file may say, as pydantic models that validate it and make its schema.

These classes say what the keys of :mod:`argmap.formats.native.grammar.keys` mean, and hold the spelling: nesting, one
or a list, ``as``, ``is``. :mod:`argmap.formats.native.read.graph` turns them into the graph.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from argmap.formats.native.grammar.keys import STEP_KEYS, TYPE_KEYS
from argmap.formats.native.grammar.spelling import OneOrList, TextOrNumber, Wrapped
from argmap.model import Actor, Anchor, Citation, Date, EvidenceKind, Qualifier, Quantity, Stance, VerdictKind
from argmap.model.base import Extensible, Value

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

Ids = Annotated[tuple[str, ...], OneOrList()]

# A list, or a mapping from roles of the scheme. From left to right: nearly all are lists.
Premises = Annotated[Ids | dict[Id, Ids], Field(union_mode="left_to_right")]


def is_roles(key: Any, value: Any) -> bool:
    """Whether *value*, under *key*, is a mapping from roles to premises, and not a node that is called so."""
    return key == "premises" and isinstance(value, dict) and value.keys().isdisjoint(TYPE_KEYS)


class DateShape(Date):
    """An EDTF date, or a mapping with the part that the source implies."""

    date: Annotated[str, TextOrNumber()]


class CitationShape(Citation):
    """A reference key, or a mapping with a locator."""

    locator: Annotated[str, TextOrNumber()] | None = None


When = Annotated[DateShape, Wrapped("date", number=True)]
Anchors = Annotated[tuple[Annotated[Anchor, Wrapped("start")], ...], OneOrList()]
Citations = Annotated[tuple[Annotated[CitationShape, Wrapped("key")], ...], OneOrList()]
Number = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)] | str


class QuantityShape(Quantity):
    """A number that the text gives."""

    of: Id
    part_of: Annotated[tuple[Id, ...], OneOrList()] = ()
    value: Annotated[tuple[Number, ...], OneOrList()]
    as_of: When | None = None


class StepFields(Extensible):
    """What every step may say of itself, wherever it stands."""

    id: Id | None = None
    at: Anchors = ()
    inferred: Annotated[bool, Field(strict=True)] = False
    scheme: Id | None = None
    warrant: Ids = ()
    qualifier: Qualifier | None = None
    outweighed: Annotated[bool, Field(strict=True)] | Ids = False
    question: Id | None = None
    note: str | None = None
    supported_by: Steps = ()
    undercut_by: Steps = ()


def _refuse_nested_list(entry: Any) -> Any:
    if isinstance(entry, list):
        raise PydanticCustomError("nested_list", "a list inside the list of steps")
    return entry


_NoList = BeforeValidator(_refuse_nested_list)


class NestedStep(StepFields):
    """A step to the node or step that it stands under."""

    premises: Premises


Steps = Annotated[tuple[Annotated[NestedStep, Wrapped("premises"), _NoList], ...], OneOrList()]


class TopStep(StepFields):
    """A step of the top-level list: its kind is the key that names its target."""

    support: str | None = None
    attack: str | None = None
    undercut: str | None = None
    explain: str | None = None
    contradict: Ids | None = None
    prefer: str | None = None
    over: str | None = None
    premises: Premises | None = None

    @model_validator(mode="after")
    def _has_one_kind(self) -> TopStep:
        kinds = [key for key in STEP_KEYS if key in self.model_fields_set]
        if len(kinds) != 1:
            raise PydanticCustomError("step_kind", "a step needs exactly one of {keys}", {"keys": ", ".join(STEP_KEYS)})
        kind = kinds[0]
        if kind == "prefer" and self.over is None:
            raise PydanticCustomError("step_prefer", "'prefer' needs 'over'")
        if kind != "prefer" and self.over is not None:
            raise PydanticCustomError("step_prefer", "'over' is only allowed with 'prefer'")
        if kind in ("prefer", "contradict") and self.premises is not None:
            raise PydanticCustomError("step_premises", "'{kind}' takes no premises", {"kind": kind})
        if kind not in ("prefer", "contradict") and self.premises is None:
            raise PydanticCustomError("step_premises", "the step has no premises")
        return self


TopSteps = tuple[Annotated[TopStep, _NoList], ...]


class NodeShape(Extensible):
    """A statement: one type key holds its text."""

    claim: str | None = None
    evidence: str | None = None
    recommendation: str | None = None
    question: str | None = None
    argument: str | None = None
    by: Ids = ()
    as_: str | None = Field(default=None, alias="as")
    stance: Stance | None = None
    qualifier: Qualifier | None = None
    kind: EvidenceKind | None = None
    at: Anchors = ()
    implicit: Annotated[bool, Field(strict=True)] = False
    cite: Citations = ()
    happened: When | None = None
    said: When | None = None
    due: When | None = None
    quantities: Annotated[tuple[QuantityShape, ...], OneOrList()] = ()
    addressee: Ids = ()
    specifies: Ids = ()
    rephrases: Ids = ()
    tags: Annotated[tuple[Id, ...], OneOrList()] = ()
    formal: str | None = None
    note: str | None = None
    todo: str | None = None
    supported_by: Steps = ()
    attacked_by: Steps = ()
    explained_by: Steps = ()

    @model_validator(mode="after")
    def _has_one_type(self) -> NodeShape:
        written = self.model_fields_set
        given = [key for key in TYPE_KEYS if key in written]
        if len(given) != 1 or getattr(self, given[0]) is None:
            raise PydanticCustomError(
                "node_type",
                "a node holds its text under one type key",
                {"given": tuple(given), "keys": ", ".join(TYPE_KEYS)},
            )
        return self


class Defaults(Value):
    """Node fields for every node of the map that does not set them."""

    by: Ids = ()
    as_: str | None = Field(default=None, alias="as")
    stance: Stance | None = None
    qualifier: Qualifier | None = None
    tags: Annotated[tuple[Id, ...], OneOrList()] = ()


def _refuse_equals(value: Any) -> Any:
    # To Python, and so to pydantic, true and 1.0 equal 1.
    if isinstance(value, (bool, float)):
        raise PydanticKnownError("literal_error", {"expected": "1"})
    return value


class HeadShape(Extensible):
    """What maps and comparisons begin with."""

    argmap: Annotated[Literal[1], BeforeValidator(_refuse_equals)]
    title: str | None = None
    lang: str | None = None
    license: str | None = None
    version: Annotated[str, TextOrNumber()] | None = None
    date: When | None = None
    note: str | None = None


class MapShape(HeadShape):
    """A map file."""

    map: Id
    source: str | None = None
    thesis: Ids = ()
    actors: dict[Id, Actor] = Field(default_factory=dict)
    defaults: Defaults = Field(default_factory=Defaults)
    nodes: dict[Id, NodeShape] = Field(default_factory=dict)
    steps: TopSteps = ()


class VerdictShape(Value):
    """A verdict on one aspect."""

    about: str | None = None
    is_: VerdictKind = Field(alias="is")
    between: Ids = ()


class TopicShape(Extensible):
    """One topic, with each map's nodes."""

    title: str | None = None
    positions: dict[str, Ids]
    verdict: Annotated[tuple[Annotated[VerdictShape, Wrapped("is", values=tuple(VerdictKind))], ...], OneOrList()] = ()
    note: str | None = None


class ComparisonShape(HeadShape):
    """A comparison file."""

    comparison: Id
    maps: Ids
    topics: dict[Id, TopicShape] = Field(default_factory=dict)
    steps: TopSteps = ()
