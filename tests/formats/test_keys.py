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


KNOWN = {key.name for key in keys.KEYS if key.name}
GRAMMAR = PACKAGE / "formats/native/grammar"
# Folders that know the graph, of which they give reports with keys of their own, drawings, or other formats.
APART = {"api", "citations", "bibliography", "cli", "logic", "render", "reporters", "schemes", "weigh", "writers"}
# The graph's own fields, where they are told apart by what they name, and the fields of an anchor.
MEANINGS = {"model/references.py", "checks/receipts/anchor_not_found.py"}


def listed(path: Path):
    """The literal collections with three and more keys in them; what holds more than texts is a place in a graph."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict)):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            words = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            is_place = isinstance(node, ast.Tuple) and len(words) < len(items)
            if not is_place and len(KNOWN.intersection(words)) > 2:
                yield node.lineno, words


def test_no_module_but_the_grammar_lists_keys():
    lists = [
        (path.relative_to(PACKAGE).as_posix(), *collection)
        for path in sorted(PACKAGE.rglob("*.py"))
        if not path.is_relative_to(GRAMMAR) and path.relative_to(PACKAGE).parts[0] not in APART
        for collection in listed(path)
        if path.relative_to(PACKAGE).as_posix() not in MEANINGS
    ]
    assert lists == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("x = ('by', 'cite', 'at')", 1),
        ("x = {'claim': 1, 'by': 2, 'note': 3}", 1),
        ("x = frozenset(['thesis', 'maps', 'zebra', 'topics'])", 1),
        ("x = {'role', 'name'}", 0),
        ("place = ('nodes', id, 'cite', index, 'key')", 0),
    ],
)
def test_a_list_of_keys_is_told_from_a_place(tmp_path, source, count):
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert len(list(listed(module))) == count


@given(maps() | comparisons())
def test_what_is_dumped_is_in_canonical_style(content):
    text = dump(content)
    document = load(text, "m.yaml")
    if not document.faults:
        assert document.content == content
        assert style(text) == text
