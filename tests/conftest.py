"""What all tests share: the settings of Hypothesis, a plain environment, and failures for what a machine lacks."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from needs import REQUIRED

# Every run draws other examples, and those that once failed are tried first.
settings.register_profile(
    "argmap", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("deep", settings.get_profile("argmap"), max_examples=500)
settings.load_profile("argmap")


def is_deep(config: pytest.Config) -> bool:
    """Whether only what takes long was asked for."""
    return config.getoption("markexpr") == "deep"


def pytest_configure(config: pytest.Config) -> None:
    """Draw more examples where that is asked for."""
    if is_deep(config):
        settings.load_profile("deep")


def pytest_itemcollected(item: pytest.Item) -> None:
    """With ``-m deep`` run every property too, of more examples."""
    if is_deep(item.config) and is_hypothesis_test(getattr(item, "obj", None)):
        item.add_marker("deep")


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
