"""The page of the argumentation schemes, made from their data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from argmap.schemes import Scheme, names, scheme
from argmap.schemes.scheme import GROUPS

_ABOUT = """\
An argumentation scheme is a usual way to argue: from a sign, from an example, from what somebody said who should know.
Most are presumptive: where the premises hold, the conclusion is to be presumed, until somebody asks one of the critical
questions of the scheme and gets a bad answer. The few that are deductive leave no room for that; with them, only the
premises are in question.

A step names its scheme, and may say which role each of its premises plays:

```yaml
supported_by:
  - premises: {goal: fewer-cars, means: pricing-works}
    scheme: practical-reasoning
    undercut_by:
      - {premises: tunnel-planned, question: other-means}
```

`argmap schemes` lists what is on this page, `argmap schemes NAME` says one. `argmap questions MAP` asks, step by step,
the questions that nothing in the map answers yet. An answer is a step that names the question with `question` and leads

- to the step itself: an undercut, or a reason to accept it;
- to a premise or warrant of it: an attack on that, or a support;
- to what it supports or explains: an attack on that.

A question about a premise is one about a *presumption*: a bad answer undermines the premise. One about an *exception*
grants the premises, and a bad answer undercuts the step. A premise that most arguments of a scheme leave unsaid is
marked as one that may be *implicit*; `argmap check` asks for the others ([AM222](rules/AM222-missing-role.md)).

The names follow the compendium in chapter 9 of D. Walton, C. Reed and F. Macagno, *Argumentation Schemes*, Cambridge
University Press, 2008; the words are ours, and what an argument has to state and which questions are asked is chosen
for the analysis of articles. A scheme of your own has a name that begins with `x-`.
"""


def scheme_page() -> str:
    """The page: all schemes by group, each with its premises and questions."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    found = [each for name in names() if (each := scheme(name))]
    yield "# Argumentation schemes"
    yield ""
    yield _ABOUT.rstrip()
    for group, title in GROUPS.items():
        yield from ("", f"## {title}")
        for each in found:
            if each.group == group:
                yield from _scheme(each)


def _scheme(scheme: Scheme) -> Iterator[str]:
    yield from ("", f"### {scheme.name}", "")
    kind = "deductive" if scheme.deductive else "presumptive"
    yield _filled(f"*{scheme.title}*, {kind}. {scheme.summary}")
    yield ""
    for role, premise in scheme.premises.items():
        yield _item(f"Premise `{role}`{' (may be implicit)' if premise.implicit else ''}: {premise.text}")
    yield _item(f"Conclusion: {scheme.conclusion}")
    yield from ("", "It is asked:", "")
    for id, question in scheme.questions.items():
        about = "exception" if question.premise is None else f"presumption, `{question.premise}`"
        yield _item(f"`{id}` ({about}): {question.text}")


def _item(text: str) -> str:
    return _filled(f"- {text}", "  ")


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 120, subsequent_indent=indent, break_on_hyphens=False)
