"""References as pandoc formats them, which the tests compare argmap's with.

Usage:
    python tools/oracles_pandoc.py [FOLDER]

FOLDER holds the official CSL styles ``apa.csl``, ``chicago-author-date.csl`` and ``modern-language-association.csl``.
They are not part of argmap; Debian's package ``citation-style-language-styles`` brings them, and its folder is the
default. Without the styles, or without pandoc, nothing is written, and the exit code is 1.

In ``tests/citations/golden/STYLE.txt`` each line is the key of a reference and the reference in plain text, in the
order of the style.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "tests/citations/golden"
STYLES = {"apa": "apa", "chicago": "chicago-author-date", "mla": "modern-language-association"}
FOLDER = Path("/usr/share/citation-style-language/styles")


def main(folder: Path) -> int:
    """Write the files for all styles; 1 where pandoc or a style is missing."""
    pandoc = shutil.which("pandoc")
    styles = {name: folder / f"{style}.csl" for name, style in STYLES.items()}
    missing = [str(path) for path in styles.values() if not path.is_file()]
    if pandoc is None or missing:
        print("left out, for want of", ", ".join(missing or ["pandoc"]), file=sys.stderr)
        return 1
    for name, path in styles.items():
        tree = json.loads(_run(pandoc, path, "json"))
        keys = [key.removeprefix("ref-") for key in _entries(tree["blocks"])]
        texts = _run(pandoc, path, "plain").strip().split("\n\n")
        lines = [f"{key}: {text}\n" for key, text in zip(keys, texts, strict=True)]
        (GOLDEN / f"{name}.txt").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} references")
    return 0


def _run(pandoc: str, style: Path, to: str) -> str:
    command = [pandoc, "--citeproc", f"--csl={style}", f"--bibliography={GOLDEN / 'references.bib'}", f"--to={to}"]
    done = subprocess.run(  # noqa: S603  pandoc, with files of ours
        [*command, "--wrap=none"], input='---\nnocite: "@*"\n---\n', capture_output=True, text=True, check=True
    )
    return done.stdout


def _entries(blocks: list[dict]) -> list[str]:
    """The ids of the references, which are the divisions in the division ``refs``."""
    refs = next(block["c"][1] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs")
    return [block["c"][0][0] for block in refs]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
