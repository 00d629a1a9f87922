"""The texts of articles and the lock: taking a text in, locking, and what is proved of the maps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.citations.label import address
from argmap.formats.native import Document
from argmap.model import Map
from argmap.sources import LockError, Receipt, SourceText, State, anchors, receipts
from argmap.sources.changes import Changes, changes
from argmap.sources.link import deep_link
from argmap.sources.lock import attest, dump
from argmap.sources.nearest import nearest
from argmap.sources.page import Page
from argmap.sources.read import Paragraph
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace, loaded


class Proof(NamedTuple):
    """A map of a source, its file, and the receipts of all its anchors; *changes* are those of the source since."""

    map: Map
    document: Document
    receipts: list[Receipt]
    changes: Changes | None


class SourceStatus(NamedTuple):
    """A source: how large its text or its lock says it is, and its anchors in all maps, by their state.

    *text* and *locked* say whether either is there, *changed* whether the text is not the one that was locked.
    """

    key: str
    text: bool
    locked: bool
    changed: bool
    words: int | None
    paragraphs: int | None
    retrieved: str | None
    anchors: Mapping[str, int]


class Hit(NamedTuple):
    """Words found in a source: its key, the paragraph and page, and what stands around them, which are in ``[[ ]]``."""

    key: str
    paragraph: int
    page: int | None
    context: str


class Passage(NamedTuple):
    """A node, its map, and the address that leads a browser to the passage that states it."""

    map: str
    node: str
    link: str


class Locked(NamedTuple):
    """What locking gave: the number of sources and anchors that the lock attests, and what it cannot attest."""

    sources: int
    anchors: int
    failures: list[str]
    written: bool


def proofs(workspace: Workspace, documents: Iterable[Document]) -> Iterator[Proof]:
    """What is proved of each of the maps among *documents* that have a source."""
    for document in documents:
        content = loaded(document)
        if isinstance(content, Map) and content.source is not None:
            source, lock = workspace.source(content.source), workspace.locks.get(content.source)
            since = changes(lock, source) if source is not None and lock is not None else None
            yield Proof(content, document, receipts(content, source, lock), since)


def passages(workspace: Workspace, documents: Iterable[Document]) -> Iterator[Passage]:
    """The passages of all anchors of nodes of maps whose source has an address on the web.

    Where the text is at hand the links hold words enough to tell a passage from all others.
    """
    for document in documents:
        content = loaded(document)
        if not isinstance(content, Map) or content.source is None:
            continue
        text = workspace.source_text(content.source)
        page = Page(text) if text is not None else None
        bibliography = workspace.bibliography
        entry = bibliography.entries.get(content.source) if bibliography else None
        for node in content.nodes.values():
            for anchor in node.at:
                link = deep_link(address(entry) if entry else None, anchor, page)
                if link is not None:
                    yield Passage(content.id, node.id, link)


def statuses(workspace: Workspace) -> list[SourceStatus]:
    """Every source that a map is of, that is at hand, or that is locked."""
    counts: dict[str, Counter[str]] = {}
    for proof in proofs(workspace, map(workspace.document, workspace.map_files())):
        counts.setdefault(proof.map.source or "", Counter()).update(receipt.state.value for receipt in proof.receipts)
    keys = sorted({*counts, *workspace.sources(), *workspace.locks})
    return [_status(workspace, key, counts.get(key, {})) for key in keys]


def _status(workspace: Workspace, key: str, counted: Mapping[str, int]) -> SourceStatus:
    source, lock = workspace.source(key), workspace.locks.get(key)
    words = len(source.words) if source else lock.words if lock else None
    paragraphs = len(source.paragraphs) if source else lock.paragraphs if lock else None
    changed = source is not None and lock is not None and changes(lock, source) is not None
    retrieved = lock.retrieved if lock else None
    return SourceStatus(key, source is not None, lock is not None, changed, words, paragraphs, retrieved, dict(counted))


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs of an article as its text is kept: blank lines between them, form feeds between their pages."""
    parts: list[str] = []
    page = None
    for paragraph in paragraphs:
        parts.append("\f" if parts and paragraph.page != page else "\n\n" if parts else "")
        parts.append(paragraph.text)
        page = paragraph.page
    return "".join([*parts, "\n"])


