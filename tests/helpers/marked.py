"""Maps written in short, and texts with the places of expected findings marked in them: ``claim: ‹2015›``."""

from __future__ import annotations

from argmap.checks.engine.registry import by_name
from argmap.formats.native import load
from argmap.model import Map, Span

HEAD = "argmap: 1\nmap: m\n"


def loaded(text: str) -> Map:
    """The map of *text* below the head, in which there must be no fault."""
    document = load(f"{HEAD}{text}", "m.yaml")
    assert isinstance(document.content, Map), document.faults
    assert not document.faults
    return document.content


def unmarked(text: str) -> tuple[str, list[Span]]:
    """*text* without its marks ‹ and ›, and the spans that they marked."""
    plain, spans, starts = "", [], []
    line = column = 1
    for letter in text:
        if letter == "‹":
            starts.append((line, column))
        elif letter == "›":
            spans.append(Span(*starts.pop(), line, column))
        else:
            plain += letter
            line, column = (line + 1, 1) if letter == "\n" else (line, column + 1)
    return plain, spans


def faults(text: str) -> list[tuple[str, Span]]:
    """The code and span of each thing that the reader of the file finds in *text*."""
    return [(by_name()[fault.rule].code, fault.span) for fault in load(text, "map.yaml").faults]


def helps(text: str) -> list[str | None]:
    """What the findings of the reader propose."""
    return [fault.help for fault in load(text, "map.yaml").faults]
