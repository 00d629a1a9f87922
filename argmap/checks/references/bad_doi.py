r"""A DOI that is none, or has more around it than belongs there.

Why it matters: BibLaTeX makes the address of a DOI itself, so that a whole address in the field leads nowhere; and no
program finds the work by it.

Example::

    doi = {https://doi.org/10.1016/j.tranpol.2014.01.001}    # AM425: only what begins with '10.'
    doi = {10.1007/978-3-540-88682-2\_1}                     # AM425: no LaTeX in a DOI
    doi = {j.tranpol.2014.01.001}                            # AM425: it begins with '10.'

Whether the DOI is registered nobody asks. In the dialect of BibTeX escaped characters are left alone, for many of its
styles want them.

How to fix: `argmap check --fix` takes away the address and the backslashes, and with `--unsafe-fixes` the address of
a publisher. Otherwise copy it anew.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.checks.references._verbatim import unescaped
from argmap.model import Dialect, Severity

_PLAIN = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\\%&]+")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_PREFIX = re.compile(r"(?:(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi\b:?)\s*+)++", re.IGNORECASE)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))


@on_bibliography("AM425", Severity.WARNING)
def bad_doi(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``doi`` that is not just the DOI."""
    for entry, field, value in given(bibliography, ("doi",)):
        if _PLAIN.fullmatch(value) or (context.dialect is Dialect.BIBTEX and "\\" in value):
            continue
        prefix = _PREFIX.match(value)
        meant = value[prefix.end() :] if prefix else value
        if (prefix and "%" in meant) or "%2f" in meant.lower():
            meant = unquote(meant)
        meant = _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], unescaped(meant))
        if meant == value and _DOI.fullmatch(meant):
            continue
        sure = _DOI.fullmatch(meant)
        within = sure or (_DOI.search(meant) if "://" in value else None)
        message = (
            f"the DOI of '{entry.key}' is not just a DOI" if within else f"the DOI of '{entry.key}' is not a valid DOI"
        )
        help = f"write '{within[0]}'" if within else "it begins with '10.', a number and a slash"
        fix = rewrite(entry, field, within[0], safe=sure is not None) if within else None
        yield Problem((entry.key, field), message, help, fix=fix)
