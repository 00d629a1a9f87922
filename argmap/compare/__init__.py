"""Aligning maps topic by topic. Checks, painters and text output read the rows and derive nothing of their own."""

from argmap.compare.align import Judgement, Position, Relation, Row, across, align

__all__ = ["Judgement", "Position", "Relation", "Row", "across", "align"]
