"""A step gives a premise a role that its scheme does not have.

Why it matters: the roles say which part of the scheme each premise plays; one that is not among them plays none, and
the one that was meant is missing.

Example::

    supported_by:
      - premises: {aim: fewer-cars, means: pricing-works}     # AM221: the roles are 'goal' and 'means'
        scheme: practical-reasoning

How to fix: write a role of the scheme (`argmap schemes NAME` lists them), or name the scheme that has it. A role of
your own begins with `x-`.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM221", Severity.WARNING, partial=True)
def unknown_role(map: Map, context: MapContext) -> Iterator[Problem]:
    """Roles of steps whose scheme is known and has no such role, or that name no scheme."""
    steps = [step for step in map.steps.values() if step.roles]
    if not steps:
        return
    from argmap.schemes import scheme

    for step in steps:
        if step.scheme is None:
            message = "the premises have roles, and the step names no scheme"
            yield Problem(("steps", step.id, "premises"), message, "say which with 'scheme', or make a list of them")
            continue
        named = scheme(step.scheme)
        if named is None:
            continue
        free = [role for role in named.premises if role not in step.roles]
        for role in step.roles:
            if role not in named.premises and not role.startswith("x-"):
                place, message = ("steps", step.id, "roles", role), f"'{named.name}' has no role '{role}'"
                problem = misspelt(place, message, role, free, is_key=True)
                roles = " and ".join(f"'{premise}'" for premise in named.premises)
                yield problem if problem.help else problem._replace(help=f"its roles are {roles}")
