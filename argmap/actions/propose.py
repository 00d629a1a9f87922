"""Comparisons that are proposed for the maps of a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from argmap.actions.names import is_kebab
from argmap.compare.proposal import Proposal, mark
from argmap.extras import extra
from argmap.formats.native.write.proposal import proposal_text
from argmap.model import Map
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace

_SUFFIXES = (".yaml", ".yml")


def proposed(maps: Sequence[Map]) -> Proposal:
    """A comparison of *maps*. Raises MissingExtraError without the extra ``propose``."""
    extra("propose", "rapidfuzz", "proposing a comparison")
    from argmap.compare.propose import propose

    return propose(maps)


def save(workspace: Workspace, path: Path, proposal: Proposal, maps: Sequence[Map], force: bool) -> None:
    """Write *proposal*, a comparison of *maps*, to the file *path*, for a person to judge.

    The comparison's id is the name of the file where that can be one.

    Raises:
        WorkspaceError: The file is there and *force* is not given; its name does not end as one of a map file does, or
            another file has the id; or it cannot be written.
    """
    shown = workspace.shown(path)
    if path.suffix not in _SUFFIXES:
        raise WorkspaceError(f"{shown}: a comparison is written to a file that ends in .yaml")
    if not force and (path.exists() or path.is_symlink()):
        raise WorkspaceError(f"{shown}: already exists; use --force to overwrite it")
    comparison = proposal.comparison
    if is_kebab(path.stem):
        comparison = replace(comparison, id=path.stem)
    for each in workspace.maps_in_reach(path.parent):
        content = workspace.document(each).content
        if content is not None and content.id == comparison.id and workspace.place(each) != workspace.place(path):
            raise WorkspaceError(f"the id '{content.id}' is already used by {workspace.shown(each)}")
    texts = {f"{map.id}:{node.id}": node.text for map in maps for node in map.nodes.values()}
    marks = {id: mark(confidence) for id, confidence in proposal.confidence.items()}
    files.write(path, proposal_text(comparison, marks, texts))
