"""One fault in a map is found where it is, and little else; in a map without a fault nothing is found."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable

import pytest
from depth import seeds
from generate import generate

from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Finding, Severity

SEEDS = seeds(240, whole=2000, batch=500)
Planted = tuple[list[str], str, int, int]
"""The lines with the fault, the code of the rule that must find it, and the line and column of the finding."""


def findings(text: str) -> list[Finding]:
    return check_document(load(text, "map.yaml"), MapContext())


def above_note(text: str) -> list[Finding]:
    return [finding for finding in findings(text) if finding.severity is not Severity.NOTE]


def place(lines: list[str], pattern: str, chance: random.Random) -> int:
    """The index of some line that the pattern matches."""
    return chance.choice([at for at, line in enumerate(lines) if re.search(pattern, line)])


def node_above(lines: list[str], at: int) -> int:
    return max(above for above in range(at + 1) if re.match(r"  n-\d+:", lines[above]))


def after(lines: list[str], at: int, *added: str) -> list[str]:
    return [*lines[: at + 1], *added, *lines[at + 1 :]]


def instead(lines: list[str], at: int, line: str) -> list[str]:
    return [*lines[:at], line, *lines[at + 1 :]]


def misspelt_key(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    (supported_by|kind|claim|addressee|happened):", chance)
    key = lines[at].strip().partition(":")[0]
    slip = key[:2] + key[3:]
    return instead(lines, at, lines[at].replace(key, slip, 1)), "AM109", at + 1, 5


def unknown_premise(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"premises: \[", chance)
    line = lines[at].replace("]", ", nobody]")
    return instead(lines, at, line), "AM201", at + 1, line.index("nobody") + 1


def unknown_thesis(lines: list[str], chance: random.Random) -> Planted:
    at = lines.index("thesis: n-0")
    return instead(lines, at, "thesis: [n-0, n-none]"), "AM201", at + 1, 15


def unknown_speaker(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    evidence:", chance)
    return after(lines, at, "    by: nobody", "    stance: endorsed"), "AM202", at + 2, 9


def repeated_key(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return after(lines, at, lines[at]), "AM104", at + 2, 5


def impossible_date(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    happened: ", chance)
    return instead(lines, at, "    happened: 2015-02-30"), "AM110", at + 1, 15


def wrong_type(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return after(lines, at, "    implicit: perhaps"), "AM110", at + 2, 15


def tab(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return instead(lines, at, "\t" + lines[at].strip()), "AM103", at + 1, 1


def alias(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return after(lines, at, "    note: *same"), "AM105", at + 2, 11


def nested_list(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"      - premises: \[", chance)
    line = lines[at].replace("premises: ", "")
    rest = lines[at + 1].strip()
    assert rest.startswith(("inferred", "at:"))
    return [*lines[:at], line, *lines[at + 2 :]], "AM113", at + 1, 9


def cut_sentence(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    (claim|evidence|recommendation): \w+ \w+ ", chance)
    line = re.sub(r"(: \w+ \w+) ", r"\1 #1 ", lines[at])
    return instead(lines, at, line), "AM107", at + 1, line.index("#") + 1


def stray_colon(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    (claim|evidence|recommendation): \w+ \w+ ", chance)
    line = re.sub(r"(: \w+ \w+) ", r"\1: ", lines[at])
    return instead(lines, at, line), "AM102", at + 1, line.rindex(":") + 1


def bad_id(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^  n-[1-9]\d*:$", chance)
    return instead(lines, at, lines[at].replace("-", "_")), "AM111", at + 1, 3


def no_type(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    (claim|evidence):", chance)
    return instead(lines, at, "    note: left empty"), "AM112", node_above(lines, at) + 1, 3


def no_receipt(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    evidence:", chance)
    return [*lines[: at + 1], *lines[at + 2 :]], "AM301", node_above(lines, at) + 1, 3


def long_anchor(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return instead(lines, at, "    at: one two three four five six seven"), "AM304", at + 1, 9


def implicit_and_anchored(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    at: ", chance)
    return after(lines, at, "    implicit: true"), "AM303", at + 1, 9


def misplaced(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    evidence:", chance)
    return after(lines, at, "    addressee: council"), "AM216", at + 2, 16


def no_thesis(lines: list[str], chance: random.Random) -> Planted:
    return [line for line in lines if line != "thesis: n-0"], "AM204", 2, 6


def isolated(lines: list[str], chance: random.Random) -> Planted:
    return [*lines, "  alone:", "    claim: Nothing bears on this.", "    at: alone"], "AM206", len(lines) + 1, 3


def idle(lines: list[str], chance: random.Random) -> Planted:
    return [*lines, "  idle:", "    evidence: This bears on nothing.", "    at: idle"], "AM210", len(lines) + 1, 3


def circle(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    supported_by:", chance)
    own = lines[node_above(lines, at)].strip().rstrip(":")
    return after(lines, at, f"      - {{premises: {own}, inferred: true}}"), "AM213", at + 2, 9


def both_ways(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    supported_by:", chance)
    premise = re.search(r"\[(n-\d+)", lines[at + 1])
    assert premise
    added = ["    attacked_by:", f"      - {{premises: {premise[1]}, outweighed: true}}"]
    return [*lines[:at], *added, *lines[at:]], "AM501", at + 2, 9


def conflict(lines: list[str], chance: random.Random) -> Planted:
    at = place(lines, r"^    supported_by:", chance)
    node = lines[node_above(lines, at)].strip().rstrip(":")
    added = [*lines, "  against:", "    evidence: This tells against it.", "    at: against"]
    assert node.startswith("n-")
    return [*added[:at], "    attacked_by: against", *added[at:]], "AM502", at + 1, 18


FAULTS: list[Callable[[list[str], random.Random], Planted]] = [
    misspelt_key, unknown_premise, unknown_thesis, unknown_speaker, repeated_key, impossible_date, wrong_type, tab,
    alias, nested_list, cut_sentence, stray_colon, bad_id, no_type, no_receipt, long_anchor, implicit_and_anchored,
    misplaced, no_thesis, isolated, idle, circle, both_ways, conflict,
]  # fmt: skip


@pytest.mark.parametrize("seeds", SEEDS)
def test_clean_maps_are_clean(seeds: range) -> None:
    dirty = {seed: found for seed in seeds if (found := above_note(generate(8 + seed % 13, seed)))}
    assert dirty == {}


@pytest.mark.parametrize("seeds", SEEDS)
def test_a_planted_fault_is_found_at_its_place_and_little_else_is(seeds: range) -> None:
    missed, further = [], Counter[tuple[str, str]]()
    for seed in seeds:
        fault = FAULTS[seed % len(FAULTS)]
        chance = random.Random(seed)
        lines, code, line, column = fault(generate(12 + seed % 9, seed).splitlines(), chance)
        found = findings("\n".join(lines) + "\n")
        places = [(each.code, each.span.line, each.span.column) for each in found if each.span]
        if (code, line, column) not in places:
            missed.append((seed, fault.__name__, (code, line, column), places))
        others = [each for each in found if each.severity is not Severity.NOTE and each.code != code]
        further.update((fault.__name__, each.code) for each in others)
    assert missed == []
    assert further.total() <= len(seeds) * 0.02, further


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_every_fault_changes_what_is_found(fault: Callable[[list[str], random.Random], Planted]) -> None:
    text = generate(14, 3)
    lines, code, _, _ = fault(text.splitlines(), random.Random(3))
    assert code not in {finding.code for finding in findings(text)}
    assert code in {finding.code for finding in findings("\n".join(lines) + "\n")}
