"""Abstract argumentation: what can be accepted together, over plain graphs and without maps."""

from argmap.logic.framework import Framework
from argmap.logic.semantics import Semantics

__all__ = ["Framework", "Semantics"]
