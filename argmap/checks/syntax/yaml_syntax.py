"""The text is not valid YAML.

Why it matters: what stands behind the place may be read wrongly or not at all.

Example::

    title: Charging: a case          # AM102: a second ': ' in a line without quotes

How to fix: put texts with `: ` in quotes; look for a missing bracket, comma or quote just before the place.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM102", Severity.ERROR)
