"""A statement of the author's own that rests on quoted voices alone.

Why it matters: the author reports what somebody said and uses it as a ground without saying that it is true. The
reader should know that only the quoted speaker vouches for it.

Example::

    city-cannot-wait:
      claim: The city cannot wait.
      supported_by: [mayor-says-so]     # AM503
    mayor-says-so: {claim: Waiting costs lives., by: mayor}

Explanations count as grounds too. Evidence is left alone: that somebody said it may be what puts it on record.

How to fix: if the author adopts the statement, say `stance: endorsed`; if there is another ground, add it. Otherwise
the note is true of the source and may stay.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity, Stance, StepKind


@on_map("AM503", Severity.NOTE)
def borrowed_voice(map: Map, context: MapContext) -> Iterator[Problem]:
    """Endorsed nodes all of whose grounds hold a premise that the author only reports."""
    for node in map.nodes.values():
        grounds = [step for step in map.steps_to.get(node.id, ()) if step.kind in (StepKind.SUPPORT, StepKind.EXPLAIN)]
        if node.stance is not Stance.ENDORSED or node.type is NodeType.EVIDENCE or not grounds:
            continue
        reported = [
            next((id for id in step.premises if id in map.nodes and map.nodes[id].stance is Stance.REPORTED), None)
            for step in grounds
        ]
        if all(reported):
            voices = ", ".join(f"'{id}'" for id in dict.fromkeys(reported))
            yield Problem(("nodes", node.id), f"'{node.id}' rests on quoted voices alone: {voices}")
