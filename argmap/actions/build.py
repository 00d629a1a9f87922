"""Building everything that a workspace publishes, and nothing that is already there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.actions.check import check
from argmap.citations.exports.biblatex import export
from argmap.formats.native import Document
from argmap.model import Comparison, Engine, Finding, Map
from argmap.render import Picture, render_comparison, render_map
from argmap.render.layout.graphviz.engine import EngineError, version
from argmap.render.scene.model import ReferenceLabel
from argmap.render.scene.references import reference_labels
from argmap.reporters.full import report
from argmap.reporters.report import Report
from argmap.workspace import files
from argmap.workspace.digest import digest, program
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace
from argmap.writers.comparison import FORMATS, write_comparison

_MANIFEST = ".argmap-build.json"


class Target(NamedTuple):
    """A file to build: its name, what it is made of (texts), and how."""

    name: str
    inputs: tuple[str, ...]
    make: Callable[[], Picture]


class Built(NamedTuple):
    """What became of a target: written anew, or there already; and what the painter has to say."""

    path: Path
    fresh: bool
    notice: str | None = None


class Build:
    """One build of *workspace* into its build folder. :meth:`run` yields file by file.

    Then *built* says what became of each file, *findings* are those of the check, and *left_out* names the files that
    could not be read whole and drawn.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.built: list[Built] = []
        self.findings: list[Finding] = []
        self.left_out: list[str] = []

    def run(self) -> Iterator[Built]:
        """Build what is not there yet or was made of something else.

        Raises WorkspaceError where there are no maps, or a file cannot be written.
        """
        if not self.workspace.map_files():
            raise WorkspaceError(f"no maps in {self.workspace.shown(self.workspace.settings.maps)}")
        folder = self.workspace.settings.build
        before = _manifest(folder / _MANIFEST)
        after: dict[str, list[str]] = {}
        # Another Graphviz draws another picture.
        engine = _version(self.workspace.settings.engine)
        for target in self._targets():
            path = folder / target.name
            made_of = digest((program(), engine, *target.inputs))
            there = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
            if there is not None and before.get(target.name) == [made_of, digest([there])]:
                after[target.name] = before[target.name]
                yield Built(path, fresh=False)
                continue
            picture = target.make()
            text = str(picture.content)
            files.write(path, text)
            after[target.name] = [made_of, digest([text])]
            yield Built(path, fresh=True, notice=picture.notice)
        if after != before:
            files.write(folder / _MANIFEST, json.dumps(after, indent=1, sort_keys=True) + "\n")

    def _targets(self) -> Iterator[Target]:
        documents = [self.workspace.document(path) for path in self.workspace.map_files()]
        _refuse_twins(documents)
        bibliography = self.workspace.bibliography
        references = bibliography.text if bibliography else ""
        labels = reference_labels(bibliography)
        engine = self.workspace.settings.engine
        maps = [document for document in documents if isinstance(document.content, Map)]
        texts = tuple(document.text for document in maps)
        for document in documents:
            content = document.content
            if not document.whole:
                self.left_out.append(document.file)
            elif isinstance(content, Map):
                for to in ("svg", "dot"):
                    make = _map_maker(content, labels, to, engine)
                    yield Target(f"{content.id}.{to}", (document.text, references), make)
            elif isinstance(content, Comparison):
                compared = self.workspace.compared(content, document)
                for to in ("svg", "md"):
                    make = _comparison_maker(content, compared, labels, to)
                    yield Target(f"{content.id}.{to}", (document.text, references, *texts), make)
        if bibliography is not None:
            keys = {key for document in maps if isinstance(document.content, Map) for key in document.content.cited}
            yield Target("cited.bib", (references, *texts), lambda: Picture(export(bibliography, keys), None))
        run = check(self.workspace, [self.workspace.settings.maps])
        self.findings = list(run.findings)
        said = report(Report(run.findings, run.texts))
        yield Target("check.txt", (said,), lambda: Picture(said, None))


def _refuse_twins(documents: Iterable[Document]) -> None:
    """Raise WorkspaceError where two files would be built into the same ones."""
    first: dict[str, str] = {}
    for document in documents:
        if document.content is not None and first.setdefault(document.content.id, document.file) != document.file:
            id, file = document.content.id, document.file
            raise WorkspaceError(f"{first[id]} and {file} are both '{id}'; give one of them another id")


def _map_maker(map: Map, labels: Mapping[str, ReferenceLabel], to: str, engine: Engine) -> Callable[[], Picture]:
    return lambda: render_map(map, labels, to, engine=engine)


def _comparison_maker(
    comparison: Comparison, maps: dict[str, Map], labels: Mapping[str, ReferenceLabel], to: str
) -> Callable[[], Picture]:
    if to in FORMATS:
        return lambda: Picture(write_comparison(comparison, maps, labels, to), None)
    return lambda: render_comparison(comparison, maps, labels, to)


def _version(engine: Engine) -> str:
    """What stands for a Graphviz; its name alone where it is not there."""
    try:
        return version(engine)
    except EngineError:
        return engine


def _manifest(path: Path) -> dict[str, list[str]]:
    """What the last build made; nothing where that is not to be known."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}
