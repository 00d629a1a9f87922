"""The grammar of the map file as one table: which keys there are, in which order, and what each of them holds.

Whoever needs to know a key asks here: reading, fixing, writing, styling, renaming and editing. A key more is one line
in a table below, and its meaning in :mod:`argmap.formats.native.grammar.shape` and :mod:`argmap.model`.

The order is that of the maps of this project: what a node says, who says it and how, where it stands, what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from argmap.model import NodeType, StepKind
from argmap.model.references import Kind


class Layout(Enum):
    """How the values under a key are laid out."""

    ITEMS = "items"
    """One thing, or a list of them: in one line where it fits."""
    ROWS = "rows"
    """A list with one thing a line."""
    STEPS = "steps"
    """A list with one step a line."""
    STEP = "step"
    """One of them; a step that is only its premise stands for itself."""
    GROUP = "group"
    """A mapping of ids, one a line."""
    SECTIONS = "sections"
    """A mapping of ids, with a blank line before each that takes several lines."""
    VALUE = "value"
    """A single thing."""


class Key(NamedTuple):
    """A key of the format.

    Attributes:
        name: The key.
        layout: How what stands under it is laid out.
        table: The keys of the mapping, or mappings, under it; None where there are none.
        names: What the texts under it name, each or in a list; None where they name nothing.
        defines: What its own text is the id of; None where it is no id.
        text: Whether a sentence may stand under it.
        field: The field of the graph that it fills, where that has another name.
        nests: The kind of the steps that stand under it.
        stand_in: What stands in for its value where that is missing, so that the rest can be read.
    """

    name: str
    layout: Layout = Layout.VALUE
    table: Table | None = None
    names: Kind | None = None
    defines: Kind | None = None
    text: bool = False
    field: str | None = None
    nests: StepKind | None = None
    stand_in: object = None


class Table:
    """The keys of a mapping.

    Args:
        keys: The keys, in canonical order.
        inline: Whether the mapping is written in one line where it fits, and not only where it was.
        ids: What the keys are ids of, where they are ids that people choose; *keys* then has one, for all of them.
        wrapped: The key that a text stands for where a mapping could stand.
    """

    def __init__(self, *keys: Key, inline: bool = False, ids: Kind | None = None, wrapped: str | None = None) -> None:
        self.keys = keys
        self.inline = inline
        self.ids = ids
        self.wrapped = wrapped

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each key among the others; none for ids that people choose."""
        return {} if self.ids else {key.name: index for index, key in enumerate(self.keys)}

    def get(self, name: str) -> Key | None:
        """The key of this name; what is known of all where people choose them."""
        return self.keys[0] if self.ids else self._by_name.get(name)

    def under(self, name: str) -> Table:
        """The keys of the mapping, or mappings, under the key of this name; an empty table where there are none."""
        key = self.get(name)
        return NOTHING if key is None or key.table is None else key.table

    @cached_property
    def _by_name(self) -> Mapping[str, Key]:
        return {key.name: key for key in self.keys}


NOTHING = Table()
TYPE_KEYS = tuple(type.value for type in NodeType)
STEP_KEYS = tuple(kind.value for kind in StepKind)
"""The keys that say the kind of a step in the list at the top, and name its target."""

_DATE = Table(Key("date"), Key("inferred"), inline=True, wrapped="date")
_ANCHOR = Table(
    *(Key(name, text=True) for name in ("start", "end", "prefix", "suffix")),
    Key("paragraph"),
    Key("locator"),
    inline=True,
    wrapped="start",
)
_CITATION = Table(Key("key", names=Kind.REFERENCE), Key("locator"), inline=True, wrapped="key")
_QUANTITY = Table(
    Key("of"),
    Key("part_of", Layout.ITEMS),
    Key("value", Layout.ITEMS),
    Key("unit", text=True),
    Key("as_of", table=_DATE),
    Key("bound"),
    inline=True,
)
_VERDICT = Table(
    Key("about", text=True), Key("is"), Key("between", Layout.ITEMS, names=Kind.MAP), inline=True, wrapped="is"
)
_ACTOR = Table(Key("name", text=True, stand_in="?"), Key("role", text=True), Key("note", text=True), inline=True)
_ROLES = Table(Key("", Layout.ITEMS, names=Kind.NODE), inline=True, ids=Kind.ROLE)


def _ids(name: str, names: Kind = Kind.NODE) -> Key:
    return Key(name, Layout.ITEMS, names=names)


def _steps(name: str, kind: StepKind) -> Key:
    return Key(name, Layout.STEPS, STEP, names=Kind.NODE, nests=kind)


