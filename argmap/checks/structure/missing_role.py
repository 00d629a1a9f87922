"""A step lacks a premise that its argumentation scheme needs.

Why it matters: an argument from analogy that does not say in what the cases are alike, or one from testimony that does
not say how the speaker is placed to know, is only half of one, and the half that is missing is where it may fail.

Example::

    supported_by:
      - premises: stockholm-fell          # AM222: 'analogy' needs 'source-case' and 'similarity'
        scheme: analogy

How to fix: add the premise; where the text leaves it unstated, as a node that is `implicit` or as the `warrant`. What
most arguments of a scheme leave unsaid is not asked for.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM222", Severity.NOTE)
def missing_role(map: Map, context: MapContext) -> Iterator[Problem]:
    """Steps whose roles are not all that the scheme needs, or that have too few premises for that; warrants count."""
    steps = [step for step in map.steps.values() if step.scheme]
    if not steps:
        return
    from argmap.schemes import scheme

    for step in steps:
        named = scheme(step.scheme or "")
        if named is None or not step.premises:
            continue
        filled = {role for role, names in step.roles.items() if names}
        missing = [role for role in named.needed if role not in filled]
        # A role that the scheme does not have may be meant for one that it has: AM221 says so.
        unclear = filled.difference(named.premises) if step.roles else set(step.premises)
        free = len(step.warrant) + len(unclear)
        if len(missing) <= free:
            continue
        if step.roles:
            message = f"'{named.name}' needs {_listed(missing)} too"
        else:
            message = f"'{named.name}' needs {len(missing)} premises, {_listed(missing)}, and {_has(free)}"
        help = " ".join(f"{role}: {named.premises[role].text}" for role in missing)
        yield Problem(("steps", step.id, "premises"), message, help)


def _listed(roles: list[str]) -> str:
    return " and ".join(f"'{role}'" for role in roles)


def _has(number: int) -> str:
    return "the step has one" if number == 1 else f"the step has {number}"
