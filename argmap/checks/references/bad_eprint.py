"""An `eprint` that its archive would not know.

Why it matters: BibLaTeX makes the address from it. With `arXiv:` or a whole address in it, the link leads nowhere.

Example::

    eprinttype = {arxiv}, eprint = {arXiv:2101.00001}                    # AM428: write '2101.00001'
    eprinttype = {arxiv}, eprint = {https://arxiv.org/abs/2101.00001}    # AM428: write '2101.00001'
    eprinttype = {arxiv}, eprint = {2101.1}                              # AM428: no identifier of arXiv

Identifiers of arXiv are `2101.00001`, four figures behind the point before 2015, or `math.GT/0309136`, with or without
a version (`v2`). Of other archives only addresses are found.

How to fix: `argmap check --fix` takes away what does not belong there. Otherwise copy it anew.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.model import Severity

_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Za-z-]+)?/\d{7}(?:v\d+)?")
_AROUND = re.compile(
    r"(?:https?://)?(?:www\.|export\.)?(?:arxiv\.org/(?:abs|pdf)/)?(?:arxiv:\s*)?(?P<id>\S+?)(?:\.pdf)?(?:\s*\[[\w.-]+\])?",
    re.IGNORECASE,
)


@on_bibliography("AM428", Severity.WARNING)
def bad_eprint(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``eprint`` of arXiv that is not one of its identifiers, and every one that is an address."""
    for entry, field, value in given(bibliography, ("eprint",)):
        archive = entry.fields.get("eprinttype") or entry.fields.get("archiveprefix", "")
        if archive.lower() == "arxiv":
            if _ARXIV.fullmatch(value):
                continue
            around = _AROUND.fullmatch(value)
            meant = around["id"] if around and _ARXIV.fullmatch(around["id"]) else None
            message = f"the eprint of '{entry.key}' is not an arXiv identifier"
            help = f"write '{meant}'" if meant else "it looks like '2101.00001' or 'math.GT/0309136'"
            yield Problem((entry.key, field), message, help, fix=rewrite(entry, field, meant) if meant else None)
        elif value.startswith(("http://", "https://")):
            message = f"the eprint of '{entry.key}' is an address"
            yield Problem((entry.key, field), message, "write the identifier alone, or call it 'url'")