def add(workspace: Workspace, key: str, text: str, *, replace: bool = False) -> Path:
    """Keep *text* as that of the article *key*, in the folder of sources, which git then leaves alone.

    Raises:
        WorkspaceError: *key* can be no file's name; another text is there, and it is not to be replaced; there are no
            words in *text*.
    """
    path = workspace.settings.source_file(key)
    if path is None or not key or key.startswith("."):
        raise WorkspaceError(f"'{key}' can be no file's name: give the source another key")
    if not SourceText(key, text).words:
        raise WorkspaceError(f"there are no words in the text of '{key}'")
    if path.exists() and workspace.source_text(key) != text and not replace:
        raise WorkspaceError(f"{workspace.shown(path)} holds another text; --replace puts this one in its place")
    ignored = path.parent / ".gitignore"
    if not path.parent.exists() or (not ignored.exists() and not any(path.parent.iterdir())):
        files.write(ignored, "*\n")
    files.write(path, text)
    return path


def lock(workspace: Workspace, keys: Iterable[str] = (), retrieved: str | None = None) -> Locked:
    """Lock the sources *keys*, all at hand without them: of each what its text proves now.

    What was locked of a source whose text is not at hand stays as it is, as long as a map is of it.

    Raises:
        WorkspaceError: One of *keys* is no source at hand; a map cannot be read whole; the lock cannot be read.
    """
    wanted = set(keys)
    for key in sorted(wanted):
        if workspace.source(key) is None:
            raise WorkspaceError(f"the text of '{key}' is not at hand: argmap sources add {key} FILE")
    by_source: dict[str, list[Map]] = {}
    for path in workspace.map_files():
        content = loaded(workspace.document(path))
        if isinstance(content, Map) and content.source is not None:
            by_source.setdefault(content.source, []).append(content)
    kept = {key: each for key, each in workspace.locks.items() if key in by_source}
    failures: list[str] = []
    for key, maps in sorted(by_source.items()):
        source = workspace.source(key)
        if source is None or (wanted and key not in wanted):
            continue
        old = kept.get(key)
        since = retrieved or _retrieved(workspace, key) or (old.retrieved if old else None)
        try:
            kept[key] = attest(source, (anchor for each in maps for _, anchor in anchors(each)), since)
        except LockError as error:
            failures.append(str(error))
            kept.pop(key, None)
        failures += _missing(maps, source)
    text = dump(kept)
    written = bool(kept or workspace.settings.lock.exists()) and text != _text(workspace.settings.lock)
    if written:
        files.write(workspace.settings.lock, text)
    return Locked(len(kept), sum(len(each.anchors) for each in kept.values()), failures, written)


def _missing(maps: Iterable[Map], source: SourceText) -> Iterator[str]:
    for each in maps:
        for receipt in receipts(each, source, None):
            if receipt.state is State.MISSING:
                kind, id = receipt.path[:2]
                words = receipt.anchor.start
                yield f"'{words}' ({kind} {id} of '{each.id}') does not stand in '{source.key}' and is not locked"


def _retrieved(workspace: Workspace, key: str) -> str | None:
    """The day on which the bibliography says that the article was looked at."""
    bibliography = workspace.bibliography
    entry = bibliography.entries.get(key) if bibliography else None
    return entry.fields.get("urldate") if entry else None


def _text(path: Path) -> str | None:
    return files.read(path).text if path.is_file() else None


_AROUND = 60  # characters


def found(workspace: Workspace, words: str, keys: Iterable[str] = ()) -> list[Hit]:
    """Where *words* stand in the sources *keys*, in all at hand without them; typesetting and case apart."""
    return [hit for source in _sources(workspace, keys) for hit in _hits(source, words)]


def like(workspace: Workspace, words: str, keys: Iterable[str] = ()) -> Hit | None:
    """The passage of the sources that is nearest to *words*, which stand nowhere; its context marks the difference."""
    near = [(each, source) for source in _sources(workspace, keys) if (each := nearest(source, words))]
    if not near:
        return None
    best, source = max(near, key=lambda pair: pair[0].likeness)
    return Hit(source.key, source.paragraph_at(best.start), source.page_at(best.start), best.difference)


def _sources(workspace: Workspace, keys: Iterable[str]) -> Iterator[SourceText]:
    for key in [*keys] or workspace.sources():
        source = workspace.source(key)
        if source is None:
            raise WorkspaceError(f"the text of '{key}' is not at hand")
        yield source


def _hits(source: SourceText, words: str) -> Iterator[Hit]:
    for start, end in source.alike(words):
        first, last = max(start - _AROUND, 0), min(end + _AROUND, len(source.text))
        before, after = source.text[first:start], source.text[end:last]
        before = f"...{before.partition(' ')[2]}" if first else before
        after = f"{after.rpartition(' ')[0]}..." if last < len(source.text) else after
        context = f"{before}[[{source.text[start:end]}]]{after}"
        yield Hit(source.key, source.paragraph_at(start), source.page_at(start), context)
