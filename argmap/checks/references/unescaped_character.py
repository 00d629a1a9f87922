r"""A character that means something to LaTeX, and stands in a printed field as itself.

Why it matters: LaTeX stops at `&`, `#` and `_`, and leaves out all that follows a `%`.

Example::

    publisher = {Taylor & Francis}       # AM435: write '\&'
    title = {Why 90% fail}               # AM435: write '\%'
    title = {Learning C#}                # AM435: write '\#'

Formulas, `\url{...}` and the like are left alone, and so are the fields that hold no LaTeX, such as `url` and `doi`,
and those that no style prints, such as `abstract` and `annotation`. Of `&amp;` AM436 speaks.

How to fix: `argmap check --fix` puts the backslash.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.data_model import NAMES, PRINTED
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, substitute
from argmap.model import Severity

_FIELDS = NAMES | PRINTED
_CHARACTER = re.compile(r"[&#%_]")
_PIECE = re.compile(
    r"""\\(?:url|path|nolinkurl|href|ensuremath|ce|verb|lstinline|detokenize)\s*\{[^{}]*\} | \\. | \$[^$]*\$
    | &\#?\w+; | (?P<mark>[&\#%_])""",
    re.VERBOSE | re.DOTALL,
)


@on_bibliography("AM435", Severity.WARNING)
def unescaped_character(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every field with such characters; one finding for all of them."""
    for entry, field, value in given(bibliography, _FIELDS):
        if not _CHARACTER.search(value):
            continue
        marks = dict.fromkeys(piece["mark"] for piece in _PIECE.finditer(value) if piece["mark"])
        if not marks or (field in NAMES and "&" in marks):  # of names with '&' between them AM431 speaks
            continue
        shown = " and ".join(f"'{mark}'" for mark in marks)
        message = f"the {field} of '{entry.key}' has {shown} without a backslash"
        help = "write " + " and ".join(f"'\\{mark}'" for mark in marks)
        fix = substitute(entry, field, _PIECE, lambda piece: f"\\{piece[0]}" if piece["mark"] else piece[0], help)
        yield Problem((entry.key, field), message, help, fix=fix)
