r"""LaTeX in a field that does not parse, or a command that is misspelt.

Why it matters: LaTeX stops there, in a file that nobody wrote, and names a line of it.

Example::

    title = {Prices in $ and in kronor}          # AM434: the formula is not closed
    title = {A \emhp{new} era}                   # AM434: did you mean '\emph'?
    title = {The set \{1, 2}                     # AM434

It looks at names and at what is printed, not at addresses, abstracts and remarks. Commands of your own are left alone
unless they are a slip away from a common one and no `@preamble` defines them.

How to fix: close what is open; write `\$` for a dollar. A misspelt command is fixed with `--unsafe-fixes`.
"""

import re
from collections.abc import Iterator
from functools import cache

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.data_model import NAMES, PRINTED
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import edit, given, inner
from argmap.model import Fix, Severity
from argmap.text.suggest import slip

_FIELDS = NAMES | PRINTED
# Accents, letters, escapes and short formulas, of which most LaTeX in references is made, and which always parse.
_SIMPLE = re.compile(
    r"""\$[^$\\{}]+\$|\\(?:[&%#$_\ ,/-]
    |["'`^~=.]\{?\\?[A-Za-z]
    |[cvuHrkdbt](?:\{\\?[A-Za-z]|\ [A-Za-z])
    |(?:ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j|dh|th|dots|ldots|TeX|LaTeX|textendash|textemdash)(?![A-Za-z]))""",
    re.VERBOSE,
)
_COMMAND = re.compile(r"\\([A-Za-z]{4,})")
_COMMON = tuple(
    word
    for words in (
        "emph textbf textit textsc textsf texttt textrm textup textsl textsuperscript textsubscript enquote mkbibquote",
        "mkbibemph mkbibitalic ldots textendash textemdash textquoteright textregistered texttrademark copyright",
        "ensuremath mathrm mathbb mathcal uppercase lowercase footnote href",
    )
    for word in words.split()
)
_LONGEST = 5_000  # a longer value is no title, and parsing takes its time


@on_bibliography("AM434", Severity.WARNING)
def bad_latex(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every value that does not parse, and the first misspelt command of every other."""
    if "\\" not in bibliography.text and "$" not in bibliography.text:
        return
    preambles = "".join(preamble.source for preamble in bibliography.preambles)
    for entry, field, value in given(bibliography, _FIELDS):
        if ("\\" not in value and "$" not in value) or len(value) > _LONGEST:
            continue
        rest = _SIMPLE.sub("", value)
        if "\\" not in rest and "$" not in rest:
            continue
        place = (entry.key, field)
        # What follows a bare percent sign is a comment; that is another rule's.
        reason = None if "%" in rest else _fault(value)
        if reason:
            yield Problem(place, f"the LaTeX in the {field} of '{entry.key}' does not parse: {reason}")
        elif found := _misspelt(rest, preambles):
            word, meant = found
            message = f"the {field} of '{entry.key}' has the unknown command '\\{word}'"
            yield Problem(place, message, f"did you mean '\\{meant}'?", fix=_fix(entry, field, word, meant))


def _fault(value: str) -> str | None:
    """Why *value* does not parse; None where it does, or is too deep to tell."""
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError

    try:
        LatexWalker(value, latex_context=_latex(), tolerant_parsing=False).get_latex_nodes()
    except LatexWalkerParseError as error:
        reason = str(error.msg).partition("\n")[0]
        return reason[:1].lower() + reason[1:]
    except RecursionError:
        pass
    return None


@cache
def _latex() -> object:
    from pylatexenc.latexwalker import get_default_latex_context_db

    return get_default_latex_context_db()


@cache
def _known() -> frozenset[str]:
    """All commands that pylatexenc knows."""
    from pylatexenc.latex2text import get_default_latex_context_db
    from pylatexenc.latexwalker import get_default_latex_context_db as get_parsed

    return frozenset(
        spec.macroname for get in (get_default_latex_context_db, get_parsed) for spec in get().iter_macro_specs()
    )


@cache
def _slip(command: str) -> str | None:
    return None if command in _COMMON or command in _known() else slip(command, _COMMON)


def _misspelt(value: str, preambles: str) -> tuple[str, str] | None:
    """The first command that is a slip away from a common one, and that one."""
    for command in _COMMAND.findall(value):
        meant = _slip(command)
        if meant and f"\\{command}" not in preambles:
            return command, meant
    return None


def _fix(entry: Entry, field: str, word: str, meant: str) -> Fix | None:
    found = inner(entry, field)
    if found is None:
        return None
    start = found[0] + found[1].index(f"\\{word}") + 1
    return Fix(f"write '\\{meant}'", (edit(entry, start, start + len(word), meant),), safe=False)
