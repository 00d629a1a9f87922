"""Many files are looked at by several processes; what is found is the same, in the same order."""

import subprocess
import sys
from pathlib import Path

import pytest
from command import CITY, TWO, argmap_process, environ, small_workspace
from generate import generate

from argmap.actions import check_file as look
from argmap.actions.check import CheckRun, check
from argmap.workspace.workspace import Workspace

MANY = look._FEWEST_FOR_PROCESSES + 20


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A workspace with faults in every seventh of many maps."""
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)
    monkeypatch.chdir(small_workspace(tmp_path / "work"))
    for number in range(MANY):
        text = generate(3 + number % 3, number).replace("map: generated", f"map: m{number}")
        broken = text.replace("thesis: n-0", "thesis: [n-0, gone]\ntitel: x") if number % 7 == 0 else text
        Path(f"maps/m{number:03}.yaml").write_text(broken, encoding="utf-8")
    Path("maps/two.yaml").write_text(TWO.replace("charge", "chrage"), encoding="utf-8")
    return Path.cwd()


def run(folder: Path, cached: bool = False) -> CheckRun:
    return check(Workspace(folder), [folder / "maps"], cached=cached)


def test_several_processes_find_what_one_finds(folder, monkeypatch):
    monkeypatch.setattr(look, "_FEWEST_FOR_PROCESSES", 10**9)
    one = run(folder)
    assert len(one.findings) > MANY / 7
    said = argmap_process("check", "--output-format", "json", "--no-cache", cwd=folder)
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("os.process_cpu_count", lambda: 2, raising=False)
    here, original = [], look.check_file
    monkeypatch.setattr(look, "check_file", lambda *given: here.append(given) or original(*given))
    several = run(folder, cached=True)
    assert here == []
    assert several == one
    # What was kept is kept of the file that it was found in.
    assert run(folder, cached=True) == one
    assert argmap_process("check", "--output-format", "json", cwd=folder).stdout == said.stdout


def test_standard_input_among_many_files_is_read_once(folder):
    done = argmap_process("check", "-", "maps", "--select", "AM109", cwd=folder, stdin=CITY.replace("title:", "titel:"))
    assert done.returncode == 1
    assert done.stdout.count("--> <stdin>:3:1\n") == 1
    assert done.stdout.count("[AM109]") == 1 + -(-MANY // 7)


def test_the_processes_start_however_the_system_starts_them(folder):
    program = """
import multiprocessing, sys
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.argv = ["argmap", "check", "--no-cache", "--exit-zero", "--statistics"]
    from argmap.__main__ import main
    main()
"""
    Path("started.py").write_text(program, encoding="utf-8")
    words = [sys.executable, "started.py"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120, env=environ())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == argmap_process("check", "--statistics", cwd=folder).stdout
