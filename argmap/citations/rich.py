"""Formatted text: runs in italics or with a link, written as plain text, Markdown or HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$^@]|&(?=[#\w])|-(?=-)")  # CommonMark's, and pandoc's too
_STARTS_BLOCK = re.compile(r"(?:[-+]|\d{1,9}[.)])(?=\s)")


class TextRun(NamedTuple):
    """A piece of text; *nocase* keeps its letters from changes of case, *href* links it."""

    text: str
    italic: bool = False
    nocase: bool = False
    href: str | None = None


Rich = tuple[TextRun, ...]
"""A formatted text in one line."""


def rich(text: str, *, italic: bool = False) -> Rich:
    """*text* as one run; nothing for nothing."""
    return (TextRun(text, italic),) if text else ()


def link(address: str | None) -> Rich:
    """An address that is shown as it is and linked; nothing for None."""
    return (TextRun(address, href=address),) if address else ()


def plain(text: Rich) -> str:
    """The text alone."""
    return "".join(run.text for run in text)


def italics(text: Rich) -> Rich:
    """*text* in italics, and upright what was in italics."""
    return tuple(run._replace(italic=not run.italic) for run in text)


def joined(parts: Iterable[Rich], between: str) -> Rich:
    """Those of *parts* that are not empty, with *between* between them."""
    runs: list[TextRun] = []
    for part in parts:
        if part:
            runs += [*([TextRun(between)] if runs else []), *part]
    return tuple(runs)


def closed(text: Rich, mark: str = ".") -> Rich:
    """*text* with *mark* at its end; no full stop after ``.``, ``?``, ``!``, nor after these in quotes."""
    end = plain(text[-2:]).rstrip("”’")
    return text if not text or (mark == "." and end.endswith((".", "?", "!"))) else (*text, TextRun(mark))


def quoted(text: Rich, mark: str = "") -> Rich:
    """*text* in double quotes, those in it made single; *mark* goes inside, unless the text ends in one."""
    if not text:
        return ()
    inner = tuple(run._replace(text=run.text.replace("“", "‘").replace("”", "’")) for run in text)
    return (TextRun("“"), *(closed(inner, mark) if mark else inner), TextRun("”"))


def sentences(parts: Iterable[Rich]) -> Rich:
    """Those of *parts* that are not empty, each with a full stop, a space between them; none after an address."""
    runs: list[TextRun] = []
    for part in parts:
        if part:
            runs += [*([TextRun(" ")] if runs else []), *(part if part[-1].href else closed(part))]
    return tuple(runs)


def as_text(text: Rich) -> str:
    """Plain text."""
    return plain(text)


def as_markdown(text: Rich) -> str:
    """CommonMark in one line; whatever would be markup in the text is escaped."""
    found = []
    for run in _merged(text):
        if run.href:
            found.append(f"<{run.href}>" if run.href == run.text else f"[{escaped(run.text)}](<{run.href}>)")
            continue
        body = escaped(run.text)
        # An asterisk beside a space does not open or close anything.
        inner = body.strip()
        found.append(body.replace(inner, f"*{inner}*", 1) if run.italic and inner else body)
    line = "".join(found)
    start = _STARTS_BLOCK.match(line)
    return f"{line[: start.end() - 1]}\\{line[start.end() - 1 :]}" if start else line


def as_html(text: Rich) -> str:
    """HTML in one line; what is not plain text is ``<em>`` or a link."""
    found = []
    for run in _merged(text):
        body = html.escape(run.text)
        if run.href:
            body = f'<a href="{html.escape(run.href)}">{body}</a>'
        found.append(f"<em>{body}</em>" if run.italic else body)
    return "".join(found)


def _merged(text: Rich) -> list[TextRun]:
    """The runs with neighbours that look alike in one."""
    return [
        TextRun("".join(run.text for run in group), italic, href=href)
        for (italic, href), group in groupby(text, key=lambda run: (run.italic, run.href))
    ]


def escaped(text: str) -> str:
    """*text* in Markdown, with a backslash before what would be markup."""
    return _MARKUP.sub(r"\\\g<0>", text)
