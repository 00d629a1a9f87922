"""A comparison that a program proposes, for a person to judge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import Comparison

HALF = 0.1
"""The mean of cosines that stands for a confidence of ½. Good topics of this repository's maps have 0.07 to 0.15."""


class Proposal(NamedTuple):
    """A comparison without verdicts, and how far each of its topics is to be believed, by topic.

    A confidence is from 0 to 1. It is ``t / (t + HALF)``, where ``t`` is how alike the statements of the topic are
    across the maps, by words, tags, references and actors: the mean of their cosines, so that ½ stands for 0.1 and ¾
    for 0.3. Where the word that they share is no tag it is lowered: to 64 % if both maps have it in ids, to 36 % if
    they have it in texts only. It ranks topics; it is not a probability, for nobody has counted how often such topics
    are right.
    """

    comparison: Comparison
    confidence: Mapping[str, float]


def mark(confidence: float) -> str:
    """What a proposed topic is marked with: ``proposed, confidence 76%``."""
    return f"proposed, confidence {confidence:.0%}"
