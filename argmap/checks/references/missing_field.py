"""An entry lacks a field that its type needs.

Why it matters: a reference without author, title or date can neither be printed nor found again.

Example::

    @online{al-monitor-2015,          # AM412: 'al-monitor-2015' has no author, editor, organization, institution or
      title = {A reset},              # publisher; and no date or year
      url = {https://example.org/reset},
    }

The required fields are those of BibLaTeX's manual, section 2.1.1, or with `bibliography = "bibtex"` in the settings
those of BibTeX; an institution counts as the author of what it publishes. What a `crossref` or an `xdata` lends is not
missing. A field that a remark names as unknown is still to be found: `annotation = {todo: The author is unknown.}` is a
note (AM414) in place of this warning; `date` or `year` do the same for the date.

How to fix: add the field, or the remark. An entry that is of another kind wants another type.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.inherit import inherited
from argmap.bibliography.required import missing
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._todo import todos
from argmap.model import Severity

_WORD = re.compile(r"[a-z]+")


@on_bibliography("AM412", Severity.WARNING)
def missing_field(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every entry, with all that it lacks."""
    for entry in inherited(bibliography).values():
        named = _named_in_todos(entry)
        lacking = [names for names in missing(entry, context.dialect) if named.isdisjoint(names)]
        if lacking:
            what = " and no ".join(_either(names) for names in lacking)
            help = f"add '{lacking[0][0]} = {{...}}', or 'annotation = {{todo: the {lacking[0][0]} is unknown}}'"
            yield Problem((entry.key,), f"'{entry.key}' has no {what}", help)


def _named_in_todos(entry: Entry) -> set[str]:
    return {word for _, text in todos(entry) for word in _WORD.findall(text.lower())}


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
