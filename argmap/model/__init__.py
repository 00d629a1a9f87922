"""The canonical graph and what is said about it. No input or output.

Small values that a file spells just so (an actor, an anchor, a date) are pydantic models, validated where text comes
in; what is built from them by the thousand (nodes, steps) are plain frozen dataclasses.

A map is a flat graph: nodes, and steps between them. How a file spells it is the business of
:mod:`argmap.formats`; everything else in argmap reads these classes and nothing but them.
"""

from argmap.model.anchor import Anchor
from argmap.model.citation import Citation
from argmap.model.comparison import Comparison, Topic, Verdict, VerdictKind
from argmap.model.date import Date
from argmap.model.dialect import Dialect
from argmap.model.engine import Engine
from argmap.model.finding import Edit, Fault, Finding, Fix, Related, RuleInfo, Severity, Span
from argmap.model.map import Map
from argmap.model.node import Actor, EvidenceKind, Node, NodeType, Qualifier, Stance
from argmap.model.quantity import Bound, Quantity
from argmap.model.step import Step, StepKind

__all__ = [
    "Actor",
    "Anchor",
    "Bound",
    "Citation",
    "Comparison",
    "Date",
    "Dialect",
    "Edit",
    "Engine",
    "EvidenceKind",
    "Fault",
    "Finding",
    "Fix",
    "Map",
    "Node",
    "NodeType",
    "Qualifier",
    "Quantity",
    "Related",
    "RuleInfo",
    "Severity",
    "Span",
    "Stance",
    "Step",
    "StepKind",
    "Topic",
    "Verdict",
    "VerdictKind",
]
