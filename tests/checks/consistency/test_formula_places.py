"""A formula that cannot be read is found at the letter where reading stopped."""

import pytest
from marked import HEAD, unmarked

from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load


@pytest.mark.parametrize(
    "node",
    [
        "{claim: x, formal: troops‹-›leave}",
        "{claim: é, formal: a ‹&› b}",
        '{claim: x, formal: "a ‹&› b"}',
        "{claim: x, formal: 'a ‹a›nd_b'}",
        "{claim: x, formal: (a ‹b›)}",
        "{claim: x, formal: a ‹a›nd}",
        "{claim: x, formal: ‹''›}",
        "\n    claim: x\n    formal: a -> ‹B›ut\n",
        "{claim: x, formal: ‹'it''s'›}",
        '{claim: x, formal: ‹"\\u0061 &"›}',
        "{claim: x, formal: " + "a " * 1000 + "‹b›}",
    ],
)
def test_the_letter_is_pointed_at(node):
    text, spans = unmarked(f"{HEAD}nodes:\n  a: {node}\n")
    found = [each.span for each in check_document(load(text, "map.yaml"), MapContext()) if each.code == "AM540"]
    assert found == spans


def test_a_formula_of_several_lines_is_found_where_it_begins():
    text = f"{HEAD}nodes:\n  a:\n    claim: x\n    formal: >\n      a and\n      b & c\n"
    (found,) = [each.span for each in check_document(load(text, "map.yaml"), MapContext()) if each.code == "AM540"]
    assert found.line == 6
