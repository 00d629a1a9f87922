"""The page on the Python API: its examples run, and it names everything."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest
from needs import REPOSITORY

import argmap

PAGE = (REPOSITORY / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "maps", tmp_path / "maps")
    for name in ("references.bib", "sources.lock"):
        shutil.copy(REPOSITORY / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "docs/api.md", "docs/api.md", 0)
    assert len(test.examples) > 30
    said: list[str] = []
    failed, _ = doctest.DocTestRunner().run(test, out=said.append)
    assert failed == 0, "".join(said)


def test_every_name_is_on_the_page() -> None:
    listed = re.findall(r"^\| `(\w+)", PAGE, re.MULTILINE)
    assert sorted(listed) == sorted(set(argmap.__all__) - {"__version__"})


def test_every_function_says_what_it_takes() -> None:
    for name in argmap.__all__:
        thing = getattr(argmap, name)
        assert name == "__version__" or thing.__doc__, name
