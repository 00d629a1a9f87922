"""Which rules run: selectors by code, prefix of a code, name, or ``ALL``."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.checks.engine.registry import by_name, rules
from argmap.errors import ArgmapError
from argmap.text.suggest import did_you_mean

ALL = "ALL"
_EXACT = 100  # more than any prefix has letters


class UnknownSelectorError(ArgmapError, ValueError):
    """A selector that means no rule; its text says which, and what may have been meant."""


def matching(selector: str) -> frozenset[str]:
    """The codes that *selector* means: ``AM201``, ``AM2``, ``unknown-node`` or ``ALL``.

    Raises UnknownSelectorError where it means none.
    """
    codes = _codes(selector)
    if not codes:
        near = next((f"did you mean '{each}'?" for each in (selector.upper(), selector.lower()) if _codes(each)), None)
        help = near or did_you_mean(selector, [*rules(), *by_name(), ALL]) or "'argmap rules' lists them all"
        raise UnknownSelectorError(f"no rule is called '{selector}'; {help}")
    return codes


def _codes(selector: str) -> frozenset[str]:
    if selector == ALL:
        return frozenset(rules())
    if selector in by_name():
        return frozenset({by_name()[selector].code})
    return frozenset(code for code in rules() if selector and code.startswith(selector))


def selected(select: Iterable[str], ignore: Iterable[str] = (), extend: Iterable[str] = ()) -> frozenset[str]:
    """The codes of the rules to run.

    What says more wins: a code or name over a longer prefix over a shorter one over ``ALL``, whichever of the three
    lists it stands in; of equals, *ignore* wins. Raises UnknownSelectorError.
    """
    verdicts: dict[str, tuple[int, bool]] = {}
    for selectors, wanted in (((*select, *extend), True), (ignore, False)):
        for selector in selectors:
            codes = matching(selector)
            rank = 0 if selector == ALL else _EXACT if len(codes) == 1 else len(selector)
            for code in codes:
                # What is ignored comes last, and so wins among equals.
                if rank >= verdicts.get(code, (0, wanted))[0]:
                    verdicts[code] = (rank, wanted)
    return frozenset(code for code, (_, wanted) in verdicts.items() if wanted)
