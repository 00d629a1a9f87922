"""What figures allow, and when two of them exclude each other."""

import pytest
from hypothesis import given
from strategies import quantities

from argmap.checks.consistency._amounts import apart
from argmap.checks.consistency._figures import Readings, reading
from argmap.checks.consistency._record import DatedFigure
from argmap.model import Node, NodeType, Quantity

NODE = Node(id="n", type=NodeType.CLAIM, text="x")


def measured(value, unit=None, bound=None):
    value = value if isinstance(value, tuple) else (value,)
    return reading(DatedFigure(NODE, 0, Quantity(of="x", value=value, unit=unit, bound=bound)))


def exclude(one, other):
    return bool(list(Readings([one]).rivals(other)))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((3,), (4,), True),
        ((3,), (3.4,), False),
        ((3,), (3.5,), False),
        ((3.6,), (3.5,), True),
        ((10,), (12,), True),
        ((100,), (104,), False),
        ((100,), (106,), True),
        ((6000000,), (6123456,), False),
        ((6000000,), (6500000,), True),
        (("1.50",), (1.52,), True),
        ((1.5,), (1.52,), False),
        ((0,), (0.3,), False),
        ((0, "share"), (30, "percent"), True),
        ((0, "share"), (0, "percent"), False),
        ((1, "share"), ("3/4", "share"), True),
        (("1/3", "share"), (0.33, "share"), False),
        (("1/3",), (0.4,), True),
        ((100, None, "about"), (110,), False),
        ((100, None, "about"), (116,), True),
        ((100, None, "about"), (91, None, "at-most"), False),
        ((100, None, "nearly"), (93,), False),
        ((100, None, "nearly"), (85,), True),
        ((100, None, "nearly"), (110,), True),
        ((-20, None, "nearly"), (-19,), False),
        ((-20, None, "nearly"), (-23,), True),
        ((0, None, "nearly"), (0,), False),
        ((100, None, "at-least"), (100, None, "at-most"), False),
        ((100, None, "more-than"), (100, None, "at-most"), True),
        ((100, None, "at-least"), (100, None, "less-than"), True),
        ((100, None, "more-than"), (10**20,), False),
        ((-100, None, "at-least"), (-200,), False),
        (((10, 12),), (11,), False),
        (((12, 10),), (11,), False),
        (((10, 12),), (13,), True),
        (((10, 12), None, "at-least"), (13,), False),
        (((10, 12), None, "at-most"), (13,), True),
        (((10, 12), None, "about"), (13,), False),
        ((33, "percent"), (330, "per mille"), False),
        ((33, "percent"), (33, "%"), False),
        ((33, "percent"), (33, "percentage points"), False),
        ((1, "million"), (1000000, "(number)"), False),
        ((2, "million persons"), (1000, "thousand people"), True),
        ((2, "millions of persons"), (2000000, "person"), False),
        ((1, "bus"), (9, "buses"), True),
        ((1, "city"), (9, "cities"), True),
        ((1, "MW"), (9, "mW"), True),
        ((9, "hours"), (9, "minutes"), True),
        ((1, "hour"), (60, "minutes"), False),
        ((1, "square kilometers"), (100, "hectares"), False),
        ((1, "hour"), (9, "km"), False),
        ((1, "radian"), (9, "percent"), False),
        ((1, "ton"), (9, "kg"), False),
        ((1, "USD"), (9, "EUR"), False),
        ((1, "attacks"), (9, "strikes"), False),
        ((1, "km"), (9,), False),
        ((1, "km^2"), (9, "km**999999999"), False),
    ],
)
def test_figures_exclude_each_other_or_do_not(one, other, apart):
    pytest.importorskip("pint", reason="needs the package pint: install argmap[units]")
    one, other = measured(*one), measured(*other)
    assert exclude(one, other) is exclude(other, one) is apart


@given(quantities)
def test_no_figure_excludes_itself(quantity):
    one = reading(DatedFigure(NODE, 0, quantity))
    assert not apart(one.interval, one.interval)
    assert not exclude(one, one)


@given(quantities, quantities)
def test_any_two_figures_are_compared_alike_both_ways(one, other):
    one, other = (reading(DatedFigure(NODE, 0, each)) for each in (one, other))
    assert apart(one.interval, other.interval) is apart(other.interval, one.interval)


def test_of_many_figures_one_that_excludes_another_is_found():
    held = Readings([measured((low, low + 50)) for low in range(100, 140)])
    assert [each.figure.quantity.value for each in held.rivals(measured(120))] == [(139, 189)]
    assert list(held.rivals(measured(145))) == []
    # 150 is rounded to tens, so that what ends there may be a little more than what ends at 151.
    assert [each.figure.quantity.value for each in held.rivals(measured(171))] == [(100, 150), (101, 151)]
