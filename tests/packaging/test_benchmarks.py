"""The benchmarks are run by hand; that they can still be loaded, with all that they use of each other, is held here."""

from importlib import import_module
from pathlib import Path

import pytest
from needs import REPOSITORY

FOLDER = REPOSITORY / "benchmarks"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_a_benchmark_loads(name: str):
    module = import_module(name)
    assert Path(str(module.__file__)).parent == FOLDER
