"""A fault in the record or in the formulas of a map is found, by the right nodes; in a map without one nothing is.

The maps are written from a hidden truth: figures of it, hedged in all ways; dates before the article's; formulas that
are true in one world. A planted fault is one statement more that the truth excludes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Finding

pytest.importorskip("pint", reason="needs the package pint: install argmap[units]")

MAPS = 300
YEAR = 2015
CODES = frozenset(code for code in rules() if "AM520" <= code <= "AM549")


class Truth:
    """A hidden truth, and a map written from it: *nodes* are lines of the file by node."""

    def __init__(self, seed: int) -> None:
        self.chance = chance = random.Random(seed)
        self.values = {f"count-{at}": chance.randint(20, 900) for at in range(3)}
        self.world = {f"atom_{at}": chance.random() < 0.5 for at in range(chance.randint(3, 6))}
        self.nodes: dict[str, list[str]] = {}
        for subject in self.values:
            for _ in range(chance.randint(1, 4)):
                self.add("evidence", f"    quantities: {{of: {subject}, {self.hedged(subject)}, as_of: {YEAR - 1}}}")
        for at in range(3):
            percent = chance.randint(5, 95)
            shares = (
                f"value: {percent}, unit: percent",
                f"value: {percent}/100, unit: share",
                f"value: 0.{percent:02}, unit: share",
            )
            for share in chance.sample(shares, 2):
                self.add("evidence", f"    quantities: {{of: share-{at}, {share}, as_of: {YEAR - 1}}}")
        self.part = chance.choice(list(self.values))
        part = f"{{of: part, part_of: {self.part}, value: {chance.randint(1, self.values[self.part])}, unit: persons}}"
        self.add("evidence", f"    quantities: {part[:-1]}, as_of: {YEAR - 1}}}")
        for _ in range(4):
            self.add("evidence", f"    {self.dated()}")
        for name, value in self.world.items():
            self.literal(name, value)
        names = list(self.world)
        for name in names:
            other = chance.choice([each for each in names if each != name])
            self.add("claim", f"    formal: {self.true_of(name, other)}")

    def add(self, kind: str, *lines: str) -> str:
        """Add a node; its id."""
        id = f"n-{len(self.nodes)}"
        self.nodes[id] = [f"  {id}:", f"    {kind}: A statement of the map.", *lines]
        return id

    def literal(self, name: str, value: bool) -> str:
        """Add a node that says whether the atom *name* is true; its id."""
        return self.add("claim", f"    formal: {name if value else f'not {name}'}")

    def hedged(self, subject: str) -> str:
        """The true figure of *subject*, said in some way that allows it."""
        value, chance = self.values[subject], self.chance
        off = chance.randint(1, value // 12 + 1)
        return chance.choice(
            (
                f"value: {value}, unit: persons",
                f"value: {value}, unit: people",
                f"value: {value / 1000}, unit: thousand persons",
                f"value: {value + off}, unit: persons, bound: about",
                f"value: {value + off}, unit: persons, bound: nearly",
                f"value: [{value - off}, {value + off}], unit: persons",
                f"value: {value - off}, unit: persons, bound: {chance.choice(('at-least', 'more-than'))}",
                f"value: {value + off}, unit: people, bound: {chance.choice(('at-most', 'less-than'))}",
                f"value: {value}, unit: km",
                f"value: {value * 1000}, unit: metres",
            )
        )

    def dated(self) -> str:
        """A date that an article of the year may give."""
        chance, year = self.chance, self.chance.randint(1990, YEAR)
        month = f"{chance.randint(1, 12):02}"
        return chance.choice(
            (
                f"happened: {year}",
                f"happened: {year - 1}-{month}",
                f"happened: {year}/..",
                f"happened: {year + 3}~",
                f"said: {year - 1}-{month}-10",
                f"due: {YEAR + chance.randint(0, 9)}",
                f"due: ../{YEAR + chance.randint(0, 9)}",
                f"happened: {{date: {year - 1}/{year}, inferred: year}}",
            )
        )

    def true_of(self, name: str, other: str) -> str:
        """A formula of two atoms that is true in the world."""
        one, two = (each if self.world[each] else f"not {each}" for each in (name, other))
        return self.chance.choice(
            (f"{one} or {two}", f"{one} -> {two}", f"{one} <-> {two}", f"not ({one} and not {two})", f"{one} and {two}")
        )

    def text(self) -> str:
        """The map as a file."""
        lines = [line for node in self.nodes.values() for line in node]
        return "\n".join(["argmap: 1", "map: generated", f"date: {YEAR}", "nodes:", *lines]) + "\n"


Fault = Callable[[Truth], tuple[str, str, frozenset[str]]]
"""Plants a fault; the code that must find it, the node at which, and the nodes that it must name."""


def quantity(truth: Truth) -> tuple[str, str, frozenset[str]]:
    subject = truth.chance.choice(list(truth.values))
    value = truth.values[subject]
    first = truth.add("evidence", f"    quantities: {{of: new, value: {value}, unit: persons, as_of: {YEAR - 1}}}")
    wrong = truth.chance.choice(
        (f"value: {value * 2}, unit: people", f"value: {value * 2}, unit: persons, bound: at-least",
         f"value: {value * 3}, unit: thousand persons", f"value: [{value // 4}, {value // 2}], unit: persons",
         f"value: {value - 2}, unit: persons, bound: less-than" if value < 40 else f"value: {value // 2}, unit: person")
    )  # fmt: skip
    second = truth.add("evidence", f"    quantities: {{of: new, {wrong}, as_of: {YEAR - 1}}}")
    return "AM520", second, frozenset((first, second))


def converted_quantity(truth: Truth) -> tuple[str, str, frozenset[str]]:
    value = truth.chance.randint(2, 99)
    first = truth.add("evidence", f"    quantities: {{of: new, value: {value}, unit: miles, as_of: {YEAR - 1}}}")
    second = truth.add("evidence", f"    quantities: {{of: new, value: {value}, unit: km, as_of: {YEAR - 1}}}")
    return "AM520", second, frozenset((first, second))


def share(truth: Truth) -> tuple[str, str, frozenset[str]]:
    subject, unit = truth.chance.choice((("share-of-all", "percent"), ("territory", "share")))
    id = truth.add(
        "evidence", f"    quantities: {{of: {subject}, value: {truth.chance.randint(106, 900)}, unit: {unit}}}"
    )
    return "AM521", id, frozenset((id,))


def part(truth: Truth) -> tuple[str, str, frozenset[str]]:
    value = truth.values[truth.part]
    whole = truth.add("evidence", f"    quantities: {{of: total, value: {value}, unit: persons, as_of: {YEAR - 1}}}")
    figure = f"{{of: some, part_of: total, value: {value * 2}, unit: people, as_of: {YEAR - 1}}}"
    id = truth.add("evidence", f"    quantities: {figure}")
    return "AM522", id, frozenset((whole, id))


def late_event(truth: Truth) -> tuple[str, str, frozenset[str]]:
    field = truth.chance.choice(("happened", "said"))
    later = YEAR + truth.chance.randint(1, 20)
    date = truth.chance.choice((f"{later}", f"{later}-05", f"{later}-05-06", f"{later}/..", f"{later}/{later + 1}~"))
    id = truth.add("evidence", f"    {field}: {date}")
    return "AM523", id, frozenset((id,))


def past_term(truth: Truth) -> tuple[str, str, frozenset[str]]:
    earlier = YEAR - truth.chance.randint(1, 20)
    date = truth.chance.choice((f"{earlier}", f"{earlier}-05", f"../{earlier}-05-06", f"{earlier}?/{earlier}"))
    id = truth.add("claim", f"    due: {date}")
    return "AM524", id, frozenset((id,))


def misdated(truth: Truth) -> tuple[str, str, frozenset[str]]:
    happened, as_of = truth.chance.choice((("1999/2001", "1990"), ("1999/2001", "2003-04"), ("1999", "1998-12-31")))
    figure = f"{{of: dead, value: 3, as_of: {as_of}}}"
    id = truth.add("evidence", f"    happened: {happened}", f"    quantities: {figure}")
    return "AM525", id, frozenset((id,))


def contradiction(truth: Truth) -> tuple[str, str, frozenset[str]]:
    name = truth.chance.choice(list(truth.world))
    held = next(id for id, lines in truth.nodes.items() if re.fullmatch(rf"    formal: (not )?{name}", lines[2]))
    id = truth.literal(name, not truth.world[name])
    return "AM541", held, frozenset((held, id))


def chain(truth: Truth) -> tuple[str, str, frozenset[str]]:
    length = truth.chance.randint(2, 6)
    links = [truth.add("claim", f"    formal: link_{at} -> link_{at + 1}") for at in range(length)]
    ends = [truth.literal("link_0", True), truth.literal(f"link_{length}", False)]
    return "AM541", links[0], frozenset((*links, *ends))


def no_inference(truth: Truth) -> tuple[str, str, frozenset[str]]:
    one, two = truth.chance.sample(list(truth.world), 2)
    said = {name: name if value else f"not {name}" for name, value in truth.world.items()}
    premise = truth.literal(one, truth.world[one])
    step = f"    supported_by: {{premises: {premise}, scheme: deductive}}"
    id = truth.add("claim", f"    formal: {said[two]}", step)
    return "AM544", id, frozenset((id, premise))


FAMILIES: dict[str, list[Fault]] = {
    "quantity": [quantity, converted_quantity, share, part],
    "date": [late_event, past_term, misdated],
    "formula": [contradiction, chain, no_inference],
}


def found_in(truth: Truth) -> list[Finding]:
    document = load(truth.text(), "map.yaml")
    assert document.faults == ()
    return [each for each in check_document(document, MapContext(), CODES) if each.code in CODES]


def test_maps_that_tell_the_truth_are_clean() -> None:
    dirty = {seed: found for seed in range(MAPS) if (found := found_in(Truth(seed)))}
    assert dirty == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_planted_fault_is_found_at_its_node_and_names_all_that_are_at_fault(family: str) -> None:
    for seed in range(MAPS // len(FAMILIES)):
        truth = Truth(seed)
        plant = FAMILIES[family][seed % len(FAMILIES[family])]
        code, at, named = plant(truth)
        found = found_in(truth)
        text = truth.text().splitlines()
        lines = range(text.index(f"  {at}:") + 1, text.index(f"  {at}:") + 1 + len(truth.nodes[at]))
        right = [
            each
            for each in found
            if each.code == code and each.span and each.span.line in lines
            if named == set(re.findall(r"'(n-\d+)'", each.message))
        ]
        assert len(right) == 1, (plant, seed, found)
        # Another way to the same contradiction is no further fault, if it goes by the planted statement.
        others = [each for each in found if each not in right and not (code == each.code == "AM541")]
        assert others == [], (plant, seed)
        assert all(any(f"'{id}'" in each.message for id in named) for each in found), (plant, seed)
