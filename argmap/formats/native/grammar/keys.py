"""The canonical spelling: in which order keys stand, and which lists and mappings are laid out how.

The order of a node's keys is that of the maps of this project: what it says, who says it and how, where it stands, what
it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from argmap.formats.native.grammar.shape import STEP_KEYS, TYPE_KEYS


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


@dataclass(frozen=True, slots=True)
class Place:
    """What is known about a mapping: the order of its keys, and what stands under each of them.

    *inline*: it is written in one line where it fits, and not only where it was.
    """

    order: Mapping[str, int] = field(default_factory=dict)
    below: Mapping[str, tuple[Layout, Place]] = field(default_factory=dict)
    inline: bool = False


def _order(*keys: str) -> dict[str, int]:
    return {key: at for at, key in enumerate(keys)}


NOTHING = Place()
# The keys that name nodes.
REFERENCES = frozenset(
    (
        *("thesis", "specifies", "rephrases", "supported_by", "attacked_by", "explained_by", "undercut_by"),
        *("premises", "warrant", "outweighed", *STEP_KEYS, "over", "steps"),
    )
)
_IDS = (Layout.ITEMS, NOTHING)
_DATE = Place(_order("date", "inferred"), inline=True)
_ANCHOR = Place(_order("start", "end", "prefix", "suffix"), inline=True)
_CITATION = Place(_order("key", "locator"), inline=True)
_QUANTITY = Place(
    _order("of", "part_of", "value", "unit", "as_of", "bound"),
    {"part_of": _IDS, "value": (Layout.ITEMS, NOTHING), "as_of": (Layout.VALUE, _DATE)},
    inline=True,
)
_VERDICT = Place(_order("about", "is", "between"), {"between": (Layout.ITEMS, NOTHING)}, inline=True)
_ACTOR = Place(_order("name", "role", "note"), inline=True)

_step_below: dict[str, tuple[Layout, Place]] = {
    **dict.fromkeys(("warrant", "outweighed", "contradict"), _IDS),
    "premises": (Layout.ITEMS, Place(below={"": _IDS}, inline=True)),
    "at": (Layout.ITEMS, _ANCHOR),
}
STEP = Place(
    _order(
        *(*STEP_KEYS, "over", "premises", "id", "at", "inferred", "scheme", "qualifier", "warrant", "outweighed"),
        *("question", "note", "supported_by", "undercut_by"),
    ),
    _step_below,
    inline=True,
)
_step_below.update(dict.fromkeys(("supported_by", "undercut_by"), (Layout.STEPS, STEP)))

NODE = Place(
    _order(
        *(*TYPE_KEYS, "addressee", "specifies", "rephrases", "by", "as", "said", "kind", "stance", "qualifier"),
        *("at", "implicit", "cite", "happened", "due", "quantities", "formal", "note", "todo"),
        *("supported_by", "explained_by", "attacked_by", "tags"),
    ),
    {
        **dict.fromkeys(("by", "addressee", "specifies", "rephrases", "tags"), _IDS),
        **dict.fromkeys(("happened", "said", "due"), (Layout.VALUE, _DATE)),
        **dict.fromkeys(("supported_by", "attacked_by", "explained_by"), (Layout.STEPS, STEP)),
        "at": (Layout.ITEMS, _ANCHOR),
        "cite": (Layout.ITEMS, _CITATION),
        "quantities": (Layout.ROWS, _QUANTITY),
    },
)
_TOPIC = Place(
    _order("title", "positions", "verdict", "note"),
    {"positions": (Layout.VALUE, Place(below={"": _IDS})), "verdict": (Layout.ROWS, _VERDICT)},
)
TOP = Place(
    _order(
        *("argmap", "map", "comparison", "title", "lang", "license", "version", "date", "source", "maps", "thesis"),
        *("note", "actors", "defaults", "nodes", "topics", "steps"),
    ),
    {
        "thesis": _IDS,
        "maps": _IDS,
        "date": (Layout.VALUE, _DATE),
        "actors": (Layout.GROUP, Place(below={"": (Layout.VALUE, _ACTOR)})),
        "defaults": (Layout.GROUP, NODE),
        "nodes": (Layout.SECTIONS, Place(below={"": (Layout.VALUE, NODE)})),
        "topics": (Layout.SECTIONS, Place(below={"": (Layout.VALUE, _TOPIC)})),
        "steps": (Layout.ROWS, STEP),
    },
)
