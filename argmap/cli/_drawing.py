"""What the commands that draw have in common: how a picture looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from argmap.model import Comparison, Map
    from argmap.render import Look

THEME = "light, dark, auto (as the reader's machine is set), print, or a theme's file."
LANG = "The language of the words on the figure. Default: that of the map."
DPI = "The dots per inch of a PNG."
MOST_WIDE = 100_000.0
LEAST_DPI, MOST_DPI = 10.0, 1200.0


def look(content: Map | Comparison, theme: str, lang: str | None) -> Look:
    """How *content* is to look. Raises WorkspaceError for a theme's file, BadParameter for a name."""
    from argmap.render import ThemeError, UnknownLanguageError, look_of
    from argmap.render.scene.theme import read
    from argmap.workspace import files
    from argmap.workspace.errors import WorkspaceError

    try:
        if not theme.endswith(".toml"):
            return look_of(content, theme, lang)
        text = files.read(Path(theme))
        if text.fault:
            raise WorkspaceError(f"{theme}: {text.fault}")
        try:
            return look_of(content, read(text.text), lang)
        except ThemeError as error:
            raise WorkspaceError(f"{theme}: {error}") from None
    except ThemeError as error:
        raise typer.BadParameter(str(error), param_hint="--theme") from None
    except UnknownLanguageError as error:
        raise typer.BadParameter(str(error), param_hint="--lang") from None


@contextmanager
def painting() -> Iterator[None]:
    """Turns what a painter raises into what a command says: BadParameter for a format, WorkspaceError for the rest."""
    from argmap.render.painters.errors import PaintError
    from argmap.workspace.errors import WorkspaceError

    try:
        yield
    except PaintError as error:
        raise WorkspaceError(str(error)) from None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from None
