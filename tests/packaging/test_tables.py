"""Tables of names to modules: each module is there, and has what it is looked up for."""

from importlib import import_module
from pathlib import Path

import pytest

from argmap.citations import export, styles
from argmap.cli import COMMANDS
from argmap.render import FORMATS as PAINTERS
from argmap.reporters import REPORTERS
from argmap.sources import read
from argmap.writers.comparison import FORMATS as WRITERS

TABLES = {
    "commands": (COMMANDS, None),
    "exports": (export.EXPORTS, "export"),
    "painters": (PAINTERS, None),
    "readers": (read.READERS, "paragraphs"),
    "reporters": (REPORTERS, "report"),
    "styles": (styles.STYLES, "STYLE"),
    "writers": (WRITERS, "write"),
}
ENTRIES = [(table, name) for table, (modules, _) in TABLES.items() for name in modules]
# What a folder holds besides what its table names.
SHARED = {
    "exports": set(),
    "readers": {"decode", "errors", "paragraph"},
    "styles": {"legal", "model", "pages", "people"},
}


@pytest.mark.parametrize(("table", "name"), ENTRIES)
def test_a_module_has_what_it_is_looked_up_for(table, name):
    modules, attribute = TABLES[table]
    module = import_module(modules[name])
    if attribute is not None:
        assert hasattr(module, attribute)


@pytest.mark.parametrize("table", SHARED)
def test_every_module_of_a_folder_is_in_its_table_or_shared(table):
    modules = TABLES[table][0].values()
    (package,) = {module.rpartition(".")[0] for module in modules}
    folder = Path(import_module(package).__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {module.rpartition(".")[2] for module in modules} == files - SHARED[table]


def test_every_kind_of_file_has_a_reader():
    assert set(read.KINDS.values()) == set(read.READERS)
