"""Something happened, or was said, after the article that reports it.

Why it matters: an article cannot report what was still to come. The date is wrong, or it is that of a plan.

Example: in a map of an article of June 17, 2024::

    vote: {evidence: The council voted., happened: 2024-09}     # AM523

The article's date is that of the reference that `source` names, else the map's own `date`. Only what is certainly later
is found: a month that the article's date lies in is not, nor what is marked `?`, `~` or `%`; one day is granted for the
places where it is tomorrow already.

How to fix: correct the date, or write `due` for what was to come.
"""

from collections.abc import Iterator

from argmap.checks.consistency._record import article_date
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.date import is_after


@on_map("AM523", Severity.WARNING)
def event_after_source(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every `happened` and `said` that is certainly later than the article."""
    published = article_date(map, context)
    if published is None:
        return
    for node in map.nodes.values():
        for field, verb, date in (("happened", "happened in", node.happened), ("said", "was said in", node.said)):
            if date is not None and is_after(date.date, published, grace=1):
                message = f"'{node.id}' {verb} {date.date}, after the article that reports it, of {published}"
                yield Problem(("nodes", node.id, field), message, "correct it, or write 'due' for what was to come")
