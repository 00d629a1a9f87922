"""The schemes that there are: a file each, its name that of the scheme. Only those that are asked for are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from argmap.schemes.scheme import Scheme, SchemeError, read

FORMS = ("deductive", "modus-ponens", "modus-tollens", "disjunctive-syllogism", "hypothetical-syllogism")
"""Names for what follows by its form alone. They have no critical questions: only their premises are in question."""

_FOLDER = Path(__file__).with_name("data")


@cache
def names() -> Sequence[str]:
    """The names of the schemes, in the order of the alphabet."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


def is_deductive(name: str | None) -> bool:
    """Whether a step of the scheme *name* claims that its premises leave no way out."""
    known = None if name is None else scheme(name)
    return name in FORMS or (known is not None and known.deductive)


@cache
def scheme(name: str) -> Scheme | None:
    """The scheme *name*, None where there is none.

    Raises:
        SchemeError: Its file is not that of a scheme; a test holds that all are.
    """
    if name not in names():
        return None
    try:
        return read(name, (_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    except SchemeError as error:
        raise SchemeError(f"{name}.toml: {error}") from None
