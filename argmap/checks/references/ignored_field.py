"""A field that the entry's type does not have.

Why it matters: standard styles do not print it. What it says is lost to the reader, or the entry is of another type.

Example::

    @book{small2007, journaltitle = {Transport Policy}}      # AM422: '@book' has no field 'journaltitle'
    @misc{pigou1920, weight = {300 g}}                       # AM422: BibLaTeX has no field 'weight'

It is said once for each type and field, at the first entry of the file that has it. Fields that catalogues and
programs give for all types alike (`isbn`, `publisher`, `keywords`, `file`) and `usera` to `userf` are left alone, and
so is all that BibLaTeX leaves to the style, such as `@video`. A misspelt field is AM421.

How to fix: change the type or the field; write what is to be printed in `note` or `addendum`.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.data_model import MODELS
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Severity


@on_bibliography("AM422", Severity.NOTE)
def ignored_field(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """The first entry for each type and field that do not go together."""
    model = MODELS[context.dialect]
    first: dict[tuple[str, str], Entry] = {}
    of_type = {type: model.everywhere | fields for type, fields in model.types.items() if fields is not None}
    for entry in bibliography.entries.values():
        for field in entry.fields.keys() - of_type.get(entry.type, entry.fields.keys()):
            first.setdefault((entry.type if field in model.known else "", field), entry)
    for (type, field), entry in first.items():
        if model.is_private(field) or field in model.other_fields:
            continue
        if type:
            yield Problem((entry.key, field), f"{model.name}'s '@{type}' has no field '{field}'")
        elif not model.meant_by(field):
            yield Problem((entry.key, field), f"{model.name} has no field '{field}'")
