"""What each reporter says of the same findings, byte for byte. After a wanted change: run with ARGMAP_UPDATE=1."""

import os
from pathlib import Path

import pytest
from reporter_samples import RUN

from argmap.reporters import REPORTERS, reporter

GOLDEN = Path(__file__).parent / "golden"


def _hold(name: str, text: str) -> None:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTERS)
def test_findings(name):
    _hold(name, reporter(name)(RUN))


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_findings_in_colour(name):
    _hold(f"{name}-colour", reporter(name)(RUN._replace(colour=True)))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("full", "nothing found\n"),
        ("concise", "nothing found\n"),
        ("grouped", "nothing found\n"),
        ("statistics", "nothing found\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("github", ""),
        ("gitlab", "[]\n"),
    ],
)
def test_no_findings(name, said):
    assert reporter(name)(RUN._replace(findings=())) == said
