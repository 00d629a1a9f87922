"""Maps of a wanted size, like those that people write: sentences, anchors, citations, steps of every kind."""

from __future__ import annotations

import random
import sys

_WORDS = (  # noqa: SIM905, for a text is easier to read than a list
    "the of and to in that for as with by on from troops council budget traffic region minister report agreement cost "
    "growth border school water energy reform vote court market price city river trade export power union hospital "
    "climate harvest rail bridge fishery tariff census rent wage pension tax data model trial survey sample rate share "
    "rises falls supports weakens delays follows explains requires allows prevents changes remains large small recent "
    "public private local national early late likely clear"
).split()
_TYPES = ("claim", "claim", "claim", "evidence", "evidence", "recommendation")


def generate(nodes: int, seed: int = 1, attacks: int = 0) -> str:
    """A map of *nodes* nodes as YAML: a thesis, under it a tree of supports, and attacks, none in a circle."""
    chance = random.Random(seed)
    children: dict[int, list[int]] = {}
    for node in range(1, nodes):
        children.setdefault(chance.randrange(max(0, (node - 1) // 4), (node - 1) // 2 + 1), []).append(node)
    body = [line for node in range(nodes) for line in _node(node, children.get(node, []), chance)]
    speaker = ["  speaker: {name: A Speaker, role: minister}"] if "    by: speaker" in body else []
    lines = ["argmap: 1", "map: generated", f"title: A generated map of {nodes} nodes", "thesis: n-0", "", "actors:"]
    lines += [*speaker, "  council: {name: The Council}", "", "nodes:", *body]
    lines += ["steps:"] if attacks else []
    for _ in range(attacks):
        attacked, attacking = sorted(chance.sample(range(nodes), 2))
        lines.append(f"  - {{attack: n-{attacked}, premises: [n-{attacking}]}}")
    return "\n".join(lines) + "\n"


def _node(node: int, below: list[int], chance: random.Random) -> list[str]:
    kind = "recommendation" if node == 0 else chance.choice(_TYPES) if below else "evidence"
    lines = [f"  n-{node}:", f"    {kind}: {_sentence(chance, 14, 22)}"]
    lines.append(f"    at: {' '.join(chance.choices(_WORDS, k=4))}")
    if kind == "recommendation":
        lines.append("    addressee: council")
    if kind == "evidence":
        lines += ["    kind: statistic", f"    happened: {chance.randint(1990, 2024)}-{chance.randint(1, 12):02}"]
        lines.append(f"    tags: [{', '.join(chance.sample(_WORDS, 2))}]")
        if chance.random() < 0.3:
            value = chance.randint(1, 99)
            lines += ["    quantities:", f"      - {{of: share-{node}, value: {value}, unit: percent, bound: about}}"]
    if kind == "claim" and chance.random() < 0.2:
        lines += [
            "    by: speaker",
            "    stance: endorsed",
            f"    said: {chance.randint(2000, 2024)}-03-0{chance.randint(1, 9)}",
        ]
    if below:
        lines.append("    supported_by:")
    while below:
        count = min(len(below), chance.choice((1, 1, 1, 2)))
        premises, below = below[:count], below[count:]
        lines.append(f"      - premises: [{', '.join(f'n-{premise}' for premise in premises)}]")
        lines.append("        inferred: true" if chance.random() < 0.6 else f"        at: {chance.choice(_WORDS)}")
    lines.append("")
    return lines


def _sentence(chance: random.Random, shortest: int, longest: int) -> str:
    words = chance.choices(_WORDS, k=chance.randint(shortest, longest))
    return " ".join(words).capitalize() + "."


if __name__ == "__main__":
    print(generate(int(sys.argv[1])), end="")
