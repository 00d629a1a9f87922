"""Which thing of a workspace a name means, and whether another name is free for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.formats.native import Document
from argmap.formats.native.read.errors import kebab
from argmap.model import Map
from argmap.model.rename import KINDS, Rename
from argmap.model.step import is_unnamed
from argmap.text.printable import shorten
from argmap.text.suggest import did_you_mean
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REFERENCE_KEY = re.compile(r"[^\W_]([\w.:+/-]*\w)?")
# Kinds in one of these sets share their names: a map in which a node and a step have the same id is none.
_SPACES = ({"node", "step"}, {"actor"}, {"topic"}, {"map", "comparison"}, {"reference"})
_MOST_SHOWN = 4
_WIDTH = 80


class Named(NamedTuple):
    """A thing with a name of its own, and the file that it is in; references are in no one file."""

    kind: str
    name: str
    document: Document | None

    def __str__(self) -> str:
        return f"the {self.kind} in {self.document.file}" if self.document else f"a {self.kind}"


def find_named(
    workspace: Workspace, documents: Mapping[Path, Document], old: str, kind: str | None, within: Document | None
) -> Named:
    """The one thing that *old* names, of the *kind* and *within* the file if these are given.

    Raises:
        WorkspaceError: There is none, with the nearest name there is; or there are several.
    """
    if kind is not None and kind not in KINDS:
        raise WorkspaceError(f"there is no kind '{shorten(kind, _WIDTH)}'; it is one of {', '.join(KINDS)}")
    known = [
        each
        for document in documents.values()
        if within is None or document.file == within.file
        for each in named_in(document)
    ]
    if within is None or kind == "reference":
        known += [Named("reference", key, None) for key in sorted(_references(workspace, documents))]
    known = [each for each in known if kind in (None, each.kind)]
    found = [each for each in known if each.name == old]
    if len(found) == 1:
        return found[0]
    shown = shorten(old, _WIDTH)
    if not found:
        help = did_you_mean(old, dict.fromkeys(each.name for each in known))
        where = f" in {within.file}" if within else ""
        raise WorkspaceError(f"no {kind or 'thing'}{where} is called '{shown}'{f'; {help}' if help else ''}")
    said = [str(each) for each in found[:_MOST_SHOWN]] + ["others"] * (len(found) > _MOST_SHOWN)
    options = ["--kind"] * (len({each.kind for each in found}) > 1)
    options += ["--map"] * (len({each.document.file for each in found if each.document}) > 1)
    raise WorkspaceError(f"'{shown}' is {' and '.join(said)}: choose with {' and '.join(options)}")


def named_in(document: Document) -> Iterator[Named]:
    """Everything in *document* that has a name of its own."""
    content = document.content
    if content is None:
        return
    yield Named("map" if isinstance(content, Map) else "comparison", content.id, document)
    for step in content.steps.values():
        if not is_unnamed(step):
            yield Named("step", step.id, document)
    if isinstance(content, Map):
        yield from (Named("node", id, document) for id in content.nodes)
        yield from (Named("actor", id, document) for id in content.actors)
    else:
        yield from (Named("topic", id, document) for id in content.topics)


def _references(workspace: Workspace, documents: Mapping[Path, Document]) -> set[str]:
    """The keys of all references, those that are only cited too."""
    cited = (document.content.cited for document in documents.values() if isinstance(document.content, Map))
    return set().union(*cited, workspace.bibliography.entries if workspace.bibliography else ())


def refuse_unfit(workspace: Workspace, documents: Mapping[Path, Document], rename: Rename) -> None:
    """Check that the new name can be one and is free.

    Raises:
        WorkspaceError: It cannot, or something else has it; or two files have the id of the map that it is in.
    """
    shown = shorten(rename.new, _WIDTH)
    if rename.new == rename.old:
        raise WorkspaceError(f"'{shown}' is already its name")
    if rename.kind == "reference":
        if not _REFERENCE_KEY.fullmatch(rename.new):
            raise WorkspaceError(
                f"'{shown}' is not a valid reference key: use letters, digits and, between them, . : + / - _"
            )
        others = {key.casefold() for key in _references(workspace, documents) if key != rename.old}
        if rename.new.casefold() in others & _entries(workspace):
            raise WorkspaceError(f"'{shown}' is already taken: it is a reference (case does not tell keys apart)")
        return
    if not _ID.fullmatch(rename.new):
        raise WorkspaceError(not_kebab(rename.new))
    space = next(space for space in _SPACES if rename.kind in space)
    for document in documents.values():
        if document.content is None or rename.owner not in (None, document.content.id):
            continue
        for each in named_in(document):
            if each.name == rename.new and each.kind in space:
                raise WorkspaceError(f"'{shown}' is already taken: it is {each}")
    home = rename.owner or rename.old
    bearers = [
        document.file
        for document in documents.values()
        if document.content is not None
        and document.content.id == home
        and (rename.owner is not None or isinstance(document.content, Map) == (rename.kind == "map"))
    ]
    if len(bearers) > 1:
        raise WorkspaceError(f"the id '{home}' is used by {' and '.join(bearers[:_MOST_SHOWN])}: give each its own")


def not_kebab(word: str) -> str:
    """That *word* is no id, and which is near."""
    proposal = kebab(word[:_WIDTH])
    help = f"write '{proposal}'" if proposal else "use a-z, 0-9 and single hyphens"
    return f"'{shorten(word, _WIDTH)}' is not a kebab-case id; {help}"


def is_kebab(word: str) -> bool:
    """Whether *word* can be an id."""
    return _ID.fullmatch(word) is not None


def _entries(workspace: Workspace) -> set[str]:
    return {key.casefold() for key in (workspace.bibliography.entries if workspace.bibliography else ())}
