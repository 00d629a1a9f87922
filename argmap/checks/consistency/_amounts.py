"""What numbers a figure allows, as it is written and hedged."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from argmap.model import Bound, Quantity
from argmap.model.quantity import Amount

# Round numbers go in steps of a tenth or so of themselves, and "about" rounds to the nearest: half a step. As much
# again is granted, because a false alarm costs more than silence.
ABOUT = Fraction(1, 10)
# A number is rounded to its last digit that is not zero, and a fraction ("a third") is a rounded number too; but of
# "100" nobody means "somewhere from 50 to 150".
ROUNDED = Fraction(1, 20)


class Interval(NamedTuple):
    """The numbers from *low* to *high*, None for no limit; whether these two themselves are out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def times(self, factor: Fraction) -> Interval:
        """The interval in a unit that goes *factor* (above 0) times into the old one."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return self._replace(low=low, high=high)


def interval(quantity: Quantity, is_share: bool = False) -> Interval:
    """What *quantity* allows, in its own unit; with *is_share* that is a part of one, so that no whole is rounded.

    A bound on a negative number says nothing: a fall "by at least a fifth" is one to less than that.
    """
    amounts = sorted(quantity.value, key=_exact)
    least, most = _exact(amounts[0]), _exact(amounts[-1])
    bound = quantity.bound
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN):
        if least < 0:
            return Interval(None, None)
        if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
            return Interval(least, None, low_open=bound is Bound.MORE_THAN)
        return Interval(None, most, high_open=bound is Bound.LESS_THAN)
    below, above = _slack(amounts[0], is_share), _slack(amounts[-1], is_share)
    if bound is Bound.ABOUT:
        return Interval(least - max(below, abs(least) * ABOUT), most + max(above, abs(most) * ABOUT))
    if bound is Bound.NEARLY and most != 0:
        # It falls short of the number, on the side of zero.
        if most > 0:
            return Interval(least - max(below, abs(least) * ABOUT), most, high_open=True)
        return Interval(least, most + max(above, abs(most) * ABOUT), low_open=True)
    return Interval(least - below, most + above, high_open=above > 0)


def below(one: Interval, other: Interval) -> bool:
    """Whether all of *one* is less than all of *other*."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def apart(one: Interval, other: Interval) -> bool:
    """Whether no number is in both."""
    return below(one, other) or below(other, one)


def _exact(amount: Amount) -> Fraction:
    return Fraction(amount) if isinstance(amount, (int, str)) else Fraction(repr(amount))


def _slack(amount: Amount, is_share: bool) -> Fraction:
    """How far from *amount* lies what may be rounded to it."""
    most = abs(_exact(amount)) * ROUNDED
    if isinstance(amount, str) and "/" in amount:
        return most
    _, digits, exponent = Decimal(repr(amount) if isinstance(amount, float) else amount).as_tuple()
    if not any(digits):
        return Fraction(0) if is_share else Fraction(1, 2)
    place = int(exponent)
    if not (isinstance(amount, str) and place < 0):  # `1.50` as it is written says the last zero too
        place += next(zeros for zeros, digit in enumerate(reversed(digits)) if digit)
    least = Fraction(1, 2) if isinstance(amount, int) and not is_share else Fraction(0)
    return max(least, min(Fraction(10) ** place / 2, most))
