"""What tells types, steps and verdicts apart without colour: icons, line styles and heads, as data.

Shapes are SVG path data in px. An icon fills 12 by 12; a head points right, with its tip at 0,0.
"""

from __future__ import annotations

from typing import NamedTuple


class Stroke(NamedTuple):
    """How a line is drawn: its width in px, its dashes, the head at its end, and whether it has one at its start too.

    *double* lines are hollow: two thin lines side by side.
    """

    width: float
    dashes: str = ""
    head: str = ""
    both: bool = False
    double: bool = False

    @property
    def cap(self) -> str:
        """``round`` where the dashes are dots."""
        return "round" if self.dashes.startswith("0.1 ") else ""


class ArrowHead(NamedTuple):
    """The shape at the end of a line: *length* is how much of the line it replaces."""

    path: str
    length: float
    filled: bool


STROKES = {
    "support": Stroke(1.7, "", "triangle"),
    "attack": Stroke(1.7, "6 4", "bar"),
    "undercut": Stroke(2, "0.1 4.4", "diamond"),
    "explain": Stroke(4.4, "", "chevron", double=True),
    "contradict": Stroke(1.7, "10 4", "bars", both=True),
    "prefer": Stroke(1.3, "", "chevrons"),
    "warrant": Stroke(1.2, "7 3 1.5 3", "ring"),
    "specifies": Stroke(1.1, "", "hollow"),
    "rephrases": Stroke(1.1, "2 3"),
}

HEADS = {
    "triangle": ArrowHead("M0 0L-11 -5V5Z", 9, filled=True),
    "bar": ArrowHead("M-2 -6.5V6.5", 2, filled=False),
    "diamond": ArrowHead("M0 0L-6.5 -4.5L-13 0L-6.5 4.5Z", 13, filled=False),
    "chevron": ArrowHead("M-8.5 -6.5L-1 0L-8.5 6.5", 3, filled=False),
    "bars": ArrowHead("M-2 -6.5V6.5M-6.5 -6.5V6.5", 6.5, filled=False),
    "chevrons": ArrowHead("M-6 -4.5L-1 0L-6 4.5M-11 -4.5L-6 0L-11 4.5", 1, filled=False),
    "ring": ArrowHead("M0 0A3 3 0 1 1 -6 0A3 3 0 1 1 0 0Z", 6, filled=False),
    "hollow": ArrowHead("M0 0L-9 -4.5V4.5Z", 9, filled=False),
}

ICONS = {
    "claim": "M6 1.5A4.5 4.5 0 1 1 6 10.5A4.5 4.5 0 1 1 6 1.5Z",
    "evidence": "M2.5 1H7.5L10 3.5V11H2.5ZM4.5 5.5H8M4.5 8H8",
    "recommendation": "M6 0.8L11.2 6L6 11.2L0.8 6Z",
    "question": "M3.6 3.9C3.6 0.6 8.6 0.6 8.6 3.9C8.6 6 6.1 5.8 6.1 8M6.1 10.2V10.9",
    "argument": "M3.4 1.4H8.6L11.2 6L8.6 10.6H3.4L0.8 6Z",
}

# In 8 by 8.
SEVERITIES = {
    "error": ArrowHead("M4 0.5L8 7.5H0Z", 0, filled=True),
    "warning": ArrowHead("M4 0.5L8 7.5H0Z", 0, filled=False),
    "note": ArrowHead("M4 0.8A3.2 3.2 0 1 1 4 7.2A3.2 3.2 0 1 1 4 0.8Z", 0, filled=False),
}

VERDICTS = {
    "agree": "M1.5 4.2H10.5M1.5 7.8H10.5",
    "partly": "M1.5 4.6C4 2 8 7 10.5 4.2M1.5 8.4C4 5.8 8 10.8 10.5 8",
    "differ": "M1.5 4.2H10.5M1.5 7.8H10.5M8.4 1.2L3.6 10.8",
    "evolved": "M1.5 9.5L5 5.5L7 7.5L10.5 2.5M7.2 2.3H10.6V5.7",
    "only-left": "M9 1.5L2.5 6L9 10.5Z",
    "only-right": "M3 1.5L9.5 6L3 10.5Z",
    "only": "M6 1.5A4.5 4.5 0 1 1 6 10.5A4.5 4.5 0 1 1 6 1.5Z",
    "silent": "M2 6H10",
    "open": "M3.6 3.9C3.6 0.6 8.6 0.6 8.6 3.9C8.6 6 6.1 5.8 6.1 8M6.1 10.2V10.9",
}

CONNECTORS = {
    "agree": Stroke(3),
    "partly": Stroke(1.5),
    "differ": Stroke(2, "6 4"),
    "evolved": Stroke(1.5, "10 3 2 3"),
    "only": Stroke(2, "0.1 5"),
    "silent": Stroke(1.5, "0.1 5"),
    "open": Stroke(1.2),
}
