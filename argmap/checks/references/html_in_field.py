r"""HTML in a field: `&amp;`, `&#8217;`, `<i>`.

Why it matters: it came with the page from which the entry was copied, and is printed as it stands.

Example::

    publisher = {Taylor &amp; Francis}              # AM436: write '\&'
    title = {The genus <i>Homo</i>}                 # AM436: write '\emph{Homo}'
    url = {https://example.org/?a=1&amp;b=2}        # AM436: write '&'

It looks at names, addresses and what is printed; abstracts may hold it.

How to fix: `argmap check --fix` writes the character itself, and `\emph`, `\textbf`, `\textsubscript` and
`\textsuperscript` for pairs of tags that mean these.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.data_model import NAMES, PRINTED
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, substitute
from argmap.model import Fix, Severity

_FIELDS = NAMES | PRINTED | {"url"}
_HTML = re.compile(
    r"&(?P<entity>\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|<(?P<slash>/?)(?P<tag>i|b|em|strong|su[bp]|span|p|br|a|scp|jats:[a-z]{1,20}|mml:[a-z]{1,20})(?:\s[^<>]{0,200})?/?>"
)
_COMMANDS = {"i": "emph", "em": "emph", "b": "textbf", "strong": "textbf"}
_COMMANDS |= {"sub": "textsubscript", "sup": "textsuperscript"}
_ESCAPED = {mark: f"\\{mark}" for mark in "&%#_$"} | {"\xa0": "~", "{": r"\{", "}": r"\}"}


@on_bibliography("AM436", Severity.WARNING)
def html_in_field(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every field with HTML in it; one finding for all of it."""
    for entry, field, value in given(bibliography, _FIELDS):
        if "&" not in value and "<" not in value:
            continue
        found = [each for each in _HTML.finditer(value) if _is_html(each, field)]
        if found:
            message = f"the {field} of '{entry.key}' has HTML in it"
            help = f"'{found[0][0][:40]}' is printed as it stands"
            yield Problem((entry.key, field), message, help, fix=_fix(entry, field, found))


def _is_html(found: re.Match[str], field: str) -> bool:
    return _character(found["entity"]) is not None if found["entity"] else field != "url"


def _character(entity: str) -> str | None:
    """What ``&entity;`` stands for; None where it is none, or something that cannot be seen."""
    # Imported here, for the names of two thousand entities take their time.
    from html import unescape
    from html.entities import html5

    if entity[0] != "#" and f"{entity};" not in html5:
        return None
    character = unescape(f"&{entity};")
    return character if character.isprintable() or character == "\xa0" else None


def _fix(entry: Entry, field: str, found: list[re.Match[str]]) -> Fix | None:
    tags = [each for each in found if each["tag"]]
    if not _are_pairs(tags):
        return None

    def plain(each: re.Match[str]) -> str:
        if not _is_html(each, field):
            return each[0]
        if each["tag"]:
            return "}" if each["slash"] else f"\\{_COMMANDS[each['tag']]}{{"
        character = _character(each["entity"]) or ""
        return character if field == "url" else "".join(_ESCAPED.get(letter, letter) for letter in character)

    return substitute(entry, field, _HTML, plain, "write it as LaTeX")


def _are_pairs(tags: list[re.Match[str]]) -> bool:
    """Whether each tag has a command, and is closed in its turn."""
    open: list[str] = []
    for tag in tags:
        if tag["tag"] not in _COMMANDS:
            return False
        if not tag["slash"]:
            open.append(tag["tag"])
        elif not open or open.pop() != tag["tag"]:
            return False
    return not open
