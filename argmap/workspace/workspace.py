"""The files of a workspace, each read and loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.formats.native import Document, load
from argmap.model import Comparison, Map, Span
from argmap.sources import SourceText
from argmap.text.suggest import did_you_mean
from argmap.text.yaml import Fault
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import Settings, find

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography


class Workspace:
    """Maps, comparisons, the bibliography and the sources that belong together, found from *start*."""

    def __init__(self, start: Path) -> None:
        self.start = start
        self.settings: Settings = find(start)
        self._documents: dict[str, Document] = {}
        self._bibliography: Bibliography | None = None
        self._sources: dict[str, SourceText | None] = {}

    def shown(self, path: Path) -> str:
        """*path* as people are told it: from the folder they are in, if it is below that."""
        try:
            return str(path.absolute().relative_to(Path.cwd()))
        except ValueError:
            return str(path)

    def document(self, path: Path | str) -> Document:
        """The loaded file, or standard input for ``-``. Raises WorkspaceError where there is no such file."""
        name = str(path) if str(path) == files.STDIN else self.shown(Path(path))
        if name not in self._documents:
            text = files.read(name)
            if text.fault:
                fault = Fault("unreadable", f"the file is no text: {text.fault}", Span(1, 1, 1, 1), "save it as UTF-8")
                self._documents[name] = Document(text.file, "", None, False, (fault,), None, {})
            else:
                self._documents[name] = load(text.text, text.file)
        return self._documents[name]

    def map_files(self) -> list[Path]:
        """The map files of the workspace."""
        return list(files.map_files([self.settings.maps])) if self.settings.maps.is_dir() else []

    def maps(self, beside: Path | None = None) -> Mapping[str, Map]:
        """The maps by id: the workspace's, those loaded already, and those in the folder of the file *beside*."""
        paths = self.map_files()
        if beside is not None and beside.parent.is_dir():
            paths += files.map_files([beside.parent])
        for path in paths:
            self.document(path)
        contents = (document.content for document in self._documents.values())
        return {content.id: content for content in contents if isinstance(content, Map)}

    def compared(self, comparison: Comparison, document: Document) -> dict[str, Map]:
        """The maps that a comparison compares, those of them that are there, in its order."""
        beside = None if document.file == files.STDIN_NAME else Path(document.file)
        maps = self.maps(beside)
        return {id: maps[id] for id in comparison.maps if id in maps}

    def find(self, name: str) -> Document:
        """The map or comparison that *name* means: a path, ``-``, or an id. Raises WorkspaceError if there is none."""
        path = Path(name)
        if name == files.STDIN or _is_there(path):
            return self.document(name)
        if path.suffix or len(path.parts) > 1:
            raise WorkspaceError(f"{name}: no such file")
        documents = [self.document(each) for each in self.map_files()]
        by_id = {document.content.id: document for document in documents if document.content is not None}
        if name in by_id:
            return by_id[name]
        help = did_you_mean(name, by_id) or f"looked into {self.shown(self.settings.maps)}"
        raise WorkspaceError(f"no file and no map has the name '{name}'; {help}")

    @property
    def bibliography(self) -> Bibliography | None:
        """The bibliography, None where the workspace has none."""
        if self._bibliography is None and self.settings.references.is_file():
            self._bibliography = self.bibliography_in(self.settings.references)
        return self._bibliography

    def bibliography_in(self, path: Path) -> Bibliography:
        """The bibliography that the file holds. Raises WorkspaceError where it is no text."""
        from argmap.bibliography import read  # not every map has references

        text = files.read(path)
        if text.fault:
            raise WorkspaceError(f"{text.file}: {text.fault}")
        return read(text.text, self.shown(path))

    def source(self, key: str | None) -> SourceText | None:
        """The text of the article *key*, None where it is not at hand."""
        if key is None or self.settings.sources is None or Path(key).name != key:
            return None
        if key not in self._sources:
            path = self.settings.sources / f"{key}.txt"
            text = files.read(path) if _is_there(path) else None
            self._sources[key] = None if text is None or text.fault else SourceText(key, text.text)
        return self._sources[key]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for a file
        return False


def opened(name: str) -> tuple[Workspace, Document]:
    """The map or comparison that *name* means, and the workspace that it is in; else raises WorkspaceError."""
    path = Path(name)
    workspace = Workspace(path if _is_there(path) else Path.cwd())
    return workspace, workspace.find(name)


def loaded(document: Document) -> Map | Comparison:
    """The content of *document*. Raises WorkspaceError where it could not be loaded."""
    if document.content is None:
        raise WorkspaceError(f"{document.file}: cannot be loaded; 'argmap check {document.file}' says why")
    return document.content
