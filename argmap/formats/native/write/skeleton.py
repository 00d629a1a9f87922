"""The first text of a new file: it loads, passes the checks, and shows the format to who fills it in."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Map, NodeType, Stance
from argmap.model.reach import is_part
from argmap.text.printable import shorten
from argmap.text.quote import quoted

_WIDTH = 90

_MAP = """\
argmap: 1
map: {id}
title: {title}
lang: en
{source}
thesis: main-point                 # what the map as a whole argues for: a node's id, or a list of them

nodes:
  # A node is one statement in your own words: claim, evidence, recommendation, question or argument.
  main-point:
    claim: Say in one sentence what the text argues for.
    todo: replace these nodes by those of the text, and this map is begun
    supported_by:                  # each entry is one step; attacked_by and explained_by work alike
      - first-reason               # a step with one premise
      - premises: [second-reason, what-joins-them]    # these are needed together
        inferred: true             # the text does not mark the step; else `at:` the words that mark it
    attacked_by:
      - {{premises: an-objection, outweighed: true}}

  first-reason:
    claim: Say why the text holds its main point to be true.
    supported_by: [a-record]

  a-record:
    evidence: Say what happened, was counted, was decided or was said.
    {receipt}

  second-reason: {{claim: Say another reason.}}    # add `at:` a few words that stand in the text, at most six
  what-joins-them: {{claim: Say what the text leaves unsaid., implicit: true}}
  an-objection: {{claim: Say what speaks against it., stance: conceded}}    # the author grants it
"""
_SOURCE = "source: {key}    # the reference of the text that this map is of"
_NO_SOURCE = "# source: KEY                    # the text that this map is of: its key in references.bib"
_CITED = "cite: {key}    # the reference that it comes from, or `at:` the words of the text that say it"
_ANCHORED = "at: words of the text          # the few words that say it, or `cite:` the reference it comes from"


def map_skeleton(id: str, source: str | None = None) -> str:
    """The text of a new map, of the article with the reference key *source*."""
    key = None if source is None else quoted(source)
    return _MAP.format(
        id=quoted(id),
        title=quoted(_title(id)),
        source=_NO_SOURCE if key is None else _SOURCE.format(key=key),
        receipt=_ANCHORED if key is None else _CITED.format(key=key),
    )


def comparison_skeleton(id: str, first: Map, second: Map) -> str:
    """The text of a new comparison: a topic for each thesis and each recommendation that is no part of another one."""
    lines = [
        "argmap: 1",
        f"comparison: {quoted(id)}",
        f"title: {quoted(_title(id))}",
        f"maps: [{quoted(first.id)}, {quoted(second.id)}]",
        "",
        "# A topic holds what each map says on it: the ids of nodes, or [] where you looked and found nothing.",
        "# Join the topics on which both maps speak, and say how they relate:",
        "#   verdict: agree             # or partly, differ, or evolved: each was right of its time",
    ]
    topics = list(_topics(first, second))
    return "\n".join([*lines, "topics:" if topics else "topics: {}", *topics]) + "\n"


def _topics(first: Map, second: Map) -> Iterator[str]:
    taken: set[str] = set()
    for map in (first, second):
        for point in _points(map):
            topic = point if point not in taken else f"{map.id}-{point}"
            while topic in taken:
                topic += "-2"
            taken.add(topic)
            yield f"  {topic}:    # {shorten(map.nodes[point].text, _WIDTH)}"
            yield f"    title: {quoted(_title(topic))}"
            yield f"    positions: {{{map.id}: [{quoted(point)}]}}"


def _points(map: Map) -> list[str]:
    """The theses, and of the author's recommendations those that are no part of one that is there already."""
    points = [id for id in dict.fromkeys(map.thesis) if id in map.nodes]
    advice = [
        node
        for node in map.nodes.values()
        if node.type is NodeType.RECOMMENDATION and node.stance is Stance.ENDORSED and node.id not in points
    ]
    for node in sorted(advice, key=lambda node: bool(node.specifies)):  # the widest first
        if not is_part(map, node.id, points):
            points.append(node.id)
    return points


def _title(id: str) -> str:
    return id.replace("-", " ").capitalize()
