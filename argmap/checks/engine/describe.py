"""Rules as they are told: what `argmap explain`, `argmap rules` and the reporters say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc

from argmap.checks.engine.rule import Rule
from argmap.model import RuleInfo


@cache
def describe(rule: Rule) -> RuleInfo:
    """What the docstring of its module says of *rule*, as Markdown; its first paragraph is the summary."""
    text = cleandoc(import_module(rule.module).__doc__ or "").replace("::\n", ":\n")
    summary = text.partition("\n\n")[0].replace("\n", " ")
    return RuleInfo(rule.code, rule.name, rule.severity, summary, text)


class Catalogue(Mapping[str, RuleInfo]):
    """All rules by code, looked for when one is asked for: a report that tells nothing of them imports none."""

    def __getitem__(self, code: str) -> RuleInfo:
        return describe(_rules()[code])

    def __iter__(self) -> Iterator[str]:
        return iter(_rules())

    def __len__(self) -> int:
        return len(_rules())


def _rules() -> Mapping[str, Rule]:
    from argmap.checks.engine.registry import rules

    return rules()
