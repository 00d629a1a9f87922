"""A fault in what an author is committed to is found, by the right nodes; in a map without one nothing is.

The maps are trees of the author's statements. Whatever is attacked in them is answered: the attack is outweighed, or
undercut, or what attacks is attacked in turn by what stands. A planted fault is one step more, without an answer.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Finding

MAPS = 300
CODES = frozenset(f"AM50{number}" for number in range(1, 10)) - {"AM503"}
HEAD = "argmap: 1\nmap: m\nactors: {rival: {name: Rival}}\nnodes:\n"


class Debate:
    """A map of statements n0, n1 ..., each the ground of one before it, with answered objections."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        size = self.chance.randint(6, 16)
        self.steps: dict[str, list[str]] = {}
        self.nodes = {"n0": "{claim: Statement 0."}
        self.parents = {f"n{at}": f"n{self.chance.randrange(at)}" for at in range(1, size)}
        for node, parent in self.parents.items():
            self.nodes[node] = f"{{claim: Statement {node[1:]}."
            self.add("supported_by", parent, node)
        for number in range(self.chance.randint(1, 4)):
            self.object(f"o{number}")

    def add(self, kind: str, node: str, step: str) -> None:
        self.steps.setdefault(f"{node} {kind}", []).append(step)

    def object(self, name: str) -> None:
        """An objection of somebody else, and its answer."""
        target = self.chance.choice(list(self.parents))
        self.nodes[name] = f"{{claim: Objection {name}., by: rival"
        answer = self.chance.choice(["outweighed", "undercut", "attacked"])
        if answer == "outweighed":
            self.add("attacked_by", target, f"{{premises: {name}, outweighed: true}}")
            return
        reply = f"{name}-reply"
        self.nodes[reply] = f"{{claim: Reply to {name}."
        if answer == "undercut":
            self.add("attacked_by", target, f"{{premises: {name}, undercut_by: {reply}}}")
        else:
            self.add("attacked_by", target, name)
            self.add("attacked_by", name, reply)

    @property
    def leaves(self) -> list[str]:
        return [node for node in self.parents if node not in self.parents.values()]

    def text(self) -> str:
        lines = []
        for node, said in self.nodes.items():
            kinds = ("supported_by", "attacked_by")
            held = [(kind, self.steps[f"{node} {kind}"]) for kind in kinds if f"{node} {kind}" in self.steps]
            steps = "".join(f", {kind}: [{', '.join(steps)}]" for kind, steps in held)
            lines.append(f"  {node}: {said}{steps}}}\n")
        return HEAD + "".join(lines)


Fault = tuple[str, frozenset[str]]


def conflict(debate: Debate) -> Fault:
    """The author holds what attacks another thing that the author holds."""
    target = debate.chance.choice(debate.leaves)
    debate.nodes["against"] = "{claim: What speaks against it."
    debate.add("attacked_by", target, "against")
    return "AM502", frozenset((target, "against"))


def contradiction(debate: Debate) -> Fault:
    """The author holds two things that contradict each other: the one is said to attack the other, and back."""
    target = debate.chance.choice(debate.leaves)
    debate.nodes["opposite"] = f"{{claim: The opposite., attacked_by: [{target}]"
    return "AM502", frozenset((target, "opposite"))


def defeat(debate: Debate) -> Fault:
    """Nothing answers an objection."""
    target = debate.chance.choice(list(debate.nodes)[: len(debate.parents)])
    debate.nodes["unmet"] = "{claim: What nobody answers., by: rival"
    debate.add("attacked_by", target, "unmet")
    return "AM504", frozenset((target, "unmet"))


def lost_support(debate: Debate) -> Fault:
    """The only support of a statement is undercut."""
    target = debate.chance.choice(debate.leaves)
    debate.nodes["ground"], debate.nodes["cut"] = "{evidence: A ground.", "{claim: What cuts it."
    debate.add("supported_by", target, "{premises: ground, undercut_by: cut}")
    return "AM505", frozenset((target, "cut"))


def found_in(debate: Debate) -> list[Finding]:
    document = load(debate.text(), "m.yaml")
    assert not document.faults, document.faults
    return [each for each in check_document(document, MapContext()) if each.code in CODES]


def test_debates_in_which_all_is_answered_are_clean() -> None:
    assert [finding for seed in range(MAPS) for finding in found_in(Debate(seed))] == []


@pytest.mark.parametrize("plant", [conflict, contradiction, defeat, lost_support])
def test_a_planted_fault_is_found_and_names_the_nodes_at_fault(plant: Callable[[Debate], Fault]) -> None:
    for seed in range(MAPS // 4):
        debate = Debate(seed)
        code, nodes = plant(debate)
        named = [frozenset(re.findall(r"'([\w-]+)'", each.message)) for each in found_in(debate) if each.code == code]
        assert nodes in named, f"seed {seed}: {named} in\n{debate.text()}"
