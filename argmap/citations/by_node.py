"""The references of a map node by node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.citations.formatted import Markup, Reference, shown, write
from argmap.citations.rich import Rich, TextRun, joined, rich
from argmap.citations.styles.model import Style
from argmap.model import Citation, Map
from argmap.text.printable import visible


def references_by_node(map: Map, found: Sequence[Reference], style: Style, markup: Markup) -> str:
    """Every node of *map* with its citations in the text's form, then the list of the references; ends with a newline.

    The order is that of the file. A reference that is not among *found* is called by its key.
    """
    known = {reference.item.key: reference for reference in found}
    parts = [_heading(map.title or map.id, 1, markup), _nodes(map, known, style, markup)]
    parts += [_heading(style.heading, 2, markup), write(found, markup)] if found else []
    return "\n".join(parts)


def _nodes(map: Map, known: Mapping[str, Reference], style: Style, markup: Markup) -> str:
    lines = []
    for node in map.nodes.values():
        cites = joined((_cited(citation, known, style) for citation in dict.fromkeys(node.cite)), "; ")
        text = (
            TextRun(f"{node.id}: {_line(node.text)} "),
            TextRun("("),
            *(cites or rich("no reference")),
            TextRun(")"),
        )
        lines.append(shown(text, markup))
    if markup is Markup.HTML:
        lines = ["<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"]
    elif markup is Markup.MD:
        lines = [f"- {line}" for line in lines]
    return "\n".join(lines) + "\n"


def _cited(citation: Citation, known: Mapping[str, Reference], style: Style) -> Rich:
    reference = known.get(citation.key)
    if reference is None:
        return joined([rich(_line(citation.key)), rich(_line(citation.locator or ""))], ", ")
    return style.cited(reference.item, reference.letter, _line(citation.locator or ""))


def _heading(text: str, level: int, markup: Markup) -> str:
    line = shown(rich(_line(text)), markup)
    match markup:
        case Markup.HTML:
            return f"<h{level}>{line}</h{level}>"
        case Markup.MD:
            return f"{'#' * level} {line}\n"
    return f"{line}\n"


def _line(text: str) -> str:
    return " ".join(visible(text).split())
