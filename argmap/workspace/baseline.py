"""The baseline: findings that are known and left for later, so that a check speaks of new ones only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from argmap.reporters._fingerprint import fingerprints
from argmap.reporters.report import Report
from argmap.workspace import files
from argmap.workspace.check import Choice, Run, check
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace

_VERSION = 1


class Known(NamedTuple):
    """A finding of the baseline: its fingerprint, and what tells people which it is."""

    fingerprint: str
    code: str
    file: str
    message: str


def check_with_baseline(
    workspace: Workspace, paths: Iterable[Path], choice: Choice, *, add: bool, cached: bool
) -> tuple[Run, str | None]:
    """Check as :func:`argmap.workspace.check.check` does, and leave out what the baseline knows.

    With *add* all that is found becomes known. What is known and no longer there is taken out of the file. Returns the
    run and what is to be said of the baseline. Raises WorkspaceError for a baseline that cannot be read or written.
    """
    run = check(workspace, paths, choice, cached=cached)
    settings = workspace.settings
    if not add and not settings.baseline.is_file():
        return run, None
    known = read(settings.baseline)
    new, left = without(run, known, settings.root)
    if add:
        added = [each for each in of(run, settings.root) if each not in left]
        write(settings.baseline, left + added)
        return run._replace(findings=()), f"{len(added)} findings added to {workspace.shown(settings.baseline)}"
    if len(left) == len(known):
        return new, None
    write(settings.baseline, left)
    return new, f"{len(known) - len(left)} mended findings taken out of {workspace.shown(settings.baseline)}"


def read(path: Path) -> list[Known]:
    """The findings of the baseline file; none where there is no file. Raises WorkspaceError for what is no baseline."""
    if not path.is_file():
        return []
    text = files.read(path)
    try:
        data: Any = json.loads(text.text)
        if data["version"] != _VERSION:
            raise ValueError(f"version {data['version']}")
        return [Known(*(str(each[field]) for field in Known._fields)) for each in data["findings"]]
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"{path}: no baseline of this version ({error}); write it anew with --add-baseline"
        ) from None


def write(path: Path, known: list[Known]) -> None:
    """Write the baseline, in an order that merges well. Raises WorkspaceError where it cannot be written."""
    entries = [each._asdict() for each in sorted(known, key=lambda each: (each.file, each.code, each.fingerprint))]
    files.write(path, json.dumps({"version": _VERSION, "findings": entries}, indent=1, ensure_ascii=False) + "\n")


def of(run: Run, root: Path) -> list[Known]:
    """All findings of a run, as a baseline knows them: with files as seen from *root*."""
    findings = [finding._replace(file=_from(root, finding.file)) for finding in run.findings]
    prints = fingerprints(Report(findings, {_from(root, file): text for file, text in run.texts.items()}))
    return [
        Known(fingerprint, finding.code, finding.file, finding.message)
        for fingerprint, finding in zip(prints, findings, strict=True)
    ]


def without(run: Run, known: list[Known], root: Path) -> tuple[Run, list[Known]]:
    """The run without what is known, and what of that is still there, or in files that were not looked at."""
    found = of(run, root)
    prints, known_prints = {each.fingerprint for each in found}, {each.fingerprint for each in known}
    new = [finding for each, finding in zip(found, run.findings, strict=True) if each.fingerprint not in known_prints]
    looked_at = {_from(root, file) for file in run.texts}
    left = [each for each in known if each.fingerprint in prints or each.file not in looked_at]
    return run._replace(findings=new), left


def _from(root: Path, file: str) -> str:
    path = Path(file).absolute()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file
