"""The command line as its users call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def argmap(
    *arguments: str | Path, cwd: Path, stdin: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``argmap`` in a process of its own; its output must be no traceback, whatever else it is."""
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env=environ(**environment),
    )
    output, errors = done.stdout.decode(errors="replace"), done.stderr.decode()
    assert "Traceback" not in output + errors, errors
    return subprocess.CompletedProcess(done.args, done.returncode, output, errors)


def environ(**changes: str) -> dict[str, str]:
    """The environment of a plain user, with *changes*."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ARGMAP_", "_ARGMAP"))}
    return kept | {"PYTHONWARNINGS": "error"} | changes


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
