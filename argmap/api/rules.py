"""The rules, and what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.model import RuleInfo


class UnknownRuleError(ArgmapError, LookupError):
    """There is no such rule."""


def rules() -> dict[str, RuleInfo]:
    """All rules by code: name, severity, summary, and what the rule finds, why it matters and how it is fixed."""
    from argmap.checks.engine.describe import Catalogue

    return dict(Catalogue().items())


def explain(rule: str) -> RuleInfo:
    """What a rule finds, why it matters and how it is fixed.

    Args:
        rule: Its code or its name, in any case.

    Raises:
        UnknownRuleError: There is none, with the nearest there is.
    """
    from argmap.text.suggest import nearest

    known = {word.lower(): info for info in rules().values() for word in (info.code, info.name)}
    if rule.lower() not in known:
        near = nearest(rule.lower(), known)
        help = f"did you mean {known[near].code} ({known[near].name})?" if near else "'argmap rules' lists them"
        raise UnknownRuleError(f"there is no rule '{rule}'; {help}")
    return known[rule.lower()]


def schema(draft: Literal["2020-12", "7"] = "2020-12") -> dict[str, Any]:
    """The JSON Schema of the map file, in draft ``2020-12`` or ``7``."""
    from argmap.formats.native.grammar.schema import schema as made

    return made(draft)
