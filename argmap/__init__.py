"""argmap: arguments as code, with receipts.

All that it offers is named here, and imported when it is first asked for (PEP 562). `docs/api.md` is its page.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"

_MODULES = {
    "argmap.api.checking": ("Fixed", "check", "fix"),
    "argmap.api.document": ("Document", "documents", "dumps", "edit", "format", "load", "loads"),
    "argmap.api.drawing": ("RenderOptions", "RenderWarning", "render", "render_bytes"),
    "argmap.api.reading": ("compare", "propose", "questions", "schemes", "show", "stats", "view", "weigh"),
    "argmap.api.references": ("cite", "read_bibliography"),
    "argmap.api.rules": ("explain", "rules", "schema"),
    "argmap.api.workspace": ("add_source", "build", "lock_sources", "rename", "verify"),
    "argmap.errors": ("ArgmapError",),
    "argmap.formats.native.edit.operations": ("Add", "Change", "Move", "Remove"),
    "argmap.model": (
        *("Actor", "Anchor", "Citation", "Comparison", "Date", "Edit", "EvidenceKind", "Finding", "Fix", "Map", "Node"),
        *("NodeType", "Qualifier", "Quantity", "Severity", "Span", "Stance", "Step", "StepKind", "Topic", "Verdict"),
        "VerdictKind",
    ),
    "argmap.workspace.workspace": ("Workspace",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

_PACKAGES = frozenset({"compare", "render", "schemes", "weigh"})
"""The functions that bear the name of a package."""

__all__ = [  # noqa: PLE0604, made of the table above
    "__version__",
    *sorted(_HOMES),
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute '{name}'")
    if name in _PACKAGES:
        return import_module(f"argmap.{name}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """A package of ours that bears the name of a function: to call it is to call the function."""

    def __call__(self, *arguments: object, **named: object) -> object:
        name = self.__name__.rpartition(".")[2]
        return getattr(import_module(_HOMES[name]), name)(*arguments, **named)


class _Root(ModuleType):
    """This very module. The import system sets a package as an attribute of it, in the place of the function."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _PACKAGES and isinstance(value, ModuleType):
            value.__class__ = _Package
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Root
