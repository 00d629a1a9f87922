"""What stands for texts and for the program itself, to tell whether anything has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import argmap


def digest(texts: Iterable[str]) -> str:
    """A digest of *texts*, in which their borders count."""
    found = hashlib.sha256()
    for text in texts:
        raw = text.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.hexdigest()


@cache
def program() -> str:
    """What stands for this version of the program: a change of its code or schemes makes everything out of date.

    So does the arrival of a package without which a rule could not look.
    """
    root = Path(argmap.__file__).parent
    # Rules look at the schemes too, which are data.
    files = sorted([*root.rglob("*.py"), *root.joinpath("schemes").rglob("*.toml")])
    stats = ((path, path.stat()) for path in files)
    stamps = (f"{path.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats)
    pint = "with pint" if find_spec("pint") else "without pint"
    return digest([argmap.__version__, pint, *stamps])
