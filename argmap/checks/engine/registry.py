"""All rules, found by looking at the modules of this package."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import argmap.checks
from argmap.checks.engine.rule import Rule, Scope


@cache
def rules() -> dict[str, Rule]:
    """The rules by code, in the order of their codes."""
    found: dict[str, Rule] = {}
    for family in pkgutil.iter_modules(argmap.checks.__path__, "argmap.checks."):
        if not family.ispkg:
            continue
        package = importlib.import_module(family.name)
        for module in pkgutil.iter_modules(package.__path__, f"{family.name}."):
            if "._" in module.name:
                continue  # what rules share, and import where they need it
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Rule):
                    if value.code in found:
                        raise RuntimeError(f"{value.module} and {found[value.code].module} are both {value.code}")
                    found[value.code] = value
    return dict(sorted(found.items()))


@cache
def by_name() -> dict[str, Rule]:
    """The rules by name."""
    return {rule.name: rule for rule in rules().values()}


@cache
def of(scope: Scope) -> tuple[Rule, ...]:
    """The rules about *scope*."""
    return tuple(rule for rule in rules().values() if rule.scope is scope)
