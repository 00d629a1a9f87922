"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from needs import REPOSITORY
from typer.testing import CliRunner

from argmap.cli import app
from argmap.formats.native import load
from argmap.formats.native.grammar.shape import (
    STEP_KEYS,
    ComparisonShape,
    MapShape,
    NestedStep,
    NodeShape,
    QuantityShape,
    TopicShape,
    VerdictShape,
)

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
FORMAT = (REPOSITORY / "docs" / "file-format.md").read_text(encoding="utf-8")


def _generator() -> ModuleType:
    # By its path: 'generate' is what a program of benchmarks/ is called too.
    spec = importlib.util.spec_from_file_location("generate_docs", REPOSITORY / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_what_make_docs_would_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    made = _generator().pages()
    written = {name: (REPOSITORY / "docs" / name) for name in made}
    stale = [name for name, file in written.items() if not file.exists() or file.read_text("utf-8") != made[name]]
    assert stale == [], "'make docs' would write these otherwise"
    left = {f"rules/{file.name}" for file in (REPOSITORY / "docs" / "rules").iterdir()} - set(made)
    assert left == set(), "'make docs' would remove these"


def test_every_command_is_in_the_readme() -> None:
    listed = CliRunner().invoke(app, ["--help"]).output.partition("Commands:")[2]
    commands = re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)
    assert len(commands) >= 7
    assert [name for name in commands if f"`argmap {name}" not in README] == []


def test_the_readme_shows_what_check_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    said = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert example and said
    assert example[1].count("\n") == 8
    (tmp_path / "night-buses.yaml").write_text(example[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["check", "night-buses.yaml"]).output == said[1]


def test_the_pages_that_the_readme_links_to_are_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(links) > 5
    assert [link for link in links if not (REPOSITORY / link).exists()] == []


def test_the_examples_of_the_format_page_load() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        assert load(example, "file-format.md").faults == ()


@pytest.mark.parametrize(
    "shape", [MapShape, NodeShape, NestedStep, QuantityShape, ComparisonShape, TopicShape, VerdictShape]
)
def test_every_key_of_the_format_is_on_its_page(shape: type[MapShape]) -> None:
    keys = [field.alias or name for name, field in shape.model_fields.items() if name != "extra"]
    assert [key for key in keys if not re.search(rf"\b{key}\b", FORMAT)] == []


def test_every_step_kind_is_on_the_format_page() -> None:
    assert [key for key in STEP_KEYS if f"`{key}`" not in FORMAT and f"{{{key}:" not in FORMAT] == []
