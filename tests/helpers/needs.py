"""Where the repository is, and the policy for what a machine may lack.

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

REPOSITORY = Path(__file__).parents[2]
PROGRAMS = {"dot": ("dot",), "chromium": ("chromium", "chromium-browser", "google-chrome"), "make": ("make",)}
REQUIRED = re.compile(r"needs the (program|package) ")


def need(thing: str) -> str:
    """The path of *thing* , one of PROGRAMS or 'sources'; skips the test where this machine does not have it."""
    if thing == "sources":
        folder = os.environ.get("ARGMAP_SOURCES", "")
        if not folder or not Path(folder).is_dir():
            pytest.skip("needs the texts of the articles: set ARGMAP_SOURCES to their folder")
        return folder
    path = next(filter(None, map(shutil.which, PROGRAMS[thing])), None)
    if path is None:
        pytest.skip(f"needs the program {thing}: install it")
    return path
