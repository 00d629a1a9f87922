"""One look at each file: from the cache where nothing it depends on has changed, over several processes where many."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from argmap.checks.engine.rule import ComparisonContext, MapContext, Scope
from argmap.checks.engine.run import MOST_OF_A_RULE, check_document
from argmap.formats.native import Document
from argmap.model import Comparison, Map, Span
from argmap.sources import receipts
from argmap.workspace import files
from argmap.workspace.cache import Cache, FileCheck
from argmap.workspace.digest import digest, program
from argmap.workspace.workspace import Workspace

Enabled = Callable[[Path], frozenset[str]]

# Starting a process costs as much as checking some dozens of maps.
_FEWEST_FOR_PROCESSES = 200


def check_files(
    workspace: Workspace, paths: Sequence[Path], enabled: Enabled, store: Cache
) -> Iterator[tuple[Path, FileCheck]]:
    """A look at each of the map files *paths*, in their order. Raises WorkspaceError for one that is not there."""
    contexts = _Contexts(workspace, enabled)
    known: dict[Path, FileCheck] = {}
    for path in paths:
        kept = store.get(workspace.text(path).file, digest([workspace.text(path).text]))
        if kept is not None and kept[0] == contexts.of(path, kept[1]):
            known[path] = kept[1]
    new = [path for path in paths if path not in known]
    for path, looked in zip(new, _new_looks(workspace, new, enabled), strict=True):
        known[path] = looked
        text = workspace.text(path)
        store.put(text.file, digest([text.text]), contexts.of(path, looked), looked)
    for path in paths:
        yield path, known[path]


def _new_looks(workspace: Workspace, paths: Sequence[Path], enabled: Enabled) -> Iterable[FileCheck]:
    processes = min((os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()) or 1, 8)
    # What standard input said, and what lies over files, is known to this process alone.
    alone = Path(files.STDIN) in paths or bool(workspace.texts)
    if len(paths) < _FEWEST_FOR_PROCESSES or processes < 2 or alone:
        return (check_file(workspace, path, enabled(path)) for path in paths)
    from concurrent.futures import ProcessPoolExecutor

    codes = [enabled(path) for path in paths]
    with ProcessPoolExecutor(processes) as pool:
        size = -(-len(paths) // (4 * processes))
        return list(pool.map(partial(_look_alone, workspace.start), paths, codes, chunksize=size))


_own: dict[Path, Workspace] = {}


def _look_alone(start: Path, path: Path, enabled: frozenset[str]) -> FileCheck:
    """A look in a process of its own, which keeps its workspace for the next one."""
    if start not in _own:
        _own[start] = Workspace(start)
    return check_file(_own[start], path, enabled)


def check_file(workspace: Workspace, path: Path, enabled: frozenset[str], most: int = MOST_OF_A_RULE) -> FileCheck:
    """A look at one map file, not from the cache; *most* is that of :func:`argmap.checks.engine.run.check_document`."""
    document = workspace.document(path)
    content = document.content
    context: MapContext | ComparisonContext
    states: Counter[str] = Counter()
    if isinstance(content, Comparison):
        context = ComparisonContext(workspace.maps(beside=path))
    else:
        context = _at_hand(workspace, content)
        if content is not None and content.source is not None:
            states.update(receipt.state for receipt in receipts(content, context.source, context.lock))
    id, place = _identity(document)
    return FileCheck(
        tuple(check_document(document, context, enabled, most)),
        Scope.COMPARISON if isinstance(content, Comparison) else Scope.MAP,
        content.source if isinstance(content, Map) else None,
        content.cited if isinstance(content, Map) else frozenset(),
        document.whole,
        id,
        place,
        states,
    )


def _at_hand(workspace: Workspace, map: Map | None) -> MapContext:
    """What there is beside a map, None for one that could not be read."""
    source = map.source if map is not None else None
    return MapContext(
        workspace.bibliography,
        workspace.source(source),
        workspace.locks.get(source) if source is not None else None,
        partial(workspace.other_sources, source),
    )


def _identity(document: Document) -> tuple[str | None, Span | None]:
    """The id that the file says, and where."""
    if document.content is None:
        return None, None
    place = document.span(("map" if isinstance(document.content, Map) else "comparison",))
    # Where what it says is no id another one stands in for it.
    said = all(fault.span != place for fault in document.faults)
    return (document.content.id, place) if said else (None, None)


@cache
def _program_with(codes: frozenset[str]) -> str:
    return digest([program(), *sorted(codes)])


class _Contexts:
    """What a look depends on beside the file's own text."""

    def __init__(self, workspace: Workspace, enabled: Enabled) -> None:
        self._workspace = workspace
        self._enabled = enabled
        self._all_maps: dict[Path, str] = {}
        references = workspace.settings.references
        self._references = digest([workspace.text(references).text]) if workspace.has(references) else ""
        lock = workspace.settings.lock
        self._lock = digest([workspace.text(lock).text]) if workspace.has(lock) else ""

    def of(self, path: Path, looked: FileCheck) -> str:
        """A digest of all of it."""
        codes = _program_with(self._enabled(path))
        if looked.scope is Scope.MAP:
            # What stands in other sources is said of words that do not stand in the map's own.
            others = self._others() if any(finding.code == "AM305" for finding in looked.findings) else ""
            text = self._workspace.source_text(looked.source) or ""
            return digest([codes, self._references, self._lock, others, text])
        return digest([codes, self._maps(path.parent)])

    def _others(self) -> str:
        stats = ((key, path.stat()) for key, path in self._workspace.sources().items())
        return digest(f"{key} {stat.st_size} {stat.st_mtime_ns}" for key, stat in stats)

    def _maps(self, beside: Path) -> str:
        if beside not in self._all_maps:
            paths = self._workspace.maps_in_reach(beside)
            texts = (part for path in paths for part in (str(path), self._workspace.text(path).text))
            self._all_maps[beside] = digest(texts)
        return self._all_maps[beside]
