"""The files of a workspace, each read and loaded once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.formats.native import Document, load
from argmap.model import Comparison, Fault, Map, Span
from argmap.sources import SourceLock, SourceText
from argmap.text.suggest import did_you_mean
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import Settings, find

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography


class Workspace:
    """Maps, comparisons, the bibliography and the sources that belong together.

    Args:
        start: A file or folder in the workspace; its settings are looked for from there upward.
        texts: Texts by path that lie over the files, as an editor has them that are not saved yet. There need not be a
            file at a path.

    Raises:
        WorkspaceError: The settings cannot be used.
    """

    def __init__(self, start: Path | str = ".", texts: Mapping[str, str] | Mapping[Path, str] = {}) -> None:
        self.start = Path(start)
        self.settings: Settings = find(self.start)
        self.texts: Mapping[str, str] = {
            os.path.realpath(path): text.replace("\r\n", "\n") for path, text in texts.items()
        }
        self._here = f"{Path.cwd()}{os.sep}"
        self._places: dict[str, str] = {}
        self._texts: dict[str, files.FileText] = {}
        self._documents: dict[str, Document] = {}
        self._bibliographies: dict[str, Bibliography] = {}
        self._sources: dict[str, SourceText] = {}

    def shown(self, path: Path) -> str:
        """*path* as people are told it: from the folder they are in, if it is below that."""
        return str(path).removeprefix(self._here)

    def place(self, path: Path) -> str:
        """Where the file really is, whichever way leads to it."""
        name = str(path)
        if name not in self._places:
            self._places[name] = name if "\0" in name else os.path.realpath(name)
        return self._places[name]

    def scope(self, path: Path) -> str:
        """The folder in which the id of the map in the file must be its own: the maps folder, or else the file's."""
        maps, folder = self.place(self.settings.maps), self.place(path).rpartition(os.sep)[0]
        return maps if f"{folder}{os.sep}".startswith(f"{maps}{os.sep}") else folder

    def text(self, path: Path | str) -> files.FileText:
        """The text of the file, or of standard input for ``-``. Raises WorkspaceError where there is no such file."""
        name = self._name(path)
        if name not in self._texts:
            over = self.texts.get(self.place(Path(path))) if self.texts and name != files.STDIN else None
            self._texts[name] = files.read(name) if over is None else files.FileText(name, over)
        return self._texts[name]

    def has(self, path: Path) -> bool:
        """Whether there is such a file, or a text in its place."""
        return _is_there(path) or (bool(self.texts) and self.place(path) in self.texts)

    def _name(self, path: Path | str) -> str:
        return str(path) if str(path) == files.STDIN else self.shown(Path(path))

    def document(self, path: Path | str) -> Document:
        """The loaded file, or standard input for ``-``. Raises WorkspaceError where there is no such file."""
        name = self._name(path)
        if name not in self._documents:
            text = self.text(path)
            if text.fault:
                fault = Fault("unreadable", f"the file is not text: {text.fault}", Span(1, 1, 1, 1), "save it as UTF-8")
                self._documents[name] = Document(text.file, "", None, False, (fault,), None, {})
            else:
                self._documents[name] = load(text.text, text.file)
        return self._documents[name]

    def maps_folder(self) -> Path:
        """The folder of the workspace's maps. Raises WorkspaceError where there is none."""
        if not self.settings.maps.is_dir():
            raise WorkspaceError(f"no maps folder ({self.shown(self.settings.maps)}): say which files to check")
        return self.settings.maps

    def watched(self, paths: Sequence[Path] | None) -> list[Path]:
        """The files that a check of *paths*, of the maps folder without them, may depend on; none of them is read."""
        settings = self.settings
        chosen = files.candidates([*(paths or []), settings.maps])
        also = [settings.references, *([settings.origin] if settings.origin else [])]
        return [*chosen, *also, settings.lock, *settings.sources.glob("*.txt")]

    def hold(self, path: Path | str, document: Document) -> None:
        """Take *document* for what the file holds, from now on."""
        self._documents[self._name(path)] = document
        self._texts[self._name(path)] = files.FileText(document.file, document.text)

    def map_files(self, paths: Iterable[Path] | None = None) -> list[Path]:
        """The files of *paths*, folders looked through for maps, each once; without *paths* those of the workspace.

        Raises WorkspaceError for a folder with files that cannot be read.
        """
        if paths is None:
            paths = [self.settings.maps] if self.settings.maps.is_dir() else []
        paths = list(paths)
        chosen = {self.place(path): path for path in files.map_files(paths, self.text)}
        for place in self.texts:  # files of the folders that are not there yet
            folders = (f"{self.place(path)}{os.sep}" for path in paths)
            if place.endswith(files.MAP_SUFFIXES) and any(place.startswith(folder) for folder in folders):
                chosen.setdefault(place, Path(place))
        return list(chosen.values())

    def maps_in_reach(self, folder: Path | None) -> list[Path]:
        """The map files of the workspace, and those in *folder*."""
        beside = [] if folder is None or not folder.is_dir() else self.map_files([folder])
        return list({self.place(path): path for path in (*self.map_files(), *beside)}.values())

    def maps(self, beside: Path | None = None) -> Mapping[str, Map]:
        """The maps by id: the workspace's, those loaded already, and those in the folder of the file *beside*."""
        for path in self.maps_in_reach(None if beside is None else beside.parent):
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
        if name == files.STDIN or self.has(path):
            return self.document(name)
        if path.suffix or len(path.parts) > 1:
            raise WorkspaceError(f"{name}: no such file")
        documents = [self.document(file) for file in self.map_files()]
        by_id = {document.content.id: document for document in documents if document.content is not None}
        if name in by_id:
            return by_id[name]
        help = did_you_mean(name, by_id) or f"looked into {self.shown(self.settings.maps)}"
        raise WorkspaceError(f"no file and no map has the name '{name}'; {help}")

    @property
    def bibliography(self) -> Bibliography | None:
        """The bibliography, None where the workspace has none."""
        own = self.settings.references
        return self.bibliography_in(own) if self.has(own) else None

    def bibliography_in(self, path: Path) -> Bibliography:
        """The bibliography that the file holds. Raises WorkspaceError where it is no text."""
        text = self.text(path)
        if text.fault:
            raise WorkspaceError(f"{text.file}: {text.fault}")
        if text.file not in self._bibliographies:
            from argmap.bibliography import read  # not every map has references

            self._bibliographies[text.file] = read(text.text, text.file)
        return self._bibliographies[text.file]

    def source_text(self, key: str | None) -> str | None:
        """The text of the article *key* as its file has it, None where it is not at hand."""
        path = self.settings.source_file(key) if key is not None else None
        return self.text(path).text or None if path is not None and self.has(path) else None

    def source(self, key: str | None) -> SourceText | None:
        """The text of the article *key*, None where it is not at hand."""
        text = self.source_text(key)
        if key is None or text is None:
            return None
        if key not in self._sources:
            self._sources[key] = SourceText(key, text)
        return self._sources[key]

    def sources(self) -> Mapping[str, Path]:
        """The files of the articles' texts that are at hand, by the reference keys of these."""
        return {path.stem: path for path in sorted(self.settings.sources.glob("*.txt"))}

    def other_sources(self, key: str | None) -> Iterator[SourceText]:
        """The texts of all articles but *key*."""
        for source in self.sources():
            text = None if source == key else self.source(source)
            if text is not None:
                yield text

    @cached_property
    def locks(self) -> Mapping[str, SourceLock]:
        """What is attested of sources, by their reference keys. Raises WorkspaceError for a lock that is none."""
        path = self.settings.lock
        if not self.has(path):
            return {}
        from argmap.sources.lock import LockError, parse

        text = self.text(path)
        try:
            if text.fault:
                raise LockError(text.fault)
            return parse(text.text)
        except LockError as error:
            help = "take it from the last commit, or remove it and lock again: argmap sources lock"
            raise WorkspaceError(f"{text.file}: {error}; {help}") from None


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
    """The content of *document*. Raises WorkspaceError where not all of it could be read."""
    if document.content is None or not document.whole:
        raise WorkspaceError(f"{document.file}: cannot be read whole; 'argmap check {document.file}' says why")
    return document.content
