"""A list of names that will be taken apart in the wrong places.

Why it matters: BibTeX and biber know one separator, the word `and`. Whatever else stands between two names makes one
person of them, and of an institution without braces they make a person with a family name.

Example::

    author = {Smith, Ann; Jones, Bob}          # AM431: write 'and' between names
    author = {Smith, Ann and others and Roe}   # AM431: 'others' comes last
    author = {Smith, Ann et al.}               # AM431: write 'and others'
    author = {Smith, John, Jr.}                # AM431: 'Jr.' in the wrong place
    author = {World Health Organization}       # AM431: in braces of its own

What stands in braces is left alone.

How to fix: `argmap check --fix` puts the `and`, and braces around an institution that stands alone; around one of two
words with `--unsafe-fixes`, for it may be a name. Where an
institution has an "and" in its name it is for you to say which is which.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.bibliography import Bibliography
from argmap.bibliography.data_model import NAMES
from argmap.bibliography.names import split
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.model import Severity

_ET_AL = re.compile(r"(?:\sand)?,?\s?\bet\.?\sal(?:ii|\b)\.?$", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_NO_NAME = re.compile(r"^and\s|\sand$|\sand\s+and\s")
_AMPERSAND = re.compile(r"\s\\?&\s")
_SEMICOLON = re.compile(r"[;；、]")
_SUFFIX = re.compile(
    r"(?:(?P<sure>[js]r|junior|senior|i{2,3}|iv)|i|vi{0,3}|fils|p[eè]re|filho|neto|esq|ph\.?\s?d|m\.?d|\d(?:nd|rd|th))\.?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:organi[sz]ation|department|ministry|institute|university|council|committee|association|agency|commission|"
    r"federation|bureau|foundation|secretariat|consortium|authority|corporation|nations|inc\.|ltd\.?|gmbh|llc)(?:\s|$)",
    re.IGNORECASE,
)


class _Fault(NamedTuple):
    """What is wrong, how to fix it, the value that was meant where that is known, and whether that is sure."""

    message: str
    help: str
    meant: str | None = None
    sure: bool = True


@on_bibliography("AM431", Severity.WARNING)
def bad_name(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """The first thing that is wrong with each list of names."""
    for entry, field, value in given(bibliography, NAMES):
        found = _fault(value)
        if found is not None:
            fix = rewrite(entry, field, found.meant, found.sure) if found.meant else None
            yield Problem((entry.key, field), f"{found.message} in the {field} of '{entry.key}'", found.help, fix=fix)


def _fault(value: str) -> _Fault | None:
    braced = "{" in value
    outer = _outside(value) if braced else value
    found = _between(outer) or _others(outer) or _commas(outer) or _body(outer)
    # What was meant is made of what stands outside of braces.
    return found._replace(meant=None) if found and braced else found


def _outside(value: str) -> str:
    """*value* with ``{}`` for each group in braces."""
    parts, depth, start = [], 0, 0
    for brace in _BRACE.finditer(value):
        if brace[0] == "{":
            if depth == 0:
                parts.append(value[start : brace.start()])
            depth += 1
        elif depth:
            depth -= 1
            start = brace.end()
    return "{}".join([*parts, value[start:]])


def _between(names: str) -> _Fault | None:
    """A separator that is none."""
    if "&" in names:
        if _AMPERSAND.search(names):
            items = [item for name in _AMPERSAND.split(names) for item in name.split(" and ")]
            people = all("," in item for item in items) and ";" not in names
            help = "write 'and' between people, and braces around a firm"
            return _Fault("'&' between names", help, " and ".join(items) if people else None)
        return None  # with a semicolon it is HTML's
    if _SEMICOLON.search(names):
        meant = " and ".join(filter(None, map(str.strip, _SEMICOLON.split(names))))
        rest = _others(meant)
        return _Fault("';' between names", "write 'and' between names", rest.meant if rest else meant)
    if "and" in names and _NO_NAME.search(names):
        return _Fault("an 'and' without a name", "write it between two names", " and ".join(split(names)))
    return None


def _others(names: str) -> _Fault | None:
    """The rest of the names, in a way that nobody reads."""
    if " al" in names and _ET_AL.search(names):
        return _Fault("'et al.'", "write 'and others'", f"{_ET_AL.sub('', names)} and others")
    if "others and " in names and "others" in names.split(" and ")[:-1]:
        return _Fault("'others' before the last name", "'and others' ends the list")
    return None


def _commas(names: str) -> _Fault | None:
    """Commas between names; the parts of one are "von Last, Jr, First"."""
    for name in names.split(" and "):
        commas = name.count(",")
        if commas < 2 or "=" in name:
            continue
        if commas == 2:
            last, suffix, first = (part.strip() for part in name.split(","))
            if _SUFFIX.fullmatch(suffix):
                continue
            if (match := _SUFFIX.fullmatch(first)) and match["sure"]:
                return _Fault(f"'{first}' in the wrong place", f"write '{last}, {first}, {suffix}'")
        return _Fault("commas between names", "write 'and' between names, and 'Last, First' for each")
    return None


def _body(names: str) -> _Fault | None:
    """An institution whose last word would be taken for a family name."""
    for name in names.split(" and "):
        if "," not in name and " " in name and _BODY.search(name):
            meant = f"{{{names}}}" if name == names else None
            # One of two words may be somebody's name after all.
            return _Fault("an institution", "put it in braces of its own", meant, sure=name.count(" ") > 1)
    return None
