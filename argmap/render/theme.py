"""Colours, type sizes and measures of the pictures, as data. Every length is in px."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.measure import Face

FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif'


class Type(NamedTuple):
    """How a text is set; *spacing* is extra space after each character."""

    size: float
    leading: float
    face: Face = "regular"
    spacing: float = 0


TYPES = {
    "title": Type(26, 32, "bold"),
    "subtitle": Type(13, 18),
    "legend": Type(11, 16),
    "column": Type(18, 24, "bold"),
    "heading": Type(8.5, 12, "bold", 0.6),
    "body": Type(12.5, 16.5),
    "strong": Type(13, 17, "bold"),
    "thesis": Type(20, 26, "bold"),
    "thesis-long": Type(15, 20, "bold"),
    "detail": Type(10.5, 14),
    "chip": Type(10, 18),
    "topic": Type(14, 18, "bold"),
    "pill": Type(11, 14, "bold", 0.6),
    "about": Type(10.5, 14, "italic"),
    "ghost": Type(12, 16, "italic"),
    "mark": Type(9.5, 12),
    "together": Type(9, 12, "bold", 0.8),
}


class Tone(NamedTuple):
    """The colours of a card: its accent (bar, icon, type word), its ground, and the inks of its texts."""

    accent: str
    ground: str
    ink: str
    muted: str


class Colours(NamedTuple):
    """One theme. *tones* are keyed by what a card is, *steps* by what a line is, *relations* by verdict."""

    paper: str
    ink: str
    muted: str
    edge: str
    chip: str
    chip_ink: str
    thesis_chip: str
    thesis_chip_ink: str
    frame: str
    frame_edge: str
    ghost_edge: str
    tones: dict[str, Tone]
    steps: dict[str, str]
    faint: dict[str, str]
    relations: dict[str, tuple[str, str]]
    sides: tuple[tuple[str, str, str], ...]


_INK, _MUTED, _WHITE = "#16222e", "#566675", "#ffffff"

LIGHT = Colours(
    paper="#f4f6f8",
    ink=_INK,
    muted=_MUTED,
    edge="#c8d1da",
    chip="#e6ecf2",
    chip_ink="#24435f",
    thesis_chip="#24507a",
    thesis_chip_ink="#e3eef8",
    frame="#e3eef6",
    frame_edge="#86b2d3",
    ghost_edge="#a3b0bc",
    tones={
        "claim": Tone("#0b5c94", _WHITE, _INK, _MUTED),
        "evidence": Tone("#566675", _WHITE, _INK, _MUTED),
        "recommendation": Tone("#10304a", _WHITE, _INK, _MUTED),
        "question": Tone("#8a5a00", _WHITE, _INK, _MUTED),
        "argument": Tone("#0a6b57", _WHITE, _INK, _MUTED),
        "objection": Tone("#b3430b", "#fff8f2", _INK, "#6d5d52"),
        "rebuttal": Tone("#6b4fa0", "#f8f5fc", _INK, "#605a70"),
        "thesis": Tone("#a5cbe6", "#10304a", _WHITE, "#c3d9ea"),
    },
    steps={
        "support": "#0b5c94",
        "attack": "#b3430b",
        "undercut": "#b3430b",
        "explain": "#0a6b57",
        "contradict": "#9a2740",
        "prefer": "#6b4fa0",
        "warrant": "#566675",
        "specifies": "#566675",
        "rephrases": "#566675",
    },
    faint={"attack": "#d39c7f", "undercut": "#d39c7f"},
    relations={
        "agree": ("#0a6b57", "#dff1ec"),
        "partly": ("#7a5200", "#f7ecd6"),
        "differ": ("#b3430b", "#fce7db"),
        "evolved": ("#5b4391", "#ebe5f6"),
        "only": ("#566675", "#e6ebf0"),
        "silent": ("#566675", "#f4f6f8"),
        "open": ("#566675", "#f4f6f8"),
    },
    # accent, ground and border of each column of a comparison, in turn
    sides=(
        ("#0b5c94", "#e6eff6", "#b7d0e3"),
        ("#7a3b86", "#f3ebf6", "#d9c3de"),
        ("#0a6b57", "#e4f1ed", "#b4d6cc"),
        ("#8a5a00", "#f6efe0", "#dfcca4"),
    ),
)

CARD = 232
"""The width of a card of a map."""

THESIS = 268
"""The width of the card of a thesis."""

COLUMN_CARD = 380
"""The width of a card of a comparison."""

PAD = 14
"""From the left of a card to its text, the accent bar included, and from its text to its right."""

BAR = 6
"""The width of the accent bar."""

CHIP_HEIGHT = 18
MARGIN = 40.0
"""From the picture's edge to what it shows."""
