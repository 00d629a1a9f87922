"""What the pages of the rules say of fixes and comments is what the rules do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from case import CASES, sections
from rule_pages import FAMILIES, FIXES, UNSILENCED, path, rule_pages, table

from argmap.actions.check import Choice, check
from argmap.checks.engine.registry import by_name, rules
from argmap.model import Finding
from argmap.workspace.workspace import Workspace

Checked = Callable[[dict[str, str]], Sequence[Finding]]

SECTIONS = [(path.stem, section.files) for path in sorted(CASES.glob("*.md")) for section in sections(path)]
# Nearly right words that the case files do not have: those a slip away, and those further off.
WORDS = {
    "maps/sundays.yaml": """\
argmap: 1
map: sundays
thesys: open-sundays
nodes:
  open-sundays: {claim: A., by: concil, adresee: council, supported_by: [surey, surrvay]}
  survey: {evidence: B., by: caunsill}
actors: {council: {name: C}}
""",
    "maps/two.yaml": """\
argmap: 1
comparison: two
maps: [sundais, sonndais]
topics: {}
""",
}


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """The function that checks a workspace of these files."""
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)

    def checked(files: dict[str, str]) -> Sequence[Finding]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "maps").mkdir(parents=True)
        monkeypatch.chdir(folder)
        Path("argmap.toml").write_text('sources = "sources"\n', encoding="utf-8")
        for file, text in files.items():
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
        paths = [Path("maps")] if any(Path("maps").iterdir()) else [Path("references.bib")]
        return check(Workspace(folder), paths, Choice()).findings

    return checked


def test_a_rule_has_the_fixes_that_its_page_says(checked: Checked) -> None:
    kinds: dict[str, set[str]] = {}
    for files in (*(files for _, files in SECTIONS), WORDS):
        for finding in checked(files):
            if finding.fix is not None:
                kinds.setdefault(rules()[finding.code].name, set()).add("safe" if finding.fix.safe else "unsafe")
    assert {name: " or ".join(sorted(each)) for name, each in kinds.items()} == FIXES


def test_a_comment_silences_every_rule_whose_page_says_so(checked: Checked) -> None:
    loud = set()
    for name, files in SECTIONS:
        comment = f"\n# argmap: ignore-file[{by_name()[name].code}] reason\n"
        found = checked({file: text if file.startswith("sources/") else text + comment for file, text in files.items()})
        loud |= {name} & {rules()[finding.code].name for finding in found}
    assert loud == set(UNSILENCED)


def test_every_page_has_all_parts() -> None:
    pages = rule_pages()
    assert len(pages) == len(rules()) > 40
    for rule in rules().values():
        page = pages[path(rule)]
        assert page.startswith(f"# {rule.code} {rule.name}\n\n")
        assert f"\n| {rule.severity} | [{FAMILIES[rule.code[:3]]}](" in page
        parts = ["Why it matters", "Example", "How to fix", "Fix", "How to ignore it"]
        assert re.findall(r"^## (.*)$", page, re.MULTILINE) == parts


def test_every_rule_is_in_the_table() -> None:
    assert [
        rule.name for rule in rules().values() if f"| [{rule.code}]({path(rule)}) | {rule.name} |" not in table()
    ] == []
