"""The folder in which layouts of pictures are kept from run to run."""

from __future__ import annotations

from pathlib import Path

from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import Settings

_MOST_LAYOUTS = 200
_MOST_BYTES = 1_000_000  # of one of them; that of the largest map that Graphviz lays out is a tenth of it


class LayoutFiles:
    """Layouts by what they depend on, each in a file of its own; what cannot be read or written is not there.

    It is a ``LayoutStore`` for :func:`argmap.render.layout.place.lay_out`, which checks what it gets.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """The layout under this key, if there is one."""
        file = self._file(key)
        try:
            if not file.is_file():
                return None
            with file.open("rb") as stream:
                raw = stream.read(_MOST_BYTES + 1)
            return raw.decode() if len(raw) <= _MOST_BYTES else None
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, text: str) -> None:
        """Keep a layout, and forget the oldest where there are many."""
        try:
            ignored = self._folder.parent / ".gitignore"
            if not ignored.is_file():
                files.write(ignored, "*\n")
            files.write(self._file(key), text)
            kept = sorted(self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
            for file in kept[:-_MOST_LAYOUTS]:
                file.unlink(missing_ok=True)
        except (OSError, WorkspaceError):
            return  # pictures only take longer without it

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def layouts(settings: Settings) -> LayoutFiles | None:
    """The layouts that a workspace keeps; None outside one, where nobody expects a folder to appear."""
    return LayoutFiles(settings.cache.with_name("layouts")) if settings.cache else None
