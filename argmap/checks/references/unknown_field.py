"""A field that goes by another name, or is misspelt.

Why it matters: BibLaTeX and BibTeX pass over a field they do not know without a word, and the reference is printed
without it.

Example::

    @article{eliasson2014, tilte = {Congestion charges}}     # AM421: did you mean 'title'?
    @online{un2024, accessed = {2024-06-01}}                 # AM421: that is 'urldate'

With `bibliography = "bibtex"` in the settings it finds BibLaTeX's names too: `journaltitle` is `journal` to BibTeX. Of
a field of your own, AM422 says once that nobody prints it. Fields in which programs keep things for themselves
(JabRef, Zotero, BibDesk, Mendeley, DBLP) are no findings.

How to fix: `argmap check --fix` renames it where the entry has no field of the right name.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.data_model import MODELS
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import rename
from argmap.model import Severity


@on_bibliography("AM421", Severity.WARNING, hides=True)
def unknown_field(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every field that has another name in the data model, or is a slip away from one of its fields."""
    model = MODELS[context.dialect]
    slips: dict[str, str | None] = {}
    for entry in bibliography.entries.values():
        for field in entry.fields.keys() - model.known:
            known = model.other_fields.get(field)
            if known is None and field not in slips:
                slips[field] = model.meant_by(field)
            meant = known or slips[field]
            if meant is not None:
                message = f"{model.name} has no field '{field}'"
                help = f"that is '{meant}'" if known else f"did you mean '{meant}'?"
                # A year is all of a date that BibTeX has a field for; and a plural may be a field of one's own.
                fits = field != "date" or entry.fields[field].isdecimal()
                fix = rename(entry, field, meant, safe=field != f"{meant}s") if fits else None
                yield Problem((entry.key, field), message, help, fix=fix)
