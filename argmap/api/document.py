"""Documents: reading map files, writing them, and changing what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model.shown import Shown

if TYPE_CHECKING:
    from argmap.formats.native import Document as NativeDocument
    from argmap.formats.native.edit.operations import Operation
    from argmap.model import Comparison, Finding, Map
    from argmap.workspace.workspace import Workspace


class DocumentError(ArgmapError):
    """A document that does not hold what is asked of it."""


class Document(Shown):
    """A map or comparison, its text, and the workspace that it was found in.

    Attributes:
        native: The document as the reader of the format gives it, with the place of everything in it.
        workspace: Where its references, sources and other maps are looked for; None for a text by itself.
    """

    def __init__(self, native: NativeDocument, workspace: Workspace | None = None) -> None:
        self.native = native
        self.workspace = workspace

    def __repr__(self) -> str:
        return f"<Document {self.file}>"

    @property
    def file(self) -> str:
        """The name of the file, as findings give it."""
        return self.native.file

    @property
    def text(self) -> str:
        """The text of the file; its lines end with LF."""
        return self.native.text

    @property
    def content(self) -> Map | Comparison | None:
        """What the file holds, without what could not be read; None where nothing could be."""
        return self.native.content

    @property
    def whole(self) -> bool:
        """Whether nothing had to be left out of :attr:`content`."""
        return self.native.whole

    @property
    def checked(self) -> Map | Comparison:
        """The content, if nothing had to be left out of it. Raises WorkspaceError where something had."""
        from argmap.workspace.workspace import loaded

        return loaded(self.native)

    @property
    def map(self) -> Map:
        """The map. Raises DocumentError where the file holds none."""
        from argmap.model import Map

        if not isinstance(self.content, Map):
            raise DocumentError(f"{self.file} does not hold a map that can be read; its findings say why")
        return self.content

    @property
    def comparison(self) -> Comparison:
        """The comparison. Raises DocumentError where the file holds none."""
        from argmap.model import Comparison

        if not isinstance(self.content, Comparison):
            raise DocumentError(f"{self.file} does not hold a comparison that can be read; its findings say why")
        return self.content

    @property
    def findings(self) -> list[Finding]:
        """What the reader of the format found wrong; :func:`argmap.check` says what the rules find."""
        from argmap.checks.engine.run import reader_findings

        return reader_findings(self.native.faults, self.file)


def load(path: str | Path) -> Document:
    """Reads a map or comparison.

    Never raises for what the file says: what is wrong with it is in the findings of the document.

    Args:
        path: The file; or the id of a map or comparison of the workspace that the current folder is in.

    Raises:
        WorkspaceError: There is no such file.
    """
    from argmap.workspace.workspace import opened

    workspace, native = opened(str(path))
    return Document(native, workspace)


def loads(text: str, file: str = "<text>") -> Document:
    """Reads the *text* of a map or comparison, as :func:`load` does; *file* names it in findings."""
    from argmap.formats.native import load as read

    return Document(read(text, file))


def dumps(content: Map | Comparison) -> str:
    """The text of a file that holds *content*, in canonical layout; reading it gives an equal graph."""
    from argmap.formats.native.write.dump import dump

    return dump(content)


def format(text: str) -> str:
    """A map file's *text* in canonical layout, comments kept; JSON stays as it is.

    Raises:
        StyleError: The text has faults, which :func:`loads` lists.
    """
    from argmap.formats.native.style.canonical import style

    return style(text)


def edit(document: Document, operations: Iterable[Operation]) -> Document:
    """Adds, changes, moves and removes what a document holds, as edits to its text; comments and layout stay.

    All operations are carried out, or none. Nothing is written: the text is that of the document that is returned.

    Args:
        document: The document; it stays as it is.
        operations: :class:`Add`, :class:`Change`, :class:`Move` and :class:`Remove`, each made on what the last left.

    Returns:
        The document after them.

    Raises:
        EditError: An operation cannot be carried out, or what it sets is not valid there.
    """
    from argmap.formats.native.edit.apply import edit as carried_out

    return Document(carried_out(document.native, operations), document.workspace)


def documents(workspace: Workspace, paths: Iterable[str | Path] | None = None) -> Iterator[Document]:
    """The maps and comparisons of a workspace, or those in *paths*, which may be folders.

    Raises:
        WorkspaceError: A path is not there.
    """
    for path in workspace.map_files(None if paths is None else map(Path, paths)):
        if path.suffix != ".bib":
            yield Document(workspace.document(path), workspace)
