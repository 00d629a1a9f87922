"""Laying out the map files of a workspace: what `argmap fmt` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.actions.rewrite import Rewrite, opened
from argmap.formats.native.style.canonical import StyleError, style
from argmap.model import Comparison
from argmap.workspace.workspace import Workspace


class Styled(NamedTuple):
    """What becomes of a file; *problem* says why it stays as it is."""

    rewrite: Rewrite
    problem: str | None = None


def styled(workspace: Workspace, paths: Iterable[Path], comments: bool | None) -> Iterator[Styled]:
    """The map files of *paths* in canonical layout; nothing is written.

    Args:
        workspace: The workspace that they are in.
        paths: Files and folders; bibliographies are passed over.
        comments: Whether the texts of nodes shall stand beside their ids; None leaves them as they are.

    Yields:
        Every file.

    Raises:
        WorkspaceError: A path is not there, or is no text.
    """
    for path in workspace.map_files(paths):
        if path.suffix == ".bib":
            continue
        rewrite = opened(workspace, path)
        try:
            texts = None if comments is None else _texts(workspace, path) if comments else {}
            yield Styled(rewrite._replace(after=style(rewrite.before, texts)))
        except StyleError as error:
            yield Styled(rewrite, f"{rewrite.file}: left as it is: {error}; see 'argmap check {rewrite.file}'")


def styled_references(workspace: Workspace, paths: Iterable[Path]) -> Iterator[Styled]:
    """The bibliographies of *paths* in canonical layout; nothing is written.

    Yields:
        Every file.

    Raises:
        WorkspaceError: A path is not there, or is no text.
    """
    from argmap.bibliography import read, style  # maps need neither

    for path in paths:
        rewrite = opened(workspace, path)
        try:
            yield Styled(rewrite._replace(after=style.style(read(rewrite.before, rewrite.file))))
        except style.BibliographyStyleError as error:
            yield Styled(rewrite, f"{rewrite.file}: left as it is: {error}")


def _texts(workspace: Workspace, path: Path) -> Mapping[str, str]:
    """The texts of the nodes that the file may name."""
    content = workspace.document(path).content
    if content is None:
        return {}
    if isinstance(content, Comparison):
        maps = workspace.maps(beside=path)
        return {f"{map.id}:{node.id}": node.text for map in maps.values() for node in map.nodes.values()}
    return {node.id: node.text for node in content.nodes.values()}
