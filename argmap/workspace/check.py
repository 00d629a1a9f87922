"""A check run: which files, with what at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.checks.rule import BibliographyContext
from argmap.checks.run import check_bibliography, in_order
from argmap.checks.select import selected
from argmap.model import Finding
from argmap.workspace.cache import Cache, Looked
from argmap.workspace.digest import digest, program
from argmap.workspace.look import looks
from argmap.workspace.settings import Settings
from argmap.workspace.workspace import Workspace


class Run(NamedTuple):
    """The findings, and the texts of the files that were looked at, by the names that the findings give them."""

    findings: Sequence[Finding]
    texts: dict[str, str]


class Choice(NamedTuple):
    """Selectors that stand over those of the settings (None: the settings hold), and some that are added to them."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()


def check(
    workspace: Workspace,
    paths: Iterable[Path],
    choice: Choice = Choice(),  # noqa: B008, it is frozen
    *,
    cached: bool = False,
) -> Run:
    """Check the files of *paths*, folders looked through, and the bibliography that they cite.

    With *cached*, files of which nothing has changed since the last check are not looked at again.
    Raises WorkspaceError for a path that is not there, UnknownSelectorError for a selector that means no rule.
    """
    enabled = enabled_by(workspace.settings, choice)
    chosen = workspace.map_files(paths)
    bibliographies = [path for path in chosen if path.suffix == ".bib"]
    maps = [path for path in chosen if path.suffix != ".bib"]
    own = workspace.settings.references
    given = {workspace.place(path) for path in bibliographies}
    if maps and own.is_file() and workspace.place(own) not in given:
        bibliographies.append(own)
    store = Cache(workspace.settings.cache if cached else None)
    looked = dict(looks(workspace, maps, enabled, store))
    findings = [finding for look in looked.values() for finding in look.findings]
    for path in bibliographies:
        used = _used(workspace, looked) if workspace.place(path) == workspace.place(own) else None
        # Where some maps are checked their references are, and not those of other maps.
        cited = _cited(looked.values()) if used is None and path not in chosen else None
        findings += _bibliography_findings(workspace, path, used, cited, enabled(path), store)
    store.save()
    read = (workspace.text(path) for path in (*maps, *bibliographies))
    return Run(in_order(findings), {text.file: text.text for text in read})


def _bibliography_findings(
    workspace: Workspace,
    path: Path,
    used: frozenset[str] | None,
    cited: frozenset[str] | None,
    enabled: frozenset[str],
    store: Cache,
) -> tuple[Finding, ...]:
    """What is found in a bibliography, in the entries of the keys *cited* (None: in all)."""
    text = workspace.text(path)
    keys = ("all" if each is None else " ".join(sorted(each)) for each in (used, cited))
    context = digest([program(), *sorted(enabled), *keys])
    kept = store.get(text.file, digest([text.text]))
    if kept is not None and kept[0] == context and not text.fault:
        return kept[1].findings
    bibliography = workspace.bibliography_in(path)
    entries = {key: entry for key, entry in bibliography.entries.items() if cited is None or key in cited}
    found = tuple(check_bibliography(bibliography._replace(entries=entries), BibliographyContext(used), enabled))
    store.put(text.file, digest([text.text]), context, Looked(found, False, None, frozenset(), True))
    return found


def enabled_by(settings: Settings, choice: Choice) -> Callable[[Path], frozenset[str]]:
    """The codes of the rules to run on a file."""
    select = settings.select if choice.select is None else choice.select
    ignore = settings.ignore if choice.ignore is None else choice.ignore

    @cache
    def codes(ignored: tuple[str, ...]) -> frozenset[str]:
        return selected(select, (*ignore, *ignored), (*settings.extend_select, *choice.extend_select))

    return lambda path: codes(settings.ignored_in(path))


def _used(workspace: Workspace, looked: Mapping[Path, Looked]) -> frozenset[str] | None:
    """Every key that the workspace uses, or None where only a part of its maps was looked at."""
    by_place = {workspace.place(path): look for path, look in looked.items()}
    every = [workspace.place(path) for path in workspace.map_files()]
    if not all(path in by_place and by_place[path].whole for path in every):
        return None  # what was not read, or not all of it, may cite anything
    return _cited(by_place[path] for path in every)


def _cited(looks: Iterable[Looked]) -> frozenset[str]:
    return frozenset().union(*(look.cited for look in looks))
