"""What a command does where its output cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import environ, small_workspace

FULL = Path("/dev/full")
COMMANDS = ["--version", "rules", "show city", "solve --problems", "check"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return small_workspace(tmp_path_factory.mktemp("streams") / "work")


def run(command, workspace, stdout, **environment):
    """The exit code and the errors of a process that writes to *stdout*."""
    words = [sys.executable, "-m", "argmap", *command.split()]
    done = subprocess.run(
        words, cwd=workspace, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, env=environ(**environment)
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_exit_code_2_and_one_line(command, buffered, workspace):
    with FULL.open("wb") as full:
        code, errors = run(command, workspace, full, PYTHONUNBUFFERED=buffered)
    assert (code, errors) == (2, "argmap: No space left on device\n")


@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_gone_gets_no_complaint(command, buffered, workspace):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        code, errors = run(command, workspace, pipe, PYTHONUNBUFFERED=buffered)
    assert (code, errors) == (1, "")
