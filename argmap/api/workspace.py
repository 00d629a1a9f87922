"""What is done with the files of a workspace as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.actions.build import Build
    from argmap.actions.rename import Plan
    from argmap.actions.sources import Locked, Proof
    from argmap.workspace.workspace import Workspace


def build(workspace: Workspace) -> Build:
    """Draws, compares, cites and checks all that a workspace holds into its build folder, and only what has changed.

    Returns:
        The build, done: its ``built`` files, its ``findings``, and the files that are ``left_out``.

    Raises:
        WorkspaceError: There are no maps, or a file cannot be written.
    """
    from argmap.actions.build import Build

    done = Build(workspace)
    done.built = list(done.run())
    return done


def rename(workspace: Workspace, old: str, new: str, *, kind: str | None = None, dry_run: bool = False) -> Plan:
    """Gives an id or a reference key another name in every file that speaks of it: in all of them, or in none.

    Args:
        workspace: The workspace.
        old: The name as it is.
        new: What it becomes.
        kind: What it is, where several things are called *old*: ``node``, ``step``, ``actor``, ``topic``, ``map``,
            ``comparison`` or ``reference``.
        dry_run: Write nothing.

    Returns:
        The changes, file by file.

    Raises:
        WorkspaceError: Nothing has the old name or several things have it, the new one is taken or not valid, or a
            file cannot be written.
    """
    from argmap.actions.rename import plan, write

    planned = plan(workspace, old, new, kind)
    if not dry_run:
        write(planned.changes)
    return planned


def verify(workspace: Workspace) -> list[Proof]:
    """What is proved of each anchor: by the text of its source, or else by the lock.

    Returns:
        One for each map of the workspace that has a source: the map, and its receipts with their states.

    Raises:
        WorkspaceError: A map cannot be read whole, or the lock is not one.
    """
    from argmap.actions.sources import proofs

    return list(proofs(workspace, map(workspace.document, workspace.map_files())))


def lock_sources(workspace: Workspace, keys: Iterable[str] = (), *, retrieved: str | None = None) -> Locked:
    """Attests in the lock that the anchors of the maps stand in the texts of their sources.

    Args:
        workspace: The workspace.
        keys: The sources to lock, by reference key; without any all that are at hand.
        retrieved: When their texts were retrieved, as ``2026-01-31``; None: as the bibliography says.

    Returns:
        How many sources and anchors the lock attests, and what it cannot attest.

    Raises:
        WorkspaceError: A source has no text, or the lock cannot be written.
    """
    from argmap.actions.sources import lock

    return lock(workspace, keys, retrieved)


def add_source(workspace: Workspace, key: str, text: str, *, replace: bool = False) -> Path:
    """Keeps *text* as that of the article *key*, in the folder of sources, which git leaves alone.

    Returns:
        The file.

    Raises:
        WorkspaceError: *key* cannot be the name of a file, there are no words in the text, or another text is there and
            is not to be replaced.
    """
    from argmap.actions.sources import add

    return add(workspace, key, text, replace=replace)
