"""The policy of this suite: what a machine lacks is a skip, or a failure where everything is required."""

import subprocess
import sys

import pytest
from command import environ
from needs import REPOSITORY

TESTS = """
from needs import need

def test_program():
    assert need("dot")

def test_sources():
    assert need("sources")
"""


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "2 skipped"),
        ({"ARGMAP_REQUIRE_ALL": "0"}, "2 skipped"),
        ({"ARGMAP_REQUIRE_ALL": "1"}, "1 failed, 1 skipped"),
    ],
)
def test_a_missing_program_is_a_skip_unless_all_is_required(environment, said, tmp_path):
    (tmp_path / "conftest.py").write_bytes((REPOSITORY / "tests/conftest.py").read_bytes())
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", tmp_path],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=environ(PATH="/nowhere", PYTHONPATH=str(REPOSITORY / "tests/helpers"), **environment),
    )
    assert said in done.stdout
    assert "set ARGMAP_SOURCES to their folder" in done.stdout
