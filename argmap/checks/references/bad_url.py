r"""An address that leads nowhere as it is written.

Why it matters: a reader who clicks it, or copies it from print, finds nothing.

Example::

    url = {\url{https://example.org/a}}       # AM429: no LaTeX around it
    url = {https://example.org/a\_b}          # AM429: write 'https://example.org/a_b'
    url = {http//example.org}                 # AM429: write 'http://example.org'
    url = {www.example.org}                   # AM429: with 'https://' before it
    url = {https://example.org/a b}           # AM429: white space
    url = {file:///home/ann/a.pdf}            # AM429: nobody else can open it

Nothing is fetched. In the dialect of BibTeX LaTeX in an address is left alone, for many of its styles want it.

How to fix: `argmap check --fix` takes the LaTeX away and fixes `http`. For `www.` it wants `--unsafe-fixes`, since
not every host speaks `https`.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.checks.references._verbatim import unescaped
from argmap.model import Dialect, Severity

_PLAIN = re.compile(r"(?:https?|ftps?)://(?P<host>[^\s/?#\\<>\"]++)[^\s\\<>\"]*+", re.IGNORECASE)
_WRAPPED = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|<(\S+)>|\{(\S+)\}")
_HTTP = re.compile(r"h{0,2}t{1,3}p{1,2}(s?)\s?(?:[:;]\s?/{1,3}|//)(?:https?://)?(?=[^\s/])", re.IGNORECASE)
_TWICE = re.compile(r"https?://(?=https?://)", re.IGNORECASE)
_BARE = re.compile(r"(?:www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|eu|uk|de|fr)(?:/|$))[^\s:]*", re.IGNORECASE)
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|[/~]|https?://(?:localhost|127\.0\.0\.1)\b", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!//)\S+|[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_MARKS = re.compile(r"[\\<>\"]")


@on_bibliography("AM429", Severity.WARNING)
def bad_url(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``url`` that no browser would open."""
    for entry, field, value in given(bibliography, ("url",)):
        if _is_plain(value):
            continue
        if context.dialect is Dialect.BIBTEX and "\\" in value:
            continue
        message = f"the address of '{entry.key}' leads nowhere"
        meant = _meant(value)
        if _LOCAL.match(meant):
            yield Problem((entry.key, field), message, "nobody else can open a file of this machine")
        elif meant != value and _is_plain(meant):
            yield Problem((entry.key, field), message, f"write '{meant}'", fix=rewrite(entry, field, meant))
        elif _BARE.fullmatch(meant):
            fix = rewrite(entry, field, f"https://{meant}", safe=False)
            yield Problem((entry.key, field), message, "it begins with 'https://' or 'http://'", fix=fix)
        elif " " in meant:
            yield Problem((entry.key, field), message, "a space is '%20', and of several addresses only one counts")
        elif not _SCHEME.fullmatch(meant) or meant.lower().startswith("http") or _MARKS.search(meant):
            yield Problem((entry.key, field), message, "it looks like 'https://example.org/page'")


def _is_plain(value: str) -> bool:
    """Whether a browser would open it; a host has a point in it, or a colon."""
    address = _PLAIN.fullmatch(value)
    return bool(address and ("." in address["host"][:-1] or ":" in address["host"]) and not _TWICE.match(value))


def _meant(value: str) -> str:
    """*value* without what only LaTeX or a slip of the keyboard put there."""
    if wrapped := _WRAPPED.fullmatch(value):
        value = next(filter(None, wrapped.groups()), "").strip()
    value = _TWICE.sub("", unescaped(value))
    if not _is_plain(value) and (http := _HTTP.match(value)):
        value = f"http{http[1].lower()}://{value[http.end() :]}"
    return value
