"""A check run: which files, with what at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.actions.check_file import check_files
from argmap.checks.engine.ignore import ignore_later
from argmap.checks.engine.rule import BibliographyContext, Identified, Scope
from argmap.checks.engine.run import check_bibliography, check_workspace, in_order
from argmap.checks.engine.select import UnknownSelectorError, matching, selected
from argmap.model import Finding
from argmap.workspace import files
from argmap.workspace.cache import Cache, FileCheck
from argmap.workspace.digest import digest, program
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import Settings
from argmap.workspace.workspace import Workspace


class CheckRun(NamedTuple):
    """The findings, the texts of the files that were looked at by the names that the findings give them, and the looks.

    A look at a bibliography is not whole where only some of its entries were looked at.
    """

    findings: Sequence[Finding]
    texts: dict[str, str]
    looked: Mapping[Path, FileCheck]


class Choice(NamedTuple):
    """Selectors that stand over those of the settings (None: the settings hold), and some that are added to them."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """The settings in force with this choice."""
        return settings._replace(
            select=settings.select if self.select is None else self.select,
            ignore=settings.ignore if self.ignore is None else self.ignore,
            extend_select=(*settings.extend_select, *self.extend_select),
        )


def check(
    workspace: Workspace,
    paths: Iterable[Path],
    choice: Choice = Choice(),  # noqa: B008, it is frozen
    *,
    cached: bool = False,
) -> CheckRun:
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
    if maps and workspace.has(own) and workspace.place(own) not in given:
        bibliographies.append(own)
    store = Cache(workspace.settings.cache if cached else None)
    looked = dict(check_files(workspace, maps, enabled, store))
    findings = _findings(workspace, looked, enabled)
    for path in bibliographies:
        used = used_keys(workspace, looked) if workspace.place(path) == workspace.place(own) else None
        # Where some maps are checked their references are, and not those of other maps.
        cited = _cited(looked.values()) if used is None and path not in chosen else None
        looked[path] = _look_at_bibliography(workspace, path, used, cited, enabled(path), store)
        findings += looked[path].findings
    store.save()
    read = (workspace.text(path) for path in looked)
    return CheckRun(in_order(findings), {text.file: text.text for text in read}, looked)


def _findings(
    workspace: Workspace, looked: Mapping[Path, FileCheck], enabled: Callable[[Path], frozenset[str]]
) -> list[Finding]:
    """What was found in each of the files, and in all of them together."""
    identified = [
        Identified(workspace.text(path).file, look.id, look.place, workspace.scope(path))
        for path, look in looked.items()
        if look.id is not None and str(path) != files.STDIN
    ]
    together = check_workspace(identified)
    findings: list[Finding] = []
    for path, look in looked.items():
        text = workspace.text(path)
        later = [finding for finding in together.get(text.file, ()) if finding.code in enabled(path)]
        findings += ignore_later(look.findings, later, text.text) if later else look.findings
    return findings


def _look_at_bibliography(
    workspace: Workspace,
    path: Path,
    used: frozenset[str] | None,
    cited: frozenset[str] | None,
    enabled: frozenset[str],
    store: Cache,
) -> FileCheck:
    """A look at a bibliography, at the entries of the keys *cited* (None: at all)."""
    text = workspace.text(path)
    keys = ("all" if each is None else " ".join(sorted(each)) for each in (used, cited))
    dialect = workspace.settings.bibliography
    context = digest([program(), *sorted(enabled), *keys, dialect])
    kept = store.get(text.file, digest([text.text]))
    if kept is not None and kept[0] == context and not text.fault:
        return kept[1]
    bibliography = workspace.bibliography_in(path)
    if cited is not None:
        from argmap.bibliography.parents import Parents

        wanted = Parents(bibliography).closure(cited)
        entries = {key: entry for key, entry in bibliography.entries.items() if key in wanted}
        bibliography = bibliography._replace(entries=entries)
    found = tuple(check_bibliography(bibliography, BibliographyContext(used, dialect), enabled))
    looked = FileCheck(found, Scope.BIBLIOGRAPHY, None, frozenset(), cited is None)
    store.put(text.file, digest([text.text]), context, looked)
    return looked


def enabled_by(settings: Settings, choice: Choice) -> Callable[[Path], frozenset[str]]:
    """The codes of the rules to run on a file.

    Raises WorkspaceError for a selector of the settings, UnknownSelectorError for one of *choice*, that means no rule.
    """
    _refuse_unknown(settings)
    in_force = choice.over(settings)

    @cache
    def codes(ignored: tuple[str, ...]) -> frozenset[str]:
        return selected(in_force.select, (*in_force.ignore, *ignored), in_force.extend_select)

    codes(())  # raises before any file is read
    return lambda path: codes(settings.ignored_in(path))


def _refuse_unknown(settings: Settings) -> None:
    lists = {"select": settings.select, "extend-select": settings.extend_select, "ignore": settings.ignore}
    lists |= {f"per-file-ignores.{pattern}": each for pattern, each in settings.per_file_ignores.items()}
    for key, selectors in lists.items():
        for selector in selectors:
            try:
                matching(selector)
            except UnknownSelectorError as error:
                raise WorkspaceError(f"{settings.origin}: the setting '{key}': {error}") from None


def used_keys(workspace: Workspace, looked: Mapping[Path, FileCheck]) -> frozenset[str] | None:
    """Every reference key that the workspace uses, or None where only a part of its maps was looked at."""
    by_place = {workspace.place(path): look for path, look in looked.items()}
    every = [workspace.place(path) for path in workspace.map_files()]
    if not all(path in by_place and by_place[path].whole for path in every):
        return None  # what was not read, or not all of it, may cite anything
    return _cited(by_place[path] for path in every)


def _cited(looks: Iterable[FileCheck]) -> frozenset[str]:
    return frozenset().union(*(look.cited for look in looks))
