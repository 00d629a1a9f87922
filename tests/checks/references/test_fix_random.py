"""Two hundred bibliographies with planted faults and comments, fixed: better, to the end, and nothing else changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from depth import counts, seeds
from needs import REPOSITORY

from argmap.bibliography import read
from argmap.checks.engine.fix import Checked, fix_text
from argmap.checks.engine.rule import BibliographyContext
from argmap.checks.engine.run import check_bibliography
from argmap.model import Dialect, Severity

TEXTS = [
    (REPOSITORY / "references.bib").read_text("utf-8"),
    (Path(__file__).parent / "good.bib").read_text("utf-8"),
]

Plant = tuple[str, Callable[[str, random.Random], str]]
FAULTS: list[Plant] = [
    (r"^@(\w{5,})", lambda word, chance: word[:2] + word[3:]),
    (r"^  (\w{5,}) =", lambda word, chance: word[:2] + word[3:]),
    (r"^  ((?:url)?date) = ", lambda word, chance: chance.choice(["accessed", "Date", "dtae"])),
    (
        r"date = \{(\d{4}-\d\d-\d\d)\}",
        lambda date, chance: chance.choice([date.replace("-", "/"), date.replace("-0", "-")]),
    ),
    (
        r"date = \{(\d{4}-\d\d)[-}]",
        lambda date, chance: chance.choice(["May 2014", f"{date}-31", "2014-2015", "c. 1950"]),
    ),
    (r"doi = \{()", lambda _, chance: chance.choice(["https://doi.org/", "doi:", "x"])),
    (r"url = \{()https", lambda _, chance: chance.choice(["https://", "\\url ", "hx"])),
    (r"url = \{(https:)//", lambda _, chance: chance.choice(["https", "http:/", "htps:"])),
    (
        r"url = (\{[^{}]*\})",
        lambda value, chance: chance.choice([f"{{\\url{value}}}", value.replace("-", "\\_"), f"{value} # {{}}"]),
    ),
    (r"author = \{[^{}]*( and )", lambda _, chance: chance.choice(["; ", " & ", " and and ", ", "])),
    (
        r"title = \{\w+( )",
        lambda _, chance: chance.choice(
            [" NATO, ", " U.S. ", " &amp; ", " <i>x</i> ", " $ ", " % ", " C# ", " \\emhp{x} "]
        ),
    ),
    (
        r"(?:title|organization) = \{.*?[a-z]()[a-z]+ ",
        lambda _, chance: chance.choice(["\xad", "\u0301", "\u200b", "\ufb03", "\ufffd"]),
    ),
    (r"pages = \{\d+(--)", lambda _, chance: chance.choice(["-", "—", " - "])),
    (
        r"^  title = .*\n()",
        lambda _, chance: chance.choice(["  volume = {},\n", "  edition = {2nd},\n", "  month = {March},\n"]),
    ),
    (r"^  title = \{(.*)\},$", lambda title, chance: chance.choice(["", "??", title.upper()])),
    (r"(^@\w+\{[^@]*^\}\n)", lambda entry, chance: entry.replace("{", "{b", 1) + "\n" + entry),
]


def faulty(seed: int) -> str:
    chance = random.Random(seed)
    text = TEXTS[seed % 2]
    for number in range(4):
        ends = [match.start() for match in re.finditer(r"^@", text, re.MULTILINE)]
        at = chance.choice(ends)
        text = f"{text[:at]}% c{number}: a remark, with & and NATO\n{text[at:]}"
    for _ in range(chance.choice([1, 1, 2, 4, 8])):
        pattern, change = chance.choice(FAULTS)
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            start, end = chance.choice(found).span(1)
            text = text[:start] + change(text[start:end], chance) + text[end:]
    return text.replace("\n", "\r\n") if chance.random() < 0.1 else text


def checker(dialect: Dialect) -> Callable[[str], Checked]:
    return lambda text: Checked(check_bibliography(read(text, "r.bib"), BibliographyContext(None, dialect)))


@pytest.mark.parametrize("seeds", seeds(40, whole=200, batch=50))
def test_mending_leaves_references_better_and_loses_nothing(seeds: range) -> None:
    for seed in seeds:
        check = checker(Dialect.BIBTEX if seed % 10 == 9 else Dialect.BIBLATEX)
        text, unsafe = faulty(seed), seed % 3 == 2
        before, done = check(text), fix_text(text, check, unsafe)
        assert fix_text(done.text, check, unsafe).text == done.text, f"seed {seed}: not idempotent"
        after = check(done.text)
        assert list(done.left) == after.findings
        assert errors(after) <= errors(before), f"seed {seed}: {after.findings}"
        assert len(after.findings) <= len(before.findings), f"seed {seed}: {after.findings}"
        assert sorted(re.findall(r"% c\d.*", done.text)) == sorted(re.findall(r"% c\d.*", text)), f"seed {seed}"
        assert sorted(read(done.text, "r.bib").entries) == sorted(read(text, "r.bib").entries), f"seed {seed}"
        assert ("\r" in done.text) == ("\r" in text)
        assert done.fixed or done.text == text


def errors(checked: Checked) -> int:
    return sum(finding.severity is Severity.ERROR for finding in checked.findings)


@pytest.mark.parametrize("count", counts(40, 100))
def test_most_of_what_can_be_mended_is(count: int) -> None:
    check = checker(Dialect.BIBLATEX)
    seeds = range(count)
    fixable = [
        finding for seed in seeds for finding in check(faulty(seed)).findings if finding.fix and finding.fix.safe
    ]
    left = [
        finding for seed in seeds for finding in fix_text(faulty(seed), check).left if finding.fix and finding.fix.safe
    ]
    assert len(fixable) > count
    assert len(left) < 0.05 * len(fixable), left
