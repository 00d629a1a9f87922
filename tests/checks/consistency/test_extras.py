"""Rules that need a package: without it they say so once; where no map needs it they do not import it."""

import subprocess
import sys

import pytest
from command import environ

from argmap.checks.engine.rule import ComparisonContext, MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Severity

HEAD = "argmap: 1\nmap: m\nnodes:\n"
KILOMETRES = "{evidence: One., quantities: {of: way, value: 100, unit: km, as_of: 2024}}"
METRES = "{evidence: One., quantities: {of: way, value: 900, unit: km, as_of: 2024}}"
MILES = "{evidence: One., quantities: {of: way, value: 900, unit: miles, as_of: 2024}}"
PART = "{evidence: One., quantities: {of: hill, part_of: way, value: 900, unit: miles, as_of: 2024}}"
FORMULA = "{claim: One., formal: p and not p}"
STEP = "{claim: One., formal: q, supported_by: {premises: a, scheme: deductive}}"


@pytest.fixture
def without(monkeypatch):
    """The function that takes a package away."""
    from argmap.checks.consistency import _units

    def without(package):
        monkeypatch.setitem(sys.modules, package, None)

    for cached in (_units._registry, _units._parsed, _units._turn):
        cached.cache_clear()
    return without


def found(*nodes):
    text = HEAD + "".join(f"  {id}: {node}\n" for id, node in zip("abcdef", nodes, strict=False))
    findings = check_document(load(text, "map.yaml"), MapContext())
    return [each for each in findings if "AM520" <= each.code <= "AM549"]


def test_without_pint_a_note_says_which_figures_were_not_compared(without):
    without("pint")
    (finding,) = found(KILOMETRES, MILES, MILES, MILES)
    assert (finding.code, finding.severity, finding.span.line) == ("AM520", Severity.NOTE, 5)
    assert "'way'" in finding.message
    assert (
        finding.help
        == "give both figures in one unit; comparing these needs the extra 'units': pip install 'argmap[units]'"
    )


def test_without_pint_parts_are_a_note_too(without):
    without("pint")
    (finding,) = found(KILOMETRES, PART)
    assert (finding.code, finding.severity, finding.span.line) == ("AM522", Severity.NOTE, 5)


def test_without_pint_equal_units_are_compared(without):
    without("pint")
    (finding,) = found(KILOMETRES, METRES)
    assert (finding.code, finding.severity) == ("AM520", Severity.WARNING)


def test_without_pint_a_comparison_says_nothing(without):
    without("pint")
    one, two = (
        load(f"argmap: 1\nmap: {id}\nnodes: {{a: {node}}}\n", "m") for id, node in (("a", KILOMETRES), ("b", MILES))
    )
    comparison = load("argmap: 1\ncomparison: c\nmaps: [a, b]\ntopics: {}\n", "c.yaml")
    context = ComparisonContext({"a": one.content, "b": two.content})
    assert not [each for each in check_document(comparison, context) if each.code == "AM526"]


def test_a_question_that_is_not_answered_in_time_is_a_note(monkeypatch):
    monkeypatch.setattr("argmap.checks.consistency._formulas.SECONDS", -1.0)
    one, other = [each for each in found(FORMULA, STEP) if each.code != "AM542"]
    assert [(each.code, each.severity) for each in (one, other)] == [("AM541", Severity.NOTE), ("AM544", Severity.NOTE)]
    assert "not decided" in one.message
    assert "not decided" in other.message


@pytest.mark.parametrize(
    ("nodes", "imported"),
    [
        ([METRES], set()),
        ([KILOMETRES, METRES], set()),
        ([KILOMETRES, MILES], {"pint"}),
        ([FORMULA], {"argmap.logic.formulas.mus", "pysat"}),
    ],
)
def test_what_no_map_needs_is_not_imported(nodes, imported, tmp_path):
    pytest.importorskip("pint", reason="needs the package pint: install argmap[units]")
    (tmp_path / "maps").mkdir()
    text = HEAD + "".join(f"  {id}: {node}\n" for id, node in zip("abc", nodes, strict=False))
    (tmp_path / "maps" / "m.yaml").write_text(text, "utf-8")
    program = """
import sys
sys.argv = ["argmap", "check"]
from argmap.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sorted({"pint", "numpy", "pysat", "argmap.logic.formulas.mus"} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, env=environ()
    )
    assert set(done.stderr.splitlines()[-1].split()) == imported
