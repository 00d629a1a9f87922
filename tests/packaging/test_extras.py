"""What takes an extra says in one wording which, where its packages are not installed."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from command import CITY, small_workspace
from needs import REPOSITORY

from argmap.cli import run

EXTRAS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
FOR_DEVELOPERS = {"dev"}
HEBREW = CITY.replace("Charge drivers", "שלום")
ONE = "{evidence: One., quantities: {of: way, value: 100, unit: km, as_of: 2024}}"
OTHER = "{evidence: Two., quantities: {of: way, value: 900, unit: miles, as_of: 2024}}"
UNITS = f"argmap: 1\nmap: units\nthesis: a\nnodes:\n  a: {ONE}\n  b: {OTHER}\n"

# An extra, a module that it brings, what needs it, and a command that does.
NEEDS = [
    ("pdf", "fpdf", "PDF", "render city -o city.pdf"),
    ("pdf", "uharfbuzz", "PDF", "render hebrew.yaml -o city.pdf"),
    ("png", "resvg_py", "PNG", "render city -o city.png"),
    ("png", "fontTools.ttLib", "PNG", "render hebrew.yaml -o city.png"),
    ("propose", "rapidfuzz", "proposing a comparison", "compare city chamber"),
    ("sources", "lxml.etree", "reading HTML", "sources add city page.html"),
    ("sources", "markdown_it", "reading Markdown", "sources add city page.md"),
    ("sources", "pypdf", "reading PDF", "sources add city page.pdf"),
]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_workspace(tmp_path / "work")
    (folder / "hebrew.yaml").write_text(HEBREW, encoding="utf-8")
    (folder / "units.yaml").write_text(UNITS, encoding="utf-8")
    for ending in ("html", "md", "pdf"):
        (folder / f"page.{ending}").write_text("Text", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def called(command: str, monkeypatch: pytest.MonkeyPatch) -> object:
    """The exit code of a command that is run in this process."""
    monkeypatch.setattr(sys, "argv", ["argmap", *command.split()])
    with pytest.raises(SystemExit) as end:
        run()
    return end.value.code


@pytest.mark.parametrize(
    ("name", "module", "purpose", "command"), NEEDS, ids=[f"{need[0]}-{need[1]}" for need in NEEDS]
)
def test_a_missing_extra_is_told_in_one_wording(name, module, purpose, command, workspace, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, module, None)
    before = sorted(workspace.rglob("*"))
    code = called(command, monkeypatch)
    assert capsys.readouterr() == ("", f"argmap: {purpose} needs the extra '{name}': pip install 'argmap[{name}]'\n")
    assert code == 2
    assert [path for path in sorted(workspace.rglob("*")) if ".argmap_cache" not in str(path)] == before


def test_a_check_without_units_goes_on_and_says_so_in_the_same_wording(workspace, monkeypatch, capsys):
    from argmap.checks.consistency import _units

    for cached in (_units._registry, _units._parsed, _units._turn):
        cached.cache_clear()
    monkeypatch.setitem(sys.modules, "pint", None)
    code = called("check units.yaml --no-cache --select AM520", monkeypatch)
    assert "needs the extra 'units': pip install 'argmap[units]'" in capsys.readouterr().out
    assert code == 0


def test_what_takes_no_extra_is_done_without_any(workspace, monkeypatch, capsys):
    for _, module, _, _ in NEEDS:
        monkeypatch.setitem(sys.modules, module, None)
    assert called("compare two", monkeypatch) == 0
    assert "Fairness" in capsys.readouterr().out
    assert called("solve --problems", monkeypatch) == 0


def test_every_extra_for_users_is_tried_here_and_in_all():
    tried = {name for name, *_ in NEEDS} | {"networkx", "units"}
    assert tried == EXTRAS.keys() - FOR_DEVELOPERS - {"all"}
    (whole,) = EXTRAS["all"]
    assert whole == f"argmap[{','.join(sorted(tried))}]"
