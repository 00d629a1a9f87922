"""Units of figures: which are the same, and how one is turned into another.

What an own small table settles takes no library. Currencies, people and other things that are counted are words: a
figure in one is compared with figures in the same word alone.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.checks.consistency._amounts import Interval
from argmap.extras import extra, remedy

if TYPE_CHECKING:
    from collections.abc import Callable

REMEDY = f"give both figures in one unit; {remedy('units', 'comparing these')}"
_RATIOS = {
    **dict.fromkeys(("share", "fraction", "proportion"), Fraction(1)),
    **dict.fromkeys(("percent", "per cent", "%", "pct"), Fraction(1, 100)),
    **dict.fromkeys(("permille", "per mille", "per mill", "‰"), Fraction(1, 1000)),
}
_SCALES = {
    "hundred": Fraction(10**2),
    "thousand": Fraction(10**3),
    "million": Fraction(10**6),
    "billion": Fraction(10**9),
    "trillion": Fraction(10**12),
}
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life"}
# What one word means in several sizes, or in several trades.
_AMBIGUOUS = {"ton", "gallon", "barrel", "pint", "quart", "cup", "ounce", "pound", "dollar", "mark", "crown", "degree"}
# Bounded: what pint reads is a formula, and its powers are powers.
_FOR_PINT = re.compile(r"[A-Za-zµ°][A-Za-zµ°_ /]{0,39}(?:\^?[23])?")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Unit(NamedTuple):
    """*factor* times what *word* names; the word of a part of a whole is empty."""

    factor: Fraction
    word: str

    @property
    def is_ratio(self) -> bool:
        """Whether it measures a part of a whole."""
        return not self.word


@cache
def unit(written: str | None) -> Unit | None:
    """The unit that *written* names; None where there is none, so that nothing is known of the figure."""
    words = (written or "").split()
    if not words:
        return None
    ratio = _RATIOS.get(" ".join(words).casefold())
    if ratio is not None:
        return Unit(ratio, "")
    factor = Fraction(1)
    while words and (scale := _SCALES.get(words[0].casefold().removesuffix("s"))) is not None:
        factor *= scale
        words = words[2:] if words[1:2] == ["of"] else words[1:]
    return Unit(factor, " ".join(words) or "(number)")


def into(one: Unit, other: Unit) -> Callable[[Interval], Interval] | None:
    """What turns an interval in *one* into one in *other*; None where the two measure different things.

    Raises MissingExtraError where only pint could say, and is not installed.
    """
    if _same(one.word, other.word):
        factor = one.factor / other.factor
        return lambda interval: interval.times(factor)
    if not (_is_physical(one.word) and _is_physical(other.word)):
        return None
    # Offset scales, as those of temperature, are why the ends are turned and not multiplied.
    turn = _turn(one.word, other.word)
    if turn is None:
        return None

    def convert(interval: Interval) -> Interval:
        # What is lost in floating point must not set apart what touches.
        ends = [None if end is None else turn(end * one.factor) / other.factor for end in interval[:2]]
        low, high = ends
        slack = max((abs(end) for end in ends if end is not None), default=Fraction(0)) / 10**9
        return Interval(None if low is None else low - slack, None if high is None else high + slack)

    return convert


def _same(one: str, other: str) -> bool:
    """Whether two words are equal, or one is the plural of the other."""
    short, long = sorted((_regular(one), _regular(other)), key=len)
    return long in (short, f"{short}s", f"{short}es") or (short[-1:] == "y" and long == f"{short[:-1]}ies")


def _regular(words: str) -> str:
    # `mW` is not `MW`.
    *before, last = (words if len(words) < 4 else words.casefold()).split(" ")
    return " ".join((*before, _IRREGULAR.get(last, last)))


def _is_physical(word: str) -> bool:
    known = _FOR_PINT.fullmatch(word) and not _CURRENCY.fullmatch(word)
    return bool(known) and _AMBIGUOUS.isdisjoint(part.removesuffix("s") for part in word.casefold().split())


@cache
def _registry() -> Any:
    return extra("units", "pint", "comparing units").UnitRegistry()


@cache
def _parsed(word: str) -> Any:
    """The unit of pint's that *word* names, None for none."""
    registry = _registry()
    try:
        return registry.parse_units(word)
    except Exception:  # what pint raises for a text that is no unit is of many kinds
        return None


@cache
def _turn(one: str, other: str) -> Callable[[Fraction], Fraction] | None:
    source, target = _parsed(one), _parsed(other)
    if source is None or target is None or source.dimensionality != target.dimensionality or source.dimensionless:
        return None
    registry = _registry()

    def turn(value: Fraction) -> Fraction:
        return Fraction(float(registry.Quantity(float(value), source).to(target).magnitude))

    return turn
