"""An entry is of a type that BibLaTeX, or BibTeX, does not know.

Why it matters: the bibliography style has no layout for it and prints it as if it were `@misc`, or not at all.

Example::

    @artcle{eliasson2014, title = {Congestion charges}}      # AM420: did you mean 'article'?
    @webpage{un2024, title = {Report}}                       # AM420: that is 'online'

With `bibliography = "bibtex"` in the settings the types are the fourteen of BibTeX, so that `@online` and `@report`
are findings too: BibTeX calls them `@misc` and `@techreport`.

How to fix: correct the type. A slip of the keyboard is fixed by `argmap check --fix`.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.data_model import MODELS
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Edit, Fix, Severity
from argmap.text.suggest import did_you_mean, slip


@on_bibliography("AM420", Severity.WARNING, hides=True)
def unknown_type(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every entry whose type is not in the data model."""
    model = MODELS[context.dialect]
    for entry in bibliography.entries.values():
        if entry.type in model.types or not entry.type:
            continue
        known, meant = model.other_types.get(entry.type), slip(entry.type, model.types)
        help = f"that is '{known}'" if known else did_you_mean(meant or entry.type, model.types)
        fix = _fix(entry, meant) if meant and not known else None
        yield Problem((entry.key,), f"{model.name} has no entry type '{entry.type}'", help, fix=fix)


def _fix(entry: Entry, meant: str) -> Fix | None:
    start = entry.source.lower().find(entry.type, 0, entry.key_offset - entry.offset)
    if start < 0:
        return None
    start += entry.offset
    return Fix(f"write '{meant}'", (Edit(entry.lines.span(start, start + len(entry.type)), meant),))
