"""A key stands twice in one mapping.

Why it matters: most YAML readers silently keep one of the two; a node that is defined twice loses half of its content.

Example::

    nodes:
      a: {claim: One.}
      a: {claim: Two.}                # AM104

How to fix: give the second an id of its own, or merge the two.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM104", Severity.ERROR)
