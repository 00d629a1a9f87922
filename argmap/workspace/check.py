"""A check run: which files, with what at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.checks.rule import BibliographyContext, ComparisonContext, MapContext
from argmap.checks.run import check_bibliography, check_document, in_order
from argmap.model import Comparison, Finding, Map
from argmap.workspace import files
from argmap.workspace.workspace import Workspace


class Run(NamedTuple):
    """The findings, the texts of the files that they speak of, and how many files were checked."""

    findings: Sequence[Finding]
    texts: dict[str, str]
    checked: int


def check(workspace: Workspace, paths: Iterable[Path]) -> Run:
    """Check the files of *paths*, folders looked through, and the bibliography that they cite.

    Raises WorkspaceError for a path that is not there.
    """
    chosen = list({path.resolve(): path for path in files.map_files(paths)}.values())
    bibliographies = {path: workspace.bibliography_in(path) for path in chosen if path.suffix == ".bib"}
    own = workspace.settings.references.resolve()
    is_chosen = any(path.resolve() == own for path in bibliographies)
    if len(bibliographies) < len(chosen) and workspace.bibliography is not None and not is_chosen:
        bibliographies[own] = workspace.bibliography
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    for path in chosen:
        if path in bibliographies:
            continue
        document = workspace.document(path)
        texts[document.file] = document.text
        context: MapContext | ComparisonContext
        if isinstance(document.content, Comparison):
            context = ComparisonContext(workspace.maps(beside=path))
        else:
            source = document.content.source if isinstance(document.content, Map) else None
            context = MapContext(workspace.bibliography, workspace.source(source))
        findings += check_document(document, context)
    for path, bibliography in bibliographies.items():
        texts[bibliography.file] = bibliography.text
        used = _used(workspace, chosen) if path.resolve() == own else None
        # Where some maps are checked their references are, and not those of other maps.
        cited = _cited(workspace, chosen) if used is None and path not in chosen else bibliography.entries.keys()
        entries = {key: entry for key, entry in bibliography.entries.items() if key in cited}
        findings += check_bibliography(bibliography._replace(entries=entries), BibliographyContext(used))
    return Run(in_order(findings), texts, len({*chosen, *bibliographies}))


def _used(workspace: Workspace, chosen: Iterable[Path]) -> frozenset[str] | None:
    """Every key that the workspace uses, or None where only a part of its maps was chosen."""
    every = workspace.map_files()
    if not {path.resolve() for path in every} <= {path.resolve() for path in chosen}:
        return None
    if not all(workspace.document(path).whole for path in every):
        return None  # what could not be read may cite anything
    return _cited(workspace, every)


def _cited(workspace: Workspace, paths: Iterable[Path]) -> frozenset[str]:
    contents = [workspace.document(path).content for path in paths if path.suffix != ".bib"]
    return frozenset().union(*(content.cited for content in contents if isinstance(content, Map)))
