"""Every rule finds what its case file marks, and nothing else."""

import re
from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from case import CASES, sections

import argmap.checks
from argmap.actions.check import Choice, check
from argmap.checks.engine import run
from argmap.checks.engine.registry import MODULES, by_name, of, rules
from argmap.workspace.workspace import Workspace

FILES = sorted(CASES.glob("*.md"))
WORKSPACES = [(path.stem, section) for path in FILES for section in sections(path)]


@pytest.fixture
def findings(tmp_path, monkeypatch):
    """The function that says what is found in a section, as (code, file, line)."""
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)

    def findings(section, choice=Choice()):  # noqa: B008, it is frozen
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "maps").mkdir(parents=True)
        monkeypatch.chdir(folder)
        Path("argmap.toml").write_text('sources = "sources"\n', encoding="utf-8")
        for file, text in section.files.items():
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
        workspace = Workspace(folder)
        paths = [workspace.settings.maps] if any(Path("maps").iterdir()) else [Path("references.bib")]
        return Counter((each.code, each.file, each.span.line) for each in check(workspace, paths, choice).findings)

    return findings


@pytest.mark.parametrize(("name", "section"), WORKSPACES, ids=[f"{name}-{each.title}" for name, each in WORKSPACES])
def test_a_rule_finds_what_is_marked_and_nothing_else(name, section, findings):
    assert of_rule(by_name()[name].code, findings(section)) == Counter(section.expected)


def of_rule(code, findings):
    """Where that rule found something, as (file, line)."""
    return Counter({(file, line): count for (found, file, line), count in findings.items() if found == code})


@pytest.mark.deep
@pytest.mark.parametrize("code", rules())
def test_a_disabled_rule_fails_its_case_file_and_leaves_what_others_find(code, findings):
    marked = [section for section in sections(CASES / f"{rules()[code].name}.md") if section.expected]
    assert marked
    for section in marked:
        whole, without = findings(section), findings(section, Choice(ignore=(code,)))
        assert of_rule(code, without) == Counter()
        assert {found for found, _, _ in whole - without} == {code}
        assert {found for found, _, _ in without - whole} == set()


@pytest.mark.deep
@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.run is not None])
def test_a_rule_that_looks_at_nothing_fails_its_case_file(code, findings, monkeypatch):
    blind = {rule: replace(rule, run=lambda *_: ()) if rule.code == code else rule for rule in rules().values()}
    monkeypatch.setattr(run, "of", lambda scope: tuple(blind[rule] for rule in of(scope)))
    for section in sections(CASES / f"{rules()[code].name}.md"):
        assert (of_rule(code, findings(section)) == Counter(section.expected)) == (not section.expected), section.title


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_a_case_file_that_shows_its_border(code):
    path = CASES / f"{rules()[code].name}.md"
    assert path.read_text(encoding="utf-8").startswith(f"# {code} {path.stem}\n")
    assert set(re.findall(r"AM\d{3}", path.read_text("utf-8"))) <= set(rules())
    assert sum(len(section.expected) for section in sections(path)) >= 3
    assert sum(section.spared for section in sections(path)) >= 3


def test_every_module_of_a_family_is_in_the_table_or_shared():
    package = Path(argmap.checks.__file__).parent
    files = {path.relative_to(package).with_suffix("") for path in package.glob("*/[!_]*.py")}
    assert {".".join(file.parts) for file in files if file.parts[0] != "engine"} == set(MODULES.values())


def test_the_table_names_every_rule_and_is_in_order():
    assert list(MODULES) == [rule.name for rule in rules().values()]
    assert list(rules()) == sorted(rules())
    assert all(rule.module == f"argmap.checks.{MODULES[rule.name]}" for rule in rules().values())


def test_every_case_file_is_of_a_rule():
    assert {path.stem for path in FILES} == set(by_name())


@pytest.mark.parametrize("code", rules())
def test_every_rule_says_why_it_matters_and_how_to_mend(code):
    docs = import_module(rules()[code].module).__doc__
    first, _, rest = docs.partition("\n\n")
    assert first.endswith(".")
    assert len(first) < 120
    positions = [rest.find(heading) for heading in ("Why it matters: ", "Example", "How to fix: ")]
    assert -1 not in positions
    assert positions == sorted(positions)


@pytest.mark.parametrize("code", rules())
def test_codes_families_and_names_agree(code):
    rule = rules()[code]
    families = {
        "1": "syntax",
        "2": "structure",
        "3": "receipts",
        "4": "references",
        "5": "consistency",
        "6": "comparison",
    }
    assert rule.module == f"argmap.checks.{families[code[2]]}.{rule.name.replace('-', '_')}"
