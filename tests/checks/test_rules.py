"""Every rule finds what its case file marks, and nothing else."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from case import CASES, sections

import argmap.checks
from argmap.actions.check import Choice, check
from argmap.checks.engine.registry import MODULES, by_name, rules
from argmap.workspace.workspace import Workspace

FILES = sorted(CASES.glob("*.md"))
WORKSPACES = [(path.stem, section) for path in FILES for section in sections(path)]


@pytest.fixture
def found(tmp_path, monkeypatch):
    """The function that says where a rule finds something in a section, as (file, line)."""
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)

    def found(code, section, choice=Choice()):  # noqa: B008, it is frozen
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "maps").mkdir(parents=True)
        monkeypatch.chdir(folder)
        Path("argmap.toml").write_text('sources = "sources"\n', encoding="utf-8")
        for file, text in section.files.items():
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
        workspace = Workspace(folder)
        paths = [workspace.settings.maps] if any(Path("maps").iterdir()) else [Path("references.bib")]
        findings = check(workspace, paths, choice).findings
        return Counter((finding.file, finding.span.line) for finding in findings if finding.code == code)

    return found


@pytest.mark.parametrize(("name", "section"), WORKSPACES, ids=[f"{name}-{each.title}" for name, each in WORKSPACES])
def test_a_rule_finds_what_is_marked_and_nothing_else(name, section, found):
    assert found(by_name()[name].code, section) == Counter(section.expected)


@pytest.mark.parametrize("code", rules())
def test_a_disabled_rule_would_be_missed(code, found):
    each = sections(CASES / f"{rules()[code].name}.md")
    without = Choice(ignore=(code,))
    assert any(found(code, section, without) != Counter(section.expected) for section in each)


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
    positions = [rest.find(heading) for heading in ("Why it matters: ", "Example", "How to mend: ")]
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
