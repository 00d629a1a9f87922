"""The table of keys: it is whole, agrees with what validates, and is the only one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from strategies import comparisons, maps

import argmap
from argmap.formats.native import load
from argmap.formats.native.grammar import keys, shape
from argmap.formats.native.style.canonical import style
from argmap.formats.native.write.dump import dump
from argmap.model import Actor, Anchor, Citation, Date
from argmap.model.step import StepKind

PACKAGE = Path(argmap.__file__).parent
SHAPES = {
    "a map or comparison": (keys.TOP, (shape.MapShape, shape.ComparisonShape)),
    "a node": (keys.NODE, (shape.NodeShape,)),
    "a step": (keys.STEP, (shape.NestedStep, shape.TopStep)),
    "an actor": (keys.TOP.get("actors").table.keys[0].table, (Actor,)),
    "a topic": (keys.TOP.get("topics").table.keys[0].table, (shape.TopicShape,)),
    "a verdict": (keys.TOP.get("topics").table.keys[0].table.get("verdict").table, (shape.VerdictShape,)),
    "a quantity": (keys.NODE.get("quantities").table, (shape.QuantityShape,)),
    "an anchor": (keys.NODE.get("at").table, (Anchor,)),
    "a citation": (keys.NODE.get("cite").table, (Citation,)),
    "a date": (keys.NODE.get("said").table, (Date,)),
}


@pytest.mark.parametrize("what", SHAPES)
def test_the_table_has_the_keys_that_validation_knows(what):
    table, shapes = SHAPES[what]
    known = {field.alias or name for each in shapes for name, field in each.model_fields.items() if name != "extra"}
    assert set(table.order) == known
    assert len(table.order) == len(table.keys)


def test_every_kind_of_step_has_its_key():
    assert set(keys.STEP_KEYS) == {kind.value for kind in StepKind}
    nestable = set(StepKind) - {StepKind.CONTRADICT, StepKind.PREFER}
    assert set(keys.NESTED.values()) == nestable
    assert set(keys.NESTED) <= {field for each in (shape.NodeShape, shape.NestedStep) for field in each.model_fields}


def test_the_mappings_of_a_file_that_hold_steps_are_steps():
    for key in keys.KEYS:
        assert (key.table is keys.STEP) is (key.layout is keys.Layout.STEPS or key.name == "steps")


# What the graph and the validating classes are is told by their own fields; the words of fields are no list of keys.
MEANINGS = {"formats/native/grammar/keys.py", "formats/native/grammar/shape.py", "model/references.py"}
KNOWN = {key.name for key in keys.KEYS if key.name}


def listed(path: Path):
    """The literal collections of three and more texts, all of which are keys of nodes or steps."""
    specific = {key.name for table in (keys.NODE, keys.STEP) for key in table.keys} - set(keys.TYPE_KEYS)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        words = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict)) and len(words) > 2 and set(words) <= specific:
            yield node.lineno, words


def test_no_other_module_lists_keys():
    formats = sorted((PACKAGE / "formats").rglob("*.py"))
    model = sorted((PACKAGE / "model").rglob("*.py"))
    checks = sorted((PACKAGE / "checks").rglob("*.py"))
    found = [
        (path.relative_to(PACKAGE).as_posix(), *each)
        for path in (*formats, *model, *checks)
        if path.relative_to(PACKAGE).as_posix() not in MEANINGS
        for each in listed(path)
    ]
    assert found == []


@given(maps() | comparisons())
def test_what_is_dumped_is_in_canonical_style(content):
    text = dump(content)
    document = load(text, "m.yaml")
    if not document.faults:
        assert document.content == content
        assert style(text) == text
