"""A map as a tree for the terminal: under each statement what bears on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from argmap.model import Map, Node, Stance, Step, StepKind
from argmap.render.references import cited_as
from argmap.render.scene import ReferenceLabel

_SIGNS = {StepKind.SUPPORT: "+", StepKind.ATTACK: "-", StepKind.UNDERCUT: "~", StepKind.EXPLAIN: "<"}
_NARROWEST = 30
LEGEND = "+ supports   - attacks   ~ undercuts the step   < explains   & needed together   * part of   w warrant"


def show(map: Map, references: Mapping[str, ReferenceLabel], width: int = 100) -> str:
    """The theses first, then what leads to none of them; a node is spelled out once. Ends with a newline.

    *width* is that of the terminal, in columns. Deep trees are indented no further than leaves room for the text.
    """
    return "\n".join(_Tree(map, references, width).lines()) + "\n"


class _Tree:
    def __init__(self, map: Map, references: Mapping[str, ReferenceLabel], width: int) -> None:
        self.map = map
        self.references = references
        self.width = width
        self.seen: set[str] = set()
        self.parts: dict[str, list[str]] = {}
        for node in map.nodes.values():
            for whole in (*node.specifies, *node.rephrases):
                self.parts.setdefault(whole, []).append(node.id)

    def lines(self) -> Iterator[str]:
        yield self.map.title or self.map.id
        counts = f"{len(self.map.nodes)} nodes, {len(self.map.steps)} steps"
        source = self.references.get(self.map.source or "", ReferenceLabel(self.map.source or "")).text
        yield f"{source}: {counts}" if source else counts
        yield LEGEND
        leading = {premise for step in self.map.steps.values() for premise in (*step.premises, *step.warrant)}
        parts = {part for parts in self.parts.values() for part in parts}
        roots = [id for id in self.map.nodes if id not in leading and id not in parts and id not in self.map.thesis]
        # What is left stands on itself, in a circle.
        for id in (*self.map.thesis, *roots, *self.map.nodes):
            if id in self.map.nodes and id not in self.seen:
                yield ""
                yield from self._below(id)

    def _below(self, root: str) -> Iterator[str]:
        """The tree under a node, depth first and without recursion: maps may be deeper than Python's stack."""
        waiting = [(0, "", root)]
        while waiting:
            depth, sign, id = waiting.pop()
            node = self.map.nodes[id]
            again = id in self.seen
            yield from self._node(depth, sign, node, again)
            if not again:
                self.seen.add(id)
                waiting.extend(reversed(list(self._bearing(id, depth + 1))))

    def _bearing(self, id: str, depth: int) -> Iterator[tuple[int, str, str]]:
        for part in self.parts.get(id, ()):
            yield depth, "*", part
        for step in self.map.steps_to.get(id, ()):
            yield from self._step(step, depth)

    def _step(self, step: Step, depth: int) -> Iterator[tuple[int, str, str]]:
        steps, seen = [(step, depth)], {step.id}
        while steps:
            step, depth = steps.pop()
            sign = _SIGNS.get(step.kind, "?") + (" (outweighed)" if step.outweighed else "")
            for premise in step.premises:
                if premise in self.map.nodes:
                    yield depth, sign, premise
                    sign = "&"
            for warrant in step.warrant:
                if warrant in self.map.nodes:
                    yield depth + 1, "w", warrant
            further = [each for each in self.map.steps_to.get(step.id, ()) if each.id not in seen]
            seen.update(each.id for each in further)
            steps.extend((each, depth + 1) for each in reversed(further))

    def _name(self, actor: str) -> str:
        return self.map.actors[actor].name if actor in self.map.actors else actor

    def _node(self, depth: int, sign: str, node: Node, again: bool) -> Iterator[str]:
        indent = "  " * min(depth, max(0, (self.width - _NARROWEST) // 2))
        head = f"{indent}{sign} " if sign else indent
        if again:
            yield f"{head}[{node.id}] see above"
            return
        said = [self._name(actor) for actor in node.by]
        cites = [text for text, _ in cited_as(node, self.references)]
        marks = [node.stance.value] if node.stance is not Stance.ENDORSED else []
        dates = [f"{word} {date.date}" for word in ("happened", "said", "due") if (date := getattr(node, word))]
        towards = [f"for {self._name(actor)}" for actor in node.addressee]
        details = [*said, *towards, *dates, *marks, *(["implicit"] if node.implicit else []), *cites]
        text = f"{node.type.upper()} [{node.id}] {node.text}" + (f" ({'; '.join(details)})" if details else "")
        clean = "".join(letter if letter.isprintable() else " " for letter in text)
        yield from textwrap.wrap(
            clean, max(self.width, _NARROWEST), initial_indent=head, subsequent_indent=indent + "  "
        )
