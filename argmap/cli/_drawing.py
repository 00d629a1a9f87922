"""What the commands that draw have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

THEME = "light, dark, auto (as the reader's machine is set), print, or a theme's file."
LANG = "The language of the words on the figure. Default: that of the map."
DPI = "The dots per inch of a PNG."
MOST_WIDE = 100_000.0
LEAST_DPI, MOST_DPI = 10.0, 1200.0


@contextmanager
def drawing() -> Iterator[None]:
    """Turns what keeps a picture from being drawn into what a command says: BadParameter where an option is wrong."""
    from argmap.errors import UnknownFormatError
    from argmap.render import ThemeError, UnknownLanguageError
    from argmap.render.painters.errors import PaintError
    from argmap.views import UnknownViewError
    from argmap.workspace.errors import WorkspaceError

    options = {
        UnknownFormatError: "--to",
        ThemeError: "--theme",
        UnknownLanguageError: "--lang",
        UnknownViewError: "--focus, --only or --fold",
    }
    try:
        yield
    except PaintError as error:
        raise WorkspaceError(str(error)) from None
    except tuple(options) as error:
        raise typer.BadParameter(str(error), param_hint=options[type(error)]) from None
