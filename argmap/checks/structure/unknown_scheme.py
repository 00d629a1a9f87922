"""A step names an argumentation scheme that argmap does not know.

Why it matters: nobody knows what such a step needs and which critical questions it must stand up to, and
`argmap questions` passes it over.

Example::

    supported_by:
      - {premises: stockholm-fell, scheme: precedant}     # AM220: did you mean 'precedent'?

How to fix: write one of those that `argmap schemes` lists, or what follows by its form alone (`deductive`,
`modus-ponens`, `modus-tollens`, `disjunctive-syllogism`, `hypothetical-syllogism`). A scheme of your own begins with
`x-`, and nothing is said of it.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM220", Severity.NOTE, partial=True)
def unknown_scheme(map: Map, context: MapContext) -> Iterator[Problem]:
    """Names of schemes that are neither ours nor declared to be the map's own."""
    named = [(step.id, step.scheme) for step in map.steps.values() if step.scheme and not step.scheme.startswith("x-")]
    if not named:
        return
    from argmap.schemes import FORMS, names

    known = (*names(), *FORMS)
    for id, name in named:
        if name not in known:
            yield misspelt(("steps", id, "scheme"), f"there is no scheme '{name}'", name, known)
