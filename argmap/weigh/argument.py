"""What the arguments of a map's framework are called."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What of a map an argument stands for."""

    NODE = "node"
    """The statement holds."""
    STEP = "step"
    """The step stands: its premises hold, and nothing undercuts it."""
    FAILS = "fails"
    """The statement does not hold. It is attacked by the statement, and attacks all steps that need it."""
    OUTWEIGHED = "outweighed"
    """What outweighs the attack of that id holds."""
    AUTHOR = "author"
    """The author rejects the statement."""


class Argument(NamedTuple):
    """An argument: what it stands for, of the node or step of that id."""

    part: Part
    id: str
