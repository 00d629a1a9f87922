"""The same thing twice in one list.

Why it matters: the second says nothing; perhaps another id was meant, and that one is now missing. A step that stands
twice is drawn and counted twice.

Example::

    supported_by:
      - premises: [revenue, transit-pays, revenue]      # AM217
      - pricing-works
      - pricing-works                                   # AM217: the step stands there already

How to fix: remove it (`--fix` does), or write what was meant.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.checks.engine.rule import GraphChange, GraphFix, MapContext, Place, Problem, on_map
from argmap.model import Citation, Map, Severity, Step, StepKind
from argmap.model.references import NODE_FIELDS, STEP_FIELDS
from argmap.model.step import is_unnamed


@on_map("AM217", Severity.WARNING, partial=True)
def duplicate_item(map: Map, context: MapContext) -> Iterator[Problem]:
    """Ids, tags, actors and citations that stand in their list already, and steps that say the same as another."""
    for place, items in _lists(map):
        if len(items) < 2 or len(set(items)) == len(items):
            continue
        seen: set[str | Citation] = set()
        for index, item in enumerate(items):
            if item in seen:
                yield _problem((*place, index), f"'{getattr(item, 'key', item)}' is already in this list")
            seen.add(item)
    for steps in map.steps_to.values():
        yield from _steps(steps, map)


def _lists(map: Map) -> Iterator[tuple[Place, tuple[str | Citation, ...]]]:
    yield ("thesis",), map.thesis
    for node in map.nodes.values():
        for field in (*NODE_FIELDS, "tags", "cite"):
            yield ("nodes", node.id, field), getattr(node, field)
    for step in map.steps.values():
        for field, key in STEP_FIELDS.items():
            yield ("steps", step.id, key), getattr(step, field)


def _steps(steps: Sequence[Step], map: Map) -> Iterator[Problem]:
    """The steps to one conclusion that nothing refers to and that add nothing to one before."""
    alike: dict[tuple[StepKind, tuple[str, ...]], list[Step]] = defaultdict(list)
    for step in steps:
        if is_unnamed(step) and step.id not in map.steps_to:
            alike[step.kind, step.premises].append(step)
    for each in alike.values():
        seen: set[str] = set()
        for step in each if len(each) > 1 else ():
            content = repr(replace(step, id=""))
            if content in seen:
                yield _problem(("steps", step.id), "the same step is already there")
            seen.add(content)


def _problem(place: Place, message: str) -> Problem:
    return Problem(
        place, message, "remove it", graph_fix=GraphFix("remove what stands twice", (GraphChange(place, "", None),))
    )
