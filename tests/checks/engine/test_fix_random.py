"""A thousand maps with planted faults and comments, fixed: better, to the end, and no comment lost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest
from depth import counts, seeds
from generate import generate
from needs import REPOSITORY

from argmap.bibliography import Bibliography, read
from argmap.checks.engine.fix import Checked, fix_text
from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Map, Severity
from argmap.sources import SourceText

MAPS = ["al-monitor-2015", "washington-institute-2024"]


class Base(NamedTuple):
    """A text in which the rules *enabled* find nothing, and what they may look at."""

    text: str
    context: MapContext
    enabled: frozenset[str]


@cache
def references() -> Bibliography:
    return read((REPOSITORY / "references.bib").read_text("utf-8"), "references.bib")


@cache
def base(seed: int) -> Base:
    """A generated map with ids, keys of references and lists as people write them; some of them of this repository."""
    name = MAPS[seed // 100]
    text = (REPOSITORY / "maps" / f"{name}.yaml").read_text("utf-8")
    if seed % 100:
        ids = re.findall(r"^  ([a-z]+(?:-[a-z]+)+):$", text, re.MULTILINE)
        keys = list(references().entries)
        text = re.sub(r"\bn-(\d+)\b", lambda match: ids[int(match[1])], generate(8 + seed % 5, seed))
        text = text.replace("\nthesis", f"\nlang: en\nsource: {keys[0]}\nthesis", 1)
        text = re.sub(r"^    kind: statistic", rf"\g<0>\n    cite: [{keys[1]}, {keys[2]}]", text, flags=re.MULTILINE)
    document = load(text, "m.yaml")
    assert isinstance(document.content, Map)
    anchors = [
        anchor for thing in (*document.content.nodes.values(), *document.content.steps.values()) for anchor in thing.at
    ]
    words = ".\n".join(" ... ".join(anchor.model_dump(exclude_none=True).values()) for anchor in anchors)
    context = MapContext(references(), SourceText(name, words))
    return Base(text, context, frozenset(rules()) - {finding.code for finding in check_document(document, context)})


def check_with(base: Base) -> Callable[[str], Checked]:
    def check(text: str) -> Checked:
        document = load(text, "m.yaml")
        return Checked(check_document(document, base.context, base.enabled), document.unread)

    return check


def some_match(pattern: str, text: str, chance: random.Random) -> re.Match[str] | None:
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    return chance.choice(matches) if matches else None


def changed(pattern: str, change: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], str]:
    """A fault in the last group of some match of *pattern*."""

    def plant(text: str, chance: random.Random) -> str:
        match = some_match(pattern, text, chance)
        if match is None:
            return text
        start, end = match.span(match.lastindex or 0)
        return text[:start] + change(text[start:end], chance) + text[end:]

    return plant


def slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + chance.choice("aeinst") + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("aeinst") + word[at + 1 :],
            word.replace("-", "_"),
            word.title(),
        ]
    )


ID = r"[a-z0-9]+(?:-[a-z0-9]+)+"
FAULTS = [
    changed(rf"(?:premises:|thesis:|-) ({ID})$", slip),
    changed(rf"^- ({ID})$|(?<=[\[ ])({ID})(?=[\],])", slip),
    changed(rf"^  ({ID}):$", slip),
    changed(rf"(?:key|source|cite): ({ID})", slip),
    changed(r"^ +(\w{4,}):", slip),
    changed(r"^(\w{5,}):", slip),
    changed(rf"\[({ID})(?=[,\]])", lambda item, _: f"{item}, {item}"),
    changed(rf"^( *- {ID}\n)", lambda line, _: line + line),
    changed(r"(?:claim|evidence|recommendation): [A-Z]\w+( )", lambda _, chance: chance.choice([": ", " #1 ", " #x "])),
    changed(r"title: \w+( )", lambda _, chance: chance.choice([": ", " #1 "])),
    changed(rf"- (\[{ID}(?:, {ID})+\]|{ID})$", lambda item, _: f"[{item.strip('[]')}]"),
    changed(
        r"^ +at: ([^#\n]*[^#\s])",
        lambda words, chance: chance.choice([words.upper(), words.replace(" ", "-"), f"'{words}'"]),
    ),
    changed(
        r"^ +\w.*[a-z.](\n)",
        lambda _, chance: f"  # argmap: ignore[{chance.choice(['AM208', 'AM305, AM301', 'AM99'])}]\n",
    ),
]


def comment(text: str, number: int, chance: random.Random) -> str:
    """*text* with a comment in a line of its own, or behind one."""
    lines = text.split("\n")
    at = chance.randrange(len(lines) - 1)
    if chance.random() < 0.5:
        lines.insert(at, f"{' ' * chance.randrange(5)}# c{number}: not [a, b] {{c}}")
    elif not lines[at].strip().startswith("#"):
        lines[at] += f"  # c{number}"
    return "\n".join(lines)


def faulty(seed: int) -> tuple[str, Callable[[str], Checked]]:
    """A text with faults and comments, and what checks it."""
    chance = random.Random(seed)
    original = base(seed % 200 if seed % 100 == 0 else 1 + seed % 40)
    text = original.text
    for number in range(6):
        text = comment(text, number, chance)
    for _ in range(chance.choice([1, 1, 2, 3, 5])):
        text = chance.choice(FAULTS)(text, chance)
    return text, check_with(original)


def marks(text: str) -> list[str]:
    return sorted(re.findall(r"# c\d+\b[^\n]*", text))


@pytest.mark.parametrize("seeds", seeds(100, whole=1000, batch=100))
def test_mending_leaves_a_text_better_and_every_comment_there(seeds):
    for seed in seeds:
        text, check = faulty(seed)
        unsafe = seed % 2 == 1
        before, done = check(text), fix_text(text, check, unsafe)
        assert fix_text(done.text, check, unsafe).text == done.text, f"seed {seed}: not idempotent"
        after = check(done.text)
        assert list(done.left) == after.findings
        assert after.unread <= before.unread, f"seed {seed}: less can be read"
        assert errors(after) <= errors(before), f"seed {seed}: {after.findings}"
        assert len(after.findings) <= len(before.findings), f"seed {seed}: {after.findings}"
        assert marks(done.text) == marks(text), f"seed {seed}: a comment is lost"
        assert done.fixed or done.text == text


def errors(checked: Checked) -> int:
    return sum(finding.severity is Severity.ERROR for finding in checked.findings)


@pytest.mark.parametrize("count", counts(60, 200))
def test_most_of_what_is_planted_is_mended(count):
    found = [
        (check(text).findings, fix_text(text, check, unsafe=True).left) for text, check in map(faulty, range(1, count))
    ]
    assert sum(not left for before, left in found if before) >= 0.8 * sum(bool(before) for before, _ in found)
