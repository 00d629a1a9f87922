"""From what a rule says is to change in the graph to a fix of the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from argmap.checks.engine.rule import GraphChange, Problem
from argmap.formats.native import Document
from argmap.formats.native.edit.editor import Editor
from argmap.model import Edit, Fix


def fixer(document: Document) -> Callable[[Problem], Fix | None]:
    """What makes of a problem in *document* the fix of it; None where its text does not allow one of the changes."""

    @cache
    def editor() -> Editor:
        return Editor(document)

    def edit(change: GraphChange) -> Edit | None:
        if change.new is None:
            return editor().remove(change.place)
        return editor().replace(change.place, change.old, change.new, change.is_key)

    def fix(problem: Problem) -> Fix | None:
        if problem.graph_fix is None:
            return None
        edits = [fixed for change in problem.graph_fix.changes if (fixed := edit(change)) is not None]
        complete = len(edits) == len(problem.graph_fix.changes)
        return Fix(problem.graph_fix.message, tuple(edits), problem.graph_fix.safe) if complete else None

    return fix
