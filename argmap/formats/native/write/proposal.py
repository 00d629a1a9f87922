"""The text of a proposed comparison, as a person takes it over: how sure each topic is, and what each node says."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats.native.read.load import load
from argmap.formats.native.style.canonical import style
from argmap.formats.native.write.dump import dump
from argmap.model import Comparison
from argmap.text.printable import visible

_HEAD = """
# Proposed by 'argmap compare' from the tags, words, references and actors that the maps share; nobody has judged it.
# Fix or remove each topic, and say how its positions relate; its comment can go then.
#   verdict: agree             # or partly, differ, or evolved: each was right of its time
"""


def proposal_text(comparison: Comparison, marks: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """The text of a new comparison.

    Args:
        comparison: The comparison.
        marks: What is to be said of each topic in a comment, by its id.
        texts: Texts of nodes by ``map:id``, to stand beside their ids.

    Returns:
        A text that gives *comparison* when it is loaded.
    """
    text = dump(comparison)
    document = load(text, "")
    lines = text.split("\n")
    for id, remark in marks.items():
        if span := document.span(("topics", id)):
            lines[span.line - 1] += f"    # {remark}"
    if comparison.topics and (span := document.span(("topics",))):
        lines.insert(span.line - 1, _HEAD.rstrip())
    return style("\n".join(lines), {name: text for name, text in texts.items() if visible(text).strip()})
