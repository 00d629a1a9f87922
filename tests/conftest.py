"""What all tests share: the settings of Hypothesis, and the policy for what a machine may lack.

A test that needs a program or the texts of articles asks :func:`need` for it and is skipped, with the reason, where it
is not there. With ``ARGMAP_REQUIRE_ALL=1`` (as in `.ci/run`) a missing program is a failure; the texts of articles are
not ours to ship, so their absence is a skip always.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent
PROGRAMS = {"dot": ("dot",), "chromium": ("chromium", "chromium-browser", "google-chrome"), "make": ("make",)}
REQUIRED = re.compile(r"needs the (program|package) ")

# Forty examples a run: every run draws others, and those that once failed are tried first.
settings.register_profile(
    "argmap", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("argmap")


def need(thing: str) -> str:
    """The path of *thing*, one of PROGRAMS or 'sources'; skips the test where this machine does not have it."""
    if thing == "sources":
        folder = os.environ.get("ARGMAP_SOURCES", "")
        if not folder or not Path(folder).is_dir():
            pytest.skip("needs the texts of the articles: set ARGMAP_SOURCES to their folder")
        return folder
    path = next(filter(None, map(shutil.which, PROGRAMS[thing])), None)
    if path is None:
        pytest.skip(f"needs the program {thing}: install it")
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Make a failure of a skip for a missing program where everything is required."""
    report = yield
    if report.skipped and os.environ.get("ARGMAP_REQUIRE_ALL") == "1" and REQUIRED.search(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"ARGMAP_REQUIRE_ALL is set, and the test was skipped: {report.longrepr[2]}"
    return report


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "TERM"):
        monkeypatch.delenv(name, raising=False)