STEP = Table(inline=True, wrapped="premises")
_SUPPORTED, _EXPLAINED, _ATTACKED, _UNDERCUT = (
    _steps("supported_by", StepKind.SUPPORT),
    _steps("explained_by", StepKind.EXPLAIN),
    _steps("attacked_by", StepKind.ATTACK),
    _steps("undercut_by", StepKind.UNDERCUT),
)
STEP.keys = (
    *(Key(kind, Layout.ITEMS if kind == "contradict" else Layout.VALUE, names=Kind.NODE) for kind in STEP_KEYS),
    Key("over", names=Kind.NODE),
    Key("premises", Layout.ITEMS, _ROLES, names=Kind.NODE, stand_in=[]),
    Key("id", defines=Kind.NODE),
    Key("at", Layout.ITEMS, _ANCHOR, text=True),
    Key("inferred"),
    Key("scheme"),
    Key("qualifier"),
    _ids("warrant"),
    _ids("outweighed")._replace(field="outweighed_by"),
    Key("question"),
    Key("note", text=True),
    _SUPPORTED,
    _UNDERCUT,
)
NODE = Table(
    *(Key(type, text=True, field="text") for type in TYPE_KEYS),
    _ids("addressee", Kind.ACTOR),
    _ids("specifies"),
    _ids("rephrases"),
    _ids("by", Kind.ACTOR),
    Key("as", text=True, field="role"),
    Key("said", table=_DATE),
    Key("kind"),
    Key("stance"),
    Key("qualifier"),
    Key("at", Layout.ITEMS, _ANCHOR, text=True),
    Key("implicit"),
    Key("cite", Layout.ITEMS, _CITATION, names=Kind.REFERENCE),
    Key("happened", table=_DATE),
    Key("due", table=_DATE),
    Key("quantities", Layout.ROWS, _QUANTITY),
    Key("formal"),
    Key("note", text=True),
    Key("todo", text=True),
    _SUPPORTED,
    _EXPLAINED,
    _ATTACKED,
    Key("tags", Layout.ITEMS),
)
_TOPIC = Table(
    Key("title", text=True),
    Key("positions", table=Table(_ids(""), ids=Kind.MAP), stand_in={}),
    Key("verdict", Layout.ROWS, _VERDICT),
    Key("note", text=True),
)
TOP = Table(
    Key("argmap", stand_in=1),
    Key("map", defines=Kind.MAP, stand_in="unnamed"),
    Key("comparison", defines=Kind.COMPARISON, stand_in="unnamed"),
    Key("title", text=True),
    Key("lang"),
    Key("license"),
    Key("version"),
    Key("date", table=_DATE),
    Key("source", names=Kind.REFERENCE),
    Key("maps", Layout.ITEMS, names=Kind.MAP, stand_in=[]),
    _ids("thesis"),
    Key("note", text=True),
    Key("actors", Layout.GROUP, Table(Key("", table=_ACTOR), ids=Kind.ACTOR)),
    Key("defaults", Layout.GROUP, NODE),
    Key("nodes", Layout.SECTIONS, Table(Key("", table=NODE), ids=Kind.NODE)),
    Key("topics", Layout.SECTIONS, Table(Key("", table=_TOPIC), ids=Kind.TOPIC)),
    Key("steps", Layout.ROWS, STEP),
)


def _all(table: Table, seen: set[int]) -> Iterator[Key]:
    if id(table) not in seen:
        seen.add(id(table))
        for key in table.keys:
            yield key
            if key.table is not None:
                yield from _all(key.table, seen)


KEYS = tuple(_all(TOP, set()))
"""Every key of the format, those of all mappings together."""


def naming(*kinds: Kind) -> frozenset[str]:
    """The keys under which things of *kinds* are named."""
    return frozenset(key.name for key in KEYS if key.names in kinds and key.name)


TEXTS = frozenset(key.name for key in KEYS if key.text)
"""The keys under which a sentence may stand."""
BY_ID = tuple(key.name for key in TOP.keys if key.table is not None and key.table.ids)
"""The keys at the top that hold things by their ids."""
HEAD = ("title", "lang", "license", "version", "date", "note")
"""The keys at the top that maps and comparisons have in common, and that the graph has as fields of these names."""
NESTED = {key.name: kind for kind in StepKind for key in KEYS if key.nests is kind}
"""The keys that hold steps, and the kind of these, in the order in which they are read."""
FIELDS = {key.field: key.name for key in KEYS if key.field not in (None, "text")}
"""The keys of the fields of the graph that have another name."""
STAND_INS = {key.name: key.stand_in for key in KEYS if key.stand_in is not None}
"""What stands in for the values of keys that must be there."""
