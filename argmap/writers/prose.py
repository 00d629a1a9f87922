"""A map as an outline in Markdown, with citations for pandoc: what to write an article from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.citations.rich import escaped
from argmap.model import Citation, Map, Node, Stance, StepKind
from argmap.text.printable import visible
from argmap.writers.walk import JOINED, PART, WARRANT, Visit, walk

_LEADS: Mapping[str, str] = {
    "": "",
    PART: "In particular",
    JOINED: "And",
    WARRANT: "Because in general",
    StepKind.SUPPORT: "For",
    StepKind.ATTACK: "Against",
    StepKind.UNDERCUT: "Against the step",
    StepKind.EXPLAIN: "Explained by",
}
_DEEPEST = 12  # levels; what is deeper stands beside them, and a long chain stays readable
_KEY = re.compile(r"\w+(?:[:.#$%&\-+?<>~/]\w+)*")
_ENDS = (".", "?", "!", "…")


def prose(map: Map) -> str:
    """The statements of *map*, nested by what bears on what, each with its references and locators.

    A list of Markdown for ``pandoc --citeproc --bibliography``, which puts the references under the last heading. Ends
    with a newline.

    References:
        Pandoc User's Guide, "Citation syntax".
    """
    lines = [f"# {_plain(map.title or map.id)}", ""]
    if map.source:
        lines += [f"The argument of @{_key(map.source)}.", ""]
    lines += _items(map)
    if map.cited:
        lines += ["", "# References", "", "::: {#refs}", ":::"]
    return "\n".join(lines) + "\n"


def _items(map: Map) -> Iterator[str]:
    for visit in walk(map):
        indent = "    " * min(visit.depth, _DEEPEST)
        lead = _LEADS.get(visit.how, "") + (" (outweighed)" if visit.outweighed else "")
        yield f"{indent}- {f'*{lead}:* ' if lead else ''}{_statement(map, visit)}"


def _statement(map: Map, visit: Visit) -> str:
    node = visit.node
    text = _plain(node.text)
    if visit.again:
        return f"{text.rstrip('.')} (see above)."
    end = "" if text.endswith(_ENDS) else "."
    body = text.removesuffix(".") if text.endswith(".") and not text.endswith("..") else text
    end = "." if body != text else end
    about = _said(map, node)
    cites = "; ".join(map_cite for citation in dict.fromkeys(node.cite) if (map_cite := _cited(citation)))
    return body + (f" ({_plain('; '.join(about))})" if about else "") + (f" [{cites}]" if cites else "") + end


def _said(map: Map, node: Node) -> list[str]:
    """Who says it, and whether the article does not agree."""
    names = [map.actors[actor].name if actor in map.actors else actor for actor in node.by]
    stance = [node.stance.value] if node.stance is not Stance.ENDORSED else []
    return [*names, *stance]


def _cited(citation: Citation) -> str:
    # A semicolon would begin another citation.
    locator = _plain(citation.locator or "").replace(";", ",")
    return f"@{_key(citation.key)}{f', {locator}' if locator else ''}"


def _key(key: str) -> str:
    """The key, in braces where pandoc would take a part of it for text."""
    plain = re.sub(r"[\s{}]", "", visible(key))
    return plain if _KEY.fullmatch(plain) else f"{{{plain}}}"


def _plain(text: str) -> str:
    return escaped(" ".join(visible(text).split()))
