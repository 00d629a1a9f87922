"""Abstract argumentation: what can be accepted together, over plain graphs and without maps.

What `argmap solve` imports does not import ``typing`` when it runs, for a small question would take a fifth longer;
type checkers take a ``TYPE_CHECKING`` of one's own for that of ``typing``.
"""

from argmap.logic.frameworks.framework import Framework
from argmap.logic.frameworks.semantics import Semantics

__all__ = ["Framework", "Semantics"]
