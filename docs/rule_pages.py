"""The pages of the rules, and the table that leads to them, made from what the rules say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from argmap.checks.engine.describe import describe
from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import Rule, Scope

FAMILIES = {
    "AM1": "Syntax and schema",
    "AM2": "Structure",
    "AM3": "Receipts",
    "AM4": "Bibliography",
    "AM5": "Consistency",
    "AM6": "Comparison",
}
# What fixes a rule has, by its name; it has none where it is not here. A test holds that against what the rules do.
FIXES = {
    "yaml-syntax": "safe",
    "cut-short": "safe or unsafe",
    "unknown-key": "safe or unsafe",
    "bad-id": "unsafe",
    "nested-list": "unsafe",
    "unused-ignore": "safe or unsafe",
    "unknown-node": "safe or unsafe",
    "unknown-actor": "safe or unsafe",
    "duplicate-item": "safe",
    "unknown-scheme": "safe or unsafe",
    "unknown-role": "safe or unsafe",
    "unknown-question": "safe or unsafe",
    "anchor-not-found": "safe or unsafe",
    "unknown-reference": "safe or unsafe",
    "unsorted-references": "safe",
    "unknown-type": "safe",
    "unknown-field": "safe or unsafe",
    "bad-date": "safe",
    "bad-doi": "safe or unsafe",
    "bad-issn": "safe",
    "bad-eprint": "safe",
    "bad-url": "safe or unsafe",
    "doi-in-url": "safe",
    "bad-name": "safe or unsafe",
    "archive-without-date": "unsafe",
    "unprotected-capitals": "safe",
    "bad-latex": "unsafe",
    "unescaped-character": "safe",
    "html-in-field": "safe",
    "not-nfc": "safe",
    "stray-character": "safe",
    "bad-pages": "safe",
    "empty-field": "safe",
    "bad-edition": "safe",
    "unknown-map": "safe or unsafe",
    "unknown-position": "safe or unsafe",
}
# Why no comment silences a rule.
UNSILENCED = {
    "unreadable": "the file cannot be read",
    "unused-ignore": "it is about such comments",
}
_ABOUT = """\
An error fails the run, a warning deserves a look, a note is for information. `argmap check --fix` makes the safe fixes,
which can only be what was meant; the unsafe ones want `--unsafe-fixes` and a look. The page of a rule says how to fix
what it finds and how to silence it; `argmap explain RULE` tells of it in the terminal."""
_FIX = {
    "none": "argmap has none; what is meant is for the author of the file to say.",
    "safe": "`argmap check --fix` fixes it wherever only one thing can be meant.",
    "unsafe": """\
`argmap check --fix --unsafe-fixes` fixes it. That may not be what was meant, so look at it first with
`argmap check --diff --unsafe-fixes`.""",
    "safe or unsafe": """\
`argmap check --fix` fixes it wherever only one thing can be meant. With `--unsafe-fixes` it fixes more of it, and that
may not be what was meant, so look at it first with `argmap check --diff --unsafe-fixes`.""",
}
_IN_YAML = """\
With a comment at the end of the line, or alone on the line before:

```yaml
# argmap: ignore[{code}] reason
```

With `ignore-file` in place of `ignore` it holds for the whole file."""
_IN_BIBTEX = """\
With a comment between two entries, for the whole file:

```text
# argmap: ignore-file[{code}] reason
```

With `ignore` in place of `ignore-file`, and alone on the line before an entry, it holds for that entry's first line."""
_IN_SETTINGS = """\
In the [settings](../ci.md#settings) `ignore = ["{code}"]` silences it everywhere, and `[per-file-ignores]` in the files
that it names."""
_PART = re.compile(r"(Why it matters|Example|How to fix): *\n?")


def rule_pages() -> dict[str, str]:
    """The page of every rule, by its path below this folder."""
    return {path(rule): "\n".join(_page(rule)) + "\n" for rule in rules().values()}


def path(rule: Rule) -> str:
    """Where the page of *rule* is."""
    return f"rules/{rule.code}-{rule.name}.md"


def table() -> str:
    """The page of all rules."""
    return "\n".join(_table()) + "\n"


def _table() -> Iterator[str]:
    yield "# The rules of `argmap check`"
    yield ""
    yield _ABOUT
    for prefix, title in FAMILIES.items():
        yield from ("", f"## {title}", "", "| rule | name | severity | fix | what it finds |", "| --- " * 5 + "|")
        for rule in rules().values():
            if rule.code.startswith(prefix):
                fix, summary = FIXES.get(rule.name, ""), describe(rule).summary
                yield f"| [{rule.code}]({path(rule)}) | {rule.name} | {rule.severity} | {fix} | {summary} |"
    # The way to their pages for the menu of the site.
    yield from ("", "```{toctree}", ":glob:", ":hidden:", "", "rules/*", "```")


def _page(rule: Rule) -> Iterator[str]:
    family, fix = FAMILIES[rule.code[:3]], FIXES.get(rule.name, "none")
    summary, *rest = describe(rule).explanation.split("\n\n")
    yield from (f"# {rule.code} {rule.name}", "", summary, "")
    yield from ("| severity | family | fix |", "| --- | --- | --- |")
    yield f"| {rule.severity} | [{family}](../rules.md#{family.lower().replace(' ', '-')}) | {fix} |"
    for paragraph in rest:
        yield from _paragraph(rule, paragraph)
    yield from ("", "## Fix", "", _FIX[fix], "", "## How to ignore it", "")
    yield from (_comment(rule), "", _IN_SETTINGS.format(code=rule.code))


def _paragraph(rule: Rule, text: str) -> Iterator[str]:
    """A paragraph of the docstring; what begins a part of it is under a heading."""
    part = _PART.match(text)
    if part:
        yield from ("", f"## {part[1]}")
        text = text[part.end() :]
        text = text[:1].upper() + text[1:]
    if text.startswith("    "):
        # What explains an example is no BibTeX, and would be coloured at random.
        yield from ("", "```text" if _is_on_bibtex(rule) else "```yaml", dedent(text), "```")
    elif text:
        yield from ("", re.sub(r"(?<![\[\w])AM\d{3}\b", lambda code: _link(rule, code[0]), text))


def _link(rule: Rule, code: str) -> str:
    other = rules().get(code)
    return f"[{code}]({path(other).removeprefix('rules/')})" if other and other is not rule else code


def _comment(rule: Rule) -> str:
    if rule.name in UNSILENCED:
        return f"No comment silences it: {UNSILENCED[rule.name]}."
    return (_IN_BIBTEX if _is_on_bibtex(rule) else _IN_YAML).format(code=rule.code)


def _is_on_bibtex(rule: Rule) -> bool:
    """Whether *rule* looks at the bibliography; of the family, AM410 alone looks at maps."""
    return FAMILIES[rule.code[:3]] == "Bibliography" and rule.scope is not Scope.MAP
