"""Findings for programs: one JSON array of objects.

An object has ``code``, ``name``, ``severity``, ``message``, ``help``, ``file``, ``span`` (``line``, ``column``,
``end_line``, ``end_column``; counted from 1, columns in code points, the end exclusive), ``related`` (``message``,
``file``, ``span``) and ``fix`` (``message``, ``safe``, ``edits``: each ``span`` is replaced by its ``text``). ``help``,
``span`` and ``fix`` are null where there are none.
"""

from __future__ import annotations

from argmap.reporters._json import as_object
from argmap.reporters.report import Report
from argmap.text.printable import encode


def report(run: Report) -> str:
    """The findings as one array."""
    return encode([as_object(finding, run) for finding in run.findings])
