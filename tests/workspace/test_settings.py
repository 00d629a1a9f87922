"""Settings: where they are found, and what is wrong with them."""

import pytest

from argmap.model import Dialect, Engine, Severity
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.settings import described, find


@pytest.fixture(autouse=True)
def _no_sources(monkeypatch):
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)


def write(path, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_settings_all_is_beside_what_is_worked_on(tmp_path):
    settings = find(write(tmp_path / "deep/map.yaml"))
    assert settings.root == tmp_path / "deep"
    assert (settings.maps, settings.references) == (tmp_path / "deep/maps", tmp_path / "deep/references.bib")
    assert (settings.build, settings.sources) == (tmp_path / "deep/build", tmp_path / "deep/sources")


@pytest.mark.parametrize("name", ["references.bib", "argmap.toml"])
def test_the_nearest_folder_upward_with_settings_or_references_is_the_root(name, tmp_path):
    write(tmp_path / "references.bib")
    write(tmp_path / "work" / name)
    (tmp_path / "work/maps/deep").mkdir(parents=True)
    assert find(tmp_path / "work/maps/deep").root == tmp_path / "work"
    assert find(tmp_path / "work/maps/gone.yaml").root == tmp_path / "work"


def test_settings_are_paths_from_the_root(tmp_path):
    write(tmp_path / "argmap.toml", 'maps = "a"\nreferences = "b/c.bib"\nbuild = "out"\nsources = "../texts"\n')
    settings = find(tmp_path)
    assert settings.maps == tmp_path / "a"
    assert settings.references == tmp_path / "b/c.bib"
    assert settings.build == tmp_path / "out"
    assert settings.sources == tmp_path / "../texts"


def test_pyproject_counts_where_it_has_a_table_for_argmap(tmp_path):
    write(tmp_path / "references.bib")
    write(tmp_path / "a/pyproject.toml", '[project]\nname = "x"\n')
    write(tmp_path / "b/pyproject.toml", '[tool.argmap]\nmaps = "texts"\n')
    write(tmp_path / "c/pyproject.toml", "tool = 3\n")
    assert find(tmp_path / "a").root == find(tmp_path / "c").root == tmp_path
    assert find(tmp_path / "b").maps == tmp_path / "b/texts"


def test_argmap_toml_outranks_pyproject(tmp_path):
    write(tmp_path / "argmap.toml", 'maps = "own"\n')
    write(tmp_path / "pyproject.toml", '[tool.argmap]\nmaps = "other"\n')
    assert find(tmp_path).maps == tmp_path / "own"


def test_the_environment_outranks_the_settings_for_sources(tmp_path, monkeypatch):
    write(tmp_path / "argmap.toml", 'sources = "texts"\n')
    monkeypatch.setenv("ARGMAP_SOURCES", "/elsewhere")
    assert find(tmp_path).sources.as_posix() == "/elsewhere"
    monkeypatch.setenv("ARGMAP_SOURCES", "")
    assert find(tmp_path).sources == tmp_path / "texts"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("argmap.toml", 'mapss = "a"', "unknown setting 'mapss'; did you mean 'maps'?"),
        (
            "argmap.toml",
            'zebra = "a"',
            "unknown setting 'zebra'; known: maps, references, build, baseline, lock, sources",
        ),
        ("argmap.toml", 'build = "/out"', "the setting 'build' leads out of"),
        ("argmap.toml", 'baseline = "../b.json"', "the setting 'baseline' leads out of"),
        ("argmap.toml", 'select = "AM2"', "the setting 'select' takes a list of rules"),
        ("argmap.toml", 'fail-on = "never"', "the setting 'fail-on' is one of error, warning, note"),
        ("argmap.toml", 'bibliography = "latex"', "the setting 'bibliography' is one of biblatex, bibtex"),
        ("argmap.toml", 'engine = "neato"', "the setting 'engine' is one of wheel, dot"),
        ("argmap.toml", 'per-file-ignores = ["AM2"]', "takes lists of rules by file pattern"),
        ("argmap.toml", "maps = 3", "the setting 'maps' takes a path as text"),
        ("argmap.toml", "maps = [", "argmap.toml: "),
        ("pyproject.toml", "[tool]\nargmap = 3", "[tool.argmap] is a table of settings"),
        ("pyproject.toml", "[tool.argmap]\nsource = 'a'", "did you mean 'sources'?"),
    ],
)
def test_settings_that_cannot_be_used_are_said(file, text, said, tmp_path):
    write(tmp_path / file, text)
    with pytest.raises(WorkspaceError) as error:
        find(tmp_path)
    assert said in str(error.value)
    assert file in str(error.value)


def test_rules_are_chosen_for_all_files_and_for_some(tmp_path):
    text = 'select = ["AM2"]\nignore = ["AM208"]\nfail-on = "warning"\n[per-file-ignores]\n"drafts/*" = ["AM3"]\n'
    write(tmp_path / "argmap.toml", text)
    settings = find(tmp_path)
    assert (settings.select, settings.ignore, settings.fail_on) == (("AM2",), ("AM208",), Severity.WARNING)
    assert settings.ignored_in(tmp_path / "drafts/a.yaml") == ("AM3",)
    assert settings.ignored_in(tmp_path / "maps/a.yaml") == settings.ignored_in(tmp_path.parent / "a.yaml") == ()


def test_references_are_those_of_biblatex_unless_it_is_said(tmp_path):
    assert find(tmp_path).bibliography is Dialect.BIBLATEX
    write(tmp_path / "argmap.toml", 'bibliography = "bibtex"\n')
    assert find(tmp_path).bibliography is Dialect.BIBTEX
    assert 'bibliography = "bibtex"' in described(find(tmp_path))


def test_maps_are_laid_out_by_the_wheel_unless_the_settings_say_otherwise(tmp_path):
    assert find(tmp_path).engine is Engine.WHEEL
    write(tmp_path / "argmap.toml", 'engine = "dot"\n')
    assert find(tmp_path).engine is Engine.DOT
    assert 'engine = "dot"' in described(find(tmp_path))


def test_bytes_that_are_no_text_are_said(tmp_path):
    (tmp_path / "argmap.toml").write_bytes(b"\xff")
    with pytest.raises(WorkspaceError, match=r"argmap\.toml: .*decode"):
        find(tmp_path)
