"""A DOI that is written as an address, in `url`.

Why it matters: a DOI stays where addresses move; but only in its own field is it found by programs that look works up
and compare them.

Example::

    url = {https://doi.org/10.1016/j.tranpol.2014.01.001}        # AM430: it belongs into 'doi'

    doi = {10.1016/j.tranpol.2014.01.001},
    url = {https://doi.org/10.1016/j.tranpol.2014.01.001}        # AM430: the field 'doi' says it already

How to fix: `argmap check --fix` makes a field `doi` of it, and takes it out where there is one already.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from argmap.bibliography import Bibliography, Entry
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, remove, renamed, rewritten
from argmap.model import Fix, Severity

_ADDRESS = re.compile(
    r"(?:https?://(?:www\.|dx\.)?doi\.org/|doi:\s*)(10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^\s\\?#]+)", re.IGNORECASE
)


@on_bibliography("AM430", Severity.NOTE)
def doi_in_url(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``url`` that is the address of a DOI."""
    for entry, field, value in given(bibliography, ("url",)):
        if "doi" not in value[:20].lower() or not (address := _ADDRESS.fullmatch(value)):
            continue
        doi = unquote(address[1])
        own = entry.fields.get("doi", "")
        if not own:
            message = f"the address of '{entry.key}' is a DOI"
            yield Problem((entry.key, field), message, f"write 'doi = {{{doi}}}'", fix=_fix(entry, doi))
        elif own.lower().endswith(doi.lower()):
            yield Problem(
                (entry.key, field),
                f"the address of '{entry.key}' is its DOI",
                "take it out",
                fix=remove(entry, field),
            )


def _fix(entry: Entry, doi: str) -> Fix | None:
    name, value = renamed(entry, "url", "doi"), rewritten(entry, "url", doi)
    return Fix("make it a DOI", (name, value)) if name and value else None
