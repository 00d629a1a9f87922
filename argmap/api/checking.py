"""Checking and fixing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.api.document import Document

if TYPE_CHECKING:
    from argmap.actions.check import Choice
    from argmap.actions.rewrite import Rewrite
    from argmap.model import Finding
    from argmap.workspace.workspace import Workspace

_FILE = "text.yaml"


class Fixed(NamedTuple):
    """A text after its fixes.

    Attributes:
        text: The text.
        fixed: The findings whose fixes were applied.
        left: What is still found.
        rewrite: The file that the text came from; None for a text by itself.
    """

    text: str
    fixed: Sequence[Finding]
    left: Sequence[Finding]
    rewrite: Rewrite | None = None

    def write(self) -> None:
        """Writes the file, whole or not at all; its line ends stay. Raises WorkspaceError where that fails."""
        if self.rewrite is not None and self.rewrite.changed:
            self.rewrite.write()


def check(
    what: str | Path | Document | Workspace,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    workspace: Workspace | None = None,
) -> list[Finding]:
    """Checks maps, comparisons and references.

    Args:
        what: A file or folder; the text of a map or comparison (a ``str`` of several lines); a document, as its text is
            now; or a workspace, for all that is in it.
        select: The rules to run, by code, prefix of a code or name; None: those of the settings.
        ignore: Rules not to run; None: those of the settings.
        extend_select: Rules to run besides.
        workspace: Where references, sources and other maps are looked for. None: for a file the workspace it is in;
            for a text there are none, and what needs them is not checked.

    Returns:
        The findings, by file, line and column.

    Raises:
        WorkspaceError: A path is not there, or the settings cannot be used.
        UnknownSelectorError: A selector that means no rule.
    """
    from argmap.actions.check import Choice
    from argmap.actions.check import check as check_files

    choice = Choice(_listed(select), _listed(ignore), tuple(extend_select))
    text = _text(what)
    if text is not None:
        return check_text(text, choice, what.file if isinstance(what, Document) else None, _around(what, workspace))
    around, paths = _paths(what, workspace)
    return list(check_files(around, paths, choice).findings)


def fix(
    what: str | Path | Document,
    *,
    unsafe: bool = False,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    workspace: Workspace | None = None,
) -> Fixed:
    """Applies the fixes of what a check finds in one file or text; comments and layout stay, and nothing is written.

    Args:
        what: A map file, comparison or bibliography; or the text of a map or comparison; or a document.
        unsafe: Whether fixes are applied too that may not be what was meant.
        select: As in :func:`check`.
        ignore: As in :func:`check`.
        extend_select: As in :func:`check`.
        workspace: As in :func:`check`.

    Returns:
        The text, and what became of the findings. Its ``write()`` writes the file.

    Raises:
        WorkspaceError: The file is not there, or is a folder.
        UnknownSelectorError: A selector that means no rule.
    """
    from argmap.actions.check import Choice
    from argmap.actions.fix import fix_file
    from argmap.checks.engine.fix import Checked
    from argmap.checks.engine.fix import fix_text as fix_text

    choice = Choice(_listed(select), _listed(ignore), tuple(extend_select))
    text = _text(what)
    if text is not None:
        around = _around(what, workspace)
        file = what.file if isinstance(what, Document) else None

        def found(text: str) -> Checked:
            from argmap.formats.native import load

            return Checked(check_text(text, choice, file, around), load(text, "").unread)

        return Fixed(*fix_text(text, found, unsafe))
    around, (path,) = _paths(what, workspace)
    rewrite, fixed, left = fix_file(around, path, choice, unsafe)
    return Fixed(rewrite.after, fixed, left, rewrite)


def check_text(text: str, choice: Choice, file: str | None, workspace: Workspace | None) -> list[Finding]:
    """What is found in the text of a map or comparison by itself, or as a file of *workspace*."""
    from argmap.actions.check import enabled_by
    from argmap.actions.check_file import check_file
    from argmap.workspace.workspace import Workspace

    if workspace is None:
        return _check_alone(text, choice, file)
    path = Path(file) if file else workspace.settings.maps / _FILE
    over = Workspace(workspace.start, {**workspace.texts, str(path): text})
    return list(check_file(over, path, enabled_by(over.settings, choice)(path)).findings)


def _check_alone(text: str, choice: Choice, file: str | None) -> list[Finding]:
    from argmap.checks.engine.rule import ComparisonContext, MapContext
    from argmap.checks.engine.run import check_document
    from argmap.checks.engine.select import ALL, selected
    from argmap.formats.native import load
    from argmap.model import Comparison

    document = load(text, file or _FILE)
    enabled = selected((ALL,) if choice.select is None else choice.select, choice.ignore or (), choice.extend_select)
    is_comparison = isinstance(document.content, Comparison)
    return check_document(document, ComparisonContext({}) if is_comparison else MapContext(), enabled)


def _text(what: str | Path | Document | Workspace) -> str | None:
    """The text that is to be checked; None for a file or a workspace."""
    if isinstance(what, Document):
        return what.text
    return what if isinstance(what, str) and "\n" in what else None


def _around(what: object, workspace: Workspace | None) -> Workspace | None:
    return what.workspace if workspace is None and isinstance(what, Document) else workspace


def _paths(what: str | Path | Document | Workspace, workspace: Workspace | None) -> tuple[Workspace, list[Path]]:
    from argmap.workspace.workspace import Workspace

    if isinstance(what, Workspace):
        return what, [what.maps_folder()]
    assert not isinstance(what, Document)  # noqa: S101
    path = Path(what)
    return workspace or Workspace(path if path.exists() else Path.cwd()), [path]


def _listed(selectors: Iterable[str] | None) -> tuple[str, ...] | None:
    if isinstance(selectors, str):
        return (selectors,)
    return None if selectors is None else tuple(selectors)
