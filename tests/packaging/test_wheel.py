"""The wheel carries all that it needs."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from xml.etree import ElementTree

from needs import REPOSITORY

MAP = """\
argmap: 1
map: packed
thesis: a
nodes:
  a: {claim: The wheel carries its data files., supported_by: b}
  b: {evidence: This picture was drawn by it., cite: nobody2026}
"""


def test_a_wheel_installed_elsewhere_draws_a_map(tmp_path: Path) -> None:
    def pip(*arguments: str) -> None:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)

    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(REPOSITORY))
    (wheel,) = tmp_path.glob("argmap-*.whl")
    venv.create(tmp_path / "empty", symlinks=True)
    python = tmp_path / "empty" / "bin" / "python"
    pip(
        "--python",
        str(python),
        "install",
        "--no-compile",
        "--constraint",
        str(REPOSITORY / "constraints.txt"),
        str(wheel),
    )
    (tmp_path / "packed.yaml").write_text(MAP, encoding="utf-8")

    command = [str(python.with_name("argmap")), "render", "packed.yaml", "-o", "packed.svg"]
    path = {"PATH": str(python.parent)}
    drawn = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True, env=path)

    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")
    picture = (tmp_path / "packed.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(picture).tag.endswith("svg")
    assert "The wheel carries" in picture
