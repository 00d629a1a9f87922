"""A figure is dated outside of what it is about.

Why it matters: a figure from before the event that it measures, from outside of the period that the statement covers,
or from after the article belongs to something else, or one of the dates is wrong.

Example::

    war:
      evidence: The war cost 3,000 lives.
      happened: 2014/2017
      quantities: {of: war-deaths, value: 3000, as_of: 2003}     # AM525

A figure may be of later than an event: the dead are counted when it is over. It may not be of later than a period that
`happened` gives, nor of before. Where a node gives figures of one subject of several dates, as of before and after,
their range has to meet what `happened` says. After the article may be only what is forecast: evidence with such a
figure says `due`. Only what is certainly outside is found.

How to fix: correct `as_of` or `happened`, or give the figure a node of its own.
"""

from collections.abc import Iterator, Sequence

from argmap.checks.consistency._record import DatedFigure, article_date
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity
from argmap.model.date import is_after


@on_map("AM525", Severity.NOTE)
def misdated_quantity(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every `as_of` that is certainly outside of the node's `happened`, or after the article."""
    published = article_date(map, context)
    for node in map.nodes.values():
        subjects: dict[str, list[DatedFigure]] = {}
        for index, quantity in enumerate(node.quantities):
            if quantity.as_of is not None:
                subjects.setdefault(quantity.of, []).append(DatedFigure(node, index, quantity))
        for figures in subjects.values():
            yield from _outside(figures)
            if published is None or node.type is not NodeType.EVIDENCE or node.due is not None:
                continue
            for figure in figures:
                date = figure.date
                if is_after(date, published, grace=1):
                    message = (
                        f"'{node.id}' has a figure as of {date}, after the article that reports it, of {published}"
                    )
                    help = "correct the date, or write 'due' for what was to come"
                    yield Problem((*figure.place, "as_of"), message, help)


def _outside(figures: Sequence[DatedFigure]) -> Iterator[Problem]:
    node = figures[0].node
    if node.happened is None:
        return
    happened = node.happened.date
    before = [figure for figure in figures if is_after(happened, figure.date)]
    after = [figure for figure in figures if "/" in happened and is_after(figure.date, happened)]
    for outside, word in ((before, "before"), (after, "after")):
        if len(outside) == len(figures):
            for figure in outside:
                message = f"'{node.id}' has a figure as of {figure.date}, {word} it happened, in {happened}"
                yield Problem(
                    (*figure.place, "as_of"), message, "correct one of the dates, or give it a node of its own"
                )
