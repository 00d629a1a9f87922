"""`argmap check --watch`: checks again when something changes, and ends when it is interrupted."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from command import CITY, REFERENCES, UNCITED, argmap, environ, small_workspace

from argmap.actions import watch

BROKEN = CITY.replace("title:", "titel:")
SECONDS = 60
# Where tests run in the background interrupts are ignored, and processes inherit that.
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from argmap.__main__ import main
main()
"""


class Watching:
    """A process that watches, and what it says."""

    def __init__(self, folder, *options):
        self.read = {}
        self.said, self.errors = folder.parent / "said", folder.parent / "errors"
        with self.said.open("wb") as said, self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "check", "--watch", "--output-format", "concise", *options],
                cwd=folder,
                stdout=said,
                stderr=errors,
                env=environ(),
            )

    def says(self, text, *, errors=False):
        """Wait until *text* is said, after what was said before."""
        file = self.errors if errors else self.said
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            said = file.read_text(encoding="utf-8")
            at = said.find(text, self.read.get(file, 0))
            if at >= 0:
                self.read[file] = at + len(text)
                return
            assert self.process.poll() is None, self.errors.read_text(encoding="utf-8")
            time.sleep(0.05)
        raise AssertionError(f"'{text}' is not said within {SECONDS} s, only: {said}")

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=SECONDS)


@pytest.fixture
def folder(tmp_path):
    return small_workspace(tmp_path / "work")


@pytest.fixture
def watching(folder) -> Iterator[Watching]:
    process = Watching(folder)
    yield process
    process.process.kill()
    process.process.wait()


def test_every_change_is_checked_until_the_user_interrupts(watching, folder):
    watching.says("nothing found\n")
    (folder / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    watching.says("maps/city.yaml:3:1: error[AM109]")
    (folder / "maps/city.yaml").write_text(CITY, encoding="utf-8")
    watching.says("nothing found\n")
    (folder / "references.bib").write_text(REFERENCES + UNCITED, encoding="utf-8")
    watching.says("[AM411]")
    (folder / "argmap.toml").write_text('ignore = ["AM411"]\n', encoding="utf-8")
    watching.says("nothing found\n")
    (folder / "maps/more.yaml").write_text("argmap: 1\nmap: city\n", encoding="utf-8")
    watching.says("maps/more.yaml:2:6: error[AM607]")
    watching.says("1 error\n")
    assert watching.interrupt() in (0, 1)
    assert watching.errors.read_bytes() == b""


def test_what_cannot_be_read_for_a_while_is_waited_for(watching, folder):
    watching.says("nothing found\n")
    (folder / "argmap.toml").write_text("maps = [\n", encoding="utf-8")
    watching.says("argmap.toml: ", errors=True)
    (folder / "argmap.toml").write_text('maps = "gone"\n', encoding="utf-8")
    watching.says("no maps folder (gone)", errors=True)
    (folder / "argmap.toml").unlink()
    watching.says("nothing found\n")
    assert watching.interrupt() in (0, 1)


def test_what_is_wrong_from_the_start_ends_it(folder):
    done = argmap("check", "--watch", "gone.yaml", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "gone.yaml: no such file" in done.stderr


def test_what_changes_during_a_check_is_checked_again(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("1", encoding="utf-8")
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 3:
            path.unlink()

    monkeypatch.setattr(watch.time, "sleep", sleep)
    changes = watch.each_change(lambda: [path, tmp_path / "gone"])
    next(changes)
    path.write_text("22", encoding="utf-8")
    next(changes)
    assert slept == []
    next(changes)
    assert len(slept) == 3
