"""Abstract argumentation: what can be accepted together, over plain graphs and without maps."""

from argmap.logic.frameworks.framework import Framework
from argmap.logic.frameworks.semantics import Semantics

__all__ = ["Framework", "Semantics"]
