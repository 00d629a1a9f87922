"""Files that are to be written anew: their marks and line ends are kept, and what changes is shown as a diff."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace

_BOM = "\ufeff"


class Rewrite(NamedTuple):
    """A file and its text, as it is and as it shall be; *crlf* and *bom* are how it is stored."""

    path: Path
    file: str
    before: str
    after: str
    crlf: bool = False
    bom: bool = False

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after

    def write(self) -> None:
        """Write the file, whole or not at all. Raises WorkspaceError where that fails."""
        text = self.after.replace("\n", "\r\n") if self.crlf else self.after
        files.write(self.path, f"{_BOM if self.bom else ''}{text}")

    def diff(self) -> str:
        """The change as a unified diff."""
        from difflib import unified_diff

        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        diff = unified_diff(before, after, fromfile=self.file, tofile=self.file)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff)


def opened(workspace: Workspace, path: Path) -> Rewrite:
    """The file as it is, with nothing to write yet; lines end with LF in it, unless they do not all end alike.

    Raises WorkspaceError for a file that cannot be read, or is no text.
    """
    text = workspace.text(path)
    if text.fault:
        raise WorkspaceError(f"{text.file}: the file is not text: {text.fault}")
    if str(path) == files.STDIN:
        return Rewrite(path, text.file, text.text, text.text)
    try:
        exact = path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        raise WorkspaceError(f"{path}: it changed while it was read; try again") from None
    plain = exact.removeprefix(_BOM)
    crlf = plain.count("\n") == plain.count("\r\n") > 0
    shown = plain.replace("\r\n", "\n") if crlf else plain
    return Rewrite(path, text.file, shown, shown, crlf, bom=plain != exact)
