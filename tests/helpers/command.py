"""The command line as its users call it: in this process where that is enough, in one of its own where it is not."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from argmap.__main__ import main

Done = subprocess.CompletedProcess[str]


def argmap(*arguments: str | Path, cwd: Path, stdin: str | bytes = "", **environment: str) -> Done:
    """Run ``argmap`` in this process, which is left as it was.

    Pipes, signals, the start and the end of a process are seen by :func:`argmap_process` only.
    """
    words = [str(argument) for argument in arguments]
    streams = [_Stream(stdin.encode() if isinstance(stdin, str) else stdin), _Stream(), _Stream()]
    with _swapped(words, cwd, streams, environ(**environment)):
        code = _exit_code()
    return _done(words, code, streams[1].getvalue(), streams[2].getvalue())


def argmap_process(*arguments: str | Path, cwd: Path, stdin: str | bytes = "", **environment: str) -> Done:
    """Run ``argmap`` in a process of its own."""
    words = [sys.executable, "-m", "argmap", *map(str, arguments)]
    done = subprocess.run(
        words,
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env=environ(**environment),
    )
    return _done(words, done.returncode, done.stdout, done.stderr)


def environ(**changes: str) -> dict[str, str]:
    """The environment of a plain user, with *changes*."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ARGMAP_", "_ARGMAP"))}
    return kept | {"PYTHONWARNINGS": "error"} | changes


def _done(words: list[str], code: int, output: bytes, errors: bytes) -> Done:
    """What a command has said; it must be no traceback, whatever else it is."""
    done = subprocess.CompletedProcess(words, code, output.decode(errors="replace"), errors.decode())
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


class _Stream(io.TextIOWrapper):
    """A standard stream that is no terminal, with the bytes below it."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")

    def getvalue(self) -> bytes:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@contextlib.contextmanager
def _swapped(words: list[str], cwd: Path, streams: list[_Stream], environment: dict[str, str]) -> Iterator[None]:
    """What a process has of its own, for a while."""
    # Where typer is called it sets an excepthook of its own.
    names = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")
    replaced = dict(zip(names, streams * 2, strict=True)) | {"argv": ["argmap", *words]}
    collecting = gc.isenabled()
    with (
        mock.patch.multiple(sys, **replaced, excepthook=sys.excepthook),
        mock.patch.dict(os.environ, environment, clear=True),
        contextlib.chdir(cwd),
    ):
        try:
            yield
        finally:
            if collecting:
                gc.enable()


def _exit_code() -> int:
    try:
        main()
    except SystemExit as end:
        assert end.code is None or isinstance(end.code, int), end.code
        return end.code or 0
    return 0


CITY = """\
argmap: 1
map: city
title: The city's case
lang: en
source: institute2025
thesis: charge
actors:
  council: {name: City council}
nodes:
  charge:
    recommendation: Charge drivers at peak hours.
    addressee: council
    at: a charge at
    supported_by: fell
  fell:
    evidence: Traffic fell by a fifth.
    at: traffic fell
    cite: eliasson2014
"""
CHAMBER = """\
argmap: 1
map: chamber
title: The chamber's case
source: chamber2025
thesis: unfair
nodes:
  unfair:
    claim: The charge is unfair.
    at: unfair
    supported_by: shifts
  shifts:
    evidence: Shift workers have no bus.
    at: no bus
"""
TWO = """\
argmap: 1
comparison: two
title: Two positions
maps: [city, chamber]
topics:
  fairness:
    title: Fairness
    positions: {city: charge, chamber: unfair}
    verdict: differ
"""
REFERENCES = """\
@online{chamber2025, author = {Chamber}, title = {No charge}, date = {2025}, url = {https://example.org/b}}

@article{eliasson2014, author = {Eliasson, Jonas}, title = {Stockholm}, journaltitle = {TP}, date = {2014}}

@online{institute2025, author = {Institute}, title = {A charge}, date = {2025}, url = {https://example.org/a}}
"""
UNCITED = "\n@article{smith2015, author = {Smith, Ann}, title = {Oslo}, journaltitle = {TP}, date = {2015}}\n"


def small_workspace(folder: Path) -> Path:
    """A workspace in which nothing is to be found: two maps, a comparison, three references."""
    (folder / "maps").mkdir(parents=True)
    for name, text in (("maps/city", CITY), ("maps/chamber", CHAMBER), ("maps/two", TWO)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "references.bib").write_text(REFERENCES, encoding="utf-8")
    return folder
