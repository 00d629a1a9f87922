"""Two entries for one work.

Why it matters: the work is listed twice, and looks like two witnesses where there is one.

Example::

    @article{eliasson2014, author = {Eliasson, Jonas}, title = {Congestion charges}, date = {2014}}
    @article{stockholm, author = {J. Eliasson}, title = {Congestion Charges}, year = 2014}      # AM413

Two entries are taken for one work that share the DOI, the identifier of arXiv, or the address (without what trackers
add to it), or whose titles are alike (case, accents and punctuation apart) with the same authors' family names and
year. Of two that give neither author nor year the title alone ("Annual report") is not enough, nor is it where both
tell a volume, a number, an edition or pages, and not the same. Entries that name one another, as by `crossref` or
`related`, may share what they like.

How to fix: keep one, and cite its key; `argmap bib dedupe --write` does that where the two do not contradict each
other.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.citations.duplicates import twins
from argmap.model import Severity


@on_bibliography("AM413", Severity.WARNING)
def duplicate_reference_content(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every entry that shares with one before it what tells works apart."""
    for entry, twin, field in twins(bibliography):
        related = ((f"the {field} of '{twin.key}'", (twin.key, field)),)
        message = f"'{entry.key}' and '{twin.key}' have the same {field}"
        yield Problem((entry.key, field), message, "keep one of the two", related)
