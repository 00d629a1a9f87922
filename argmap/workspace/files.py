"""Reading files safely and writing them whole or not at all."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.text.suggest import did_you_mean
from argmap.text.yaml import MOST_BYTES
from argmap.workspace.errors import WorkspaceError

STDIN = "-"
STDIN_NAME = "<stdin>"
MAP_SUFFIXES = (".yaml", ".yml", ".json")
_MAP_KEY = re.compile(r"^(argmap|map|comparison)\s*:|[\"'](argmap|map|comparison)[\"']\s*:", re.MULTILINE)
_SKIPPED = frozenset(("node_modules", "__pycache__", "build", "dist"))


class FileText(NamedTuple):
    """A file as read; *fault* says why it is no text, and *text* is then empty."""

    file: str
    text: str
    fault: str | None = None


def read(path: Path | str) -> FileText:
    """Read a text file, or standard input for ``-``.

    Raises WorkspaceError where there is nothing to read.
    """
    return _decode(*raw(path, MOST_BYTES + 1))


def raw(path: Path | str, most: int) -> tuple[str, bytes]:
    """The name that people are told, and the first *most* bytes, of a file, or of standard input for ``-``.

    Raises WorkspaceError where there is nothing to read.
    """
    if str(path) == STDIN:
        return STDIN_NAME, sys.stdin.buffer.read(most)
    path = Path(path)
    try:
        with path.open("rb") as stream:
            return str(path), stream.read(most)
    except FileNotFoundError:
        near = did_you_mean(path.name, (each.name for each in path.parent.glob("*"))) if path.parent.is_dir() else None
        raise WorkspaceError(f"{path}: no such file" + (f"; {near}" if near else "")) from None
    except IsADirectoryError:
        raise WorkspaceError(f"{path}: a folder, where a file is meant") from None
    except OSError as error:
        raise WorkspaceError(f"{path}: {error.strerror or error}") from None


def _decode(file: str, raw: bytes) -> FileText:
    if len(raw) > MOST_BYTES:
        return FileText(file, "", f"more than {MOST_BYTES // 1024 // 1024} MB")
    if b"\0" in raw:
        return FileText(file, "", "a binary file (it holds NUL bytes)")
    try:
        return FileText(file, raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return FileText(file, "", f"not UTF-8 (byte {error.start + 1} is 0x{raw[error.start]:02x})")


def map_files(paths: Iterable[Path], read: Callable[[Path], FileText]) -> Iterator[Path]:
    """The files of *paths*, and of the folders among them those that look like maps by what *read* gives, sorted."""
    for path in paths:
        if not _is_folder(path):
            yield path
            continue
        for each in sorted(_walk(path)):
            text = read(each)
            if text.fault or not text.text.strip() or _MAP_KEY.search(text.text):
                yield each


def candidates(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of *paths*, and of the folders among them those that may be maps by their names; none is read."""
    for path in paths:
        yield from _walk(path) if _is_folder(path) else (path,)


def _is_folder(path: Path) -> bool:
    return str(path) != STDIN and path.is_dir()


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (Path(root, name) for name in files if name.endswith(MAP_SUFFIXES) and not name.startswith("."))


def write(path: Path, content: str | bytes) -> None:
    """Write *content* to a temporary file beside *path* and rename it, so that *path* is never half-written.

    A link is followed; a device or a pipe is written to. Raises WorkspaceError where that fails; *path* is then as it
    was.
    """
    raw = content if isinstance(content, bytes) else content.encode()
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(raw)
            return
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(raw)
            Path(temporary).chmod(_mode(path))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be written: {error.strerror or error}") from None


def _mode(path: Path) -> int:
    """The permissions that a plain write would leave."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
