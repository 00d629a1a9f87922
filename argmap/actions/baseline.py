"""The baseline: findings that are known and left for later, so that a check speaks of new ones only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from argmap.actions.check import CheckRun, Choice, check, enabled_by, used_keys
from argmap.checks.engine.rule import Scope
from argmap.checks.engine.run import able
from argmap.reporters._fingerprint import fingerprints
from argmap.reporters.report import Report
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import Settings
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
) -> tuple[CheckRun, str | None]:
    """Check as :func:`argmap.actions.check.check` does, and leave out what the baseline knows.

    With *add* all that is found becomes known. What is known and no longer there is taken out of the file, if a rule
    that would find it has looked; so is what is known of files that are gone. Returns the run and what is to be said of
    the baseline. Raises WorkspaceError for a baseline that cannot be read or written.
    """
    run = check(workspace, paths, choice, cached=cached)
    settings, path = workspace.settings, workspace.settings.baseline
    if not add and not path.is_file():
        return run, None
    known, found = read(path), of(run, settings)
    left = _left(known, found, _settled(workspace, run, choice), settings.root)
    if add:
        kept = set(left)
        added = [each for each in found if each not in kept]
        write(path, left + added)
        return run._replace(findings=()), f"{_counted(len(added), 'finding')} added to {workspace.shown(path)}"
    prints = {each.fingerprint for each in known}
    new = [finding for each, finding in zip(found, run.findings, strict=True) if each.fingerprint not in prints]
    gone = len(known) - len(left)
    if gone:
        write(path, left)
    said = f"removed {_counted(gone, 'fixed finding')} from {workspace.shown(path)}" if gone else None
    return run._replace(findings=new), said


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
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WorkspaceError(
            f"{path}: no baseline of this version ({error}); remove it and write a new one with --add-baseline"
        ) from None


def write(path: Path, known: list[Known]) -> None:
    """Write the baseline, in an order that merges well. Raises WorkspaceError where it cannot be written."""
    entries = [each._asdict() for each in sorted(known, key=lambda each: (each.file, each.code, each.fingerprint))]
    files.write(path, json.dumps({"version": _VERSION, "findings": entries}, indent=1, ensure_ascii=False) + "\n")


def of(run: CheckRun, settings: Settings) -> list[Known]:
    """All findings of a run, as a baseline knows them: with files as seen from the root."""
    names = {file: _name(file, settings) for file in run.texts}
    findings = [finding._replace(file=names[finding.file]) for finding in run.findings]
    prints = fingerprints(Report(findings, {names[file]: text for file, text in run.texts.items()}))
    return [
        Known(fingerprint, finding.code, finding.file, finding.message)
        for fingerprint, finding in zip(prints, findings, strict=True)
    ]


def _settled(workspace: Workspace, run: CheckRun, choice: Choice) -> dict[str, frozenset[str]]:
    """By file, the codes of the rules that have looked at all of it: what they do not find there is not there."""
    enabled = enabled_by(workspace.settings, choice)
    all_maps = used_keys(workspace, run.looked) is not None
    at_hand = {"bibliography"} if workspace.settings.references.is_file() else set()
    at_hand |= {"used"} if all_maps else set()
    found: dict[str, frozenset[str]] = {}
    for path, look in run.looked.items():
        if not look.whole:
            continue
        source = {"source"} if workspace.source_text(look.source) is not None else set()
        source |= {"lock"} if look.source in workspace.locks else set()
        scopes = [Scope.SYNTAX, look.scope, *([Scope.WORKSPACE] if all_maps else [])]
        codes = {rule.code for scope in scopes for rule in able(scope, at_hand | source)}
        found[_name(workspace.text(path).file, workspace.settings)] = enabled(path) & codes
    return found


def _left(
    known: Iterable[Known], found: Iterable[Known], settled: Mapping[str, frozenset[str]], root: Path
) -> list[Known]:
    """What is known and still there, or not known to be fixed."""
    prints = {each.fingerprint for each in found}
    return [
        each
        for each in known
        if each.fingerprint in prints or (each.code not in settled.get(each.file, ()) and (root / each.file).exists())
    ]


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _name(file: str, settings: Settings) -> str:
    return settings.seen_from_root(Path(file)) or file
