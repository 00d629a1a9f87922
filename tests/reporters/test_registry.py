"""Reporters are found by their name."""

import subprocess
import sys
from pathlib import Path

import pytest

import argmap.reporters
from argmap.reporters import REPORTERS, reporter

SHARED = {"__init__", "_fingerprint", "_json", "_text", "report"}


def test_every_module_is_a_reporter_or_shared():
    modules = {file.stem for file in Path(argmap.reporters.__file__).parent.glob("*.py")}
    assert set(REPORTERS) == modules - SHARED
    assert list(REPORTERS) == sorted(REPORTERS)


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_is_documented(name):
    report = reporter(name)
    assert report.__doc__
    assert sys.modules[report.__module__].__doc__


@pytest.mark.parametrize(
    ("name", "help"),
    [("sarfi", "did you mean 'sarif'? "), ("xml", ""), ("", ""), ("report", ""), ("_text", ""), ("os.path", "")],
)
def test_an_unknown_name_says_what_there_is(name, help):
    with pytest.raises(ValueError, match="there is no output format") as caught:
        reporter(name)
    choices = "concise, full, github, gitlab, grouped, json, jsonl, junit, sarif, statistics"
    assert str(caught.value) == f"there is no output format '{name}'; {help}choose one of {choices}"


def test_only_the_reporter_that_is_wanted_is_imported():
    program = (
        "import sys; from argmap.reporters import reporter; reporter('concise');"
        "print(sorted(name for name in sys.modules if name.startswith('argmap.reporters.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['argmap.reporters._text', 'argmap.reporters.concise', 'argmap.reporters.report']\n"
