"""How findings are said.

A reporter is a module of this package with a function ``report`` from a :class:`~argmap.reporters.report.Report` to
text that ends with a newline, or to nothing; it is found by its name: ``--output-format sarif`` is ``sarif.py``. The
same report gives the same text on every machine. What reporters share stands in ``report.py`` and in the modules with
an underscore.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from argmap.text.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.reporters.report import Report


def names() -> tuple[str, ...]:
    """The names of the reporters."""
    modules = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name for name in modules if name != "report" and not name.startswith("_")))


def reporter(name: str) -> Callable[[Report], str]:
    """The reporter of that name; no other is imported.

    Raises:
        ValueError: There is no such reporter.
    """
    known = names()
    if name not in known:
        near = did_you_mean(name, known)
        choices = f"choose one of {', '.join(known)}"
        raise ValueError(f"there is no output format '{name}'; {f'{near} ' if near else ''}{choices}")
    report: Callable[[Report], str] = import_module(f"{__name__}.{name}").report
    return report
