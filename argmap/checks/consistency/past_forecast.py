"""A forecast that was over before it was made.

Why it matters: what was due before the article appeared is no longer to come. Either it came, or it did not, and the
reader should learn which; or the date is wrong.

Example: in a map of an article of June 17, 2024::

    closing: {evidence: The mission has to leave., due: 2023-12}     # AM524

A forecast is measured from when it was made: from `said`, else from `happened` (a law of 2010 with a term until 2015),
else from the date of the reference that `source` names. The map's own `date` counts only where the map names no source,
since a map may be made long after the article; today's date never does. Only what was certainly over is found.

How to fix: correct the date; say with `said` or `happened` when the forecast was made; or write `happened` for what
has come.
"""

from collections.abc import Iterator

from argmap.checks.consistency._record import certain_article_date
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.date import is_after


@on_map("AM524", Severity.NOTE)
def past_forecast(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every `due` that was certainly over when the forecast was made."""
    published = certain_article_date(map, context)
    for node in map.nodes.values():
        if node.due is None:
            continue
        made = node.said or node.happened
        since = made.date if made else published
        if since is not None and is_after(since, node.due.date):
            what = "the forecast was made" if made else "the article appeared"
            message = f"'{node.id}' was due in {node.due.date}, which was over when {what}, in {since}"
            yield Problem(("nodes", node.id, "due"), message, "correct the date, or say what became of it")
