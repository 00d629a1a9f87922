"""Ask BibTeX what it makes of the cases in ``tests/bibliography/bibtex_cases.toml``, and write down its answers.

    python tools/oracles_bibtex.py      # or: make oracles

Needs the program ``bibtex`` (Debian: ``texlive-binaries``), and no style: the one below prints the fields of an entry
and the parts of its authors' names. The tests compare argmap with ``tests/bibliography/golden/bibtex.json`` and need no
BibTeX.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "bibliography"
FIELDS = ("author", "title", "note", "month", "year", "booktitle", "publisher", "journal")
TYPES = ("misc", "book", "inbook", "inproceedings", "proceedings")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Months are numbers here, as BibLaTeX wants them; which words they stand for is a matter of the style.
STYLE = "\n".join(
    [
        f"ENTRY {{ {' '.join(FIELDS)} }} {{}} {{}}",
        "INTEGERS { number end }",
        *(f'MACRO {{{month}}} {{"{number}"}}' for number, month in enumerate(MONTHS, start=1)),
        "FUNCTION {show} { write$ newline$ }",
        "FUNCTION {show.names}",
        "{ author num.names$ #1 + 'end :=  #1 'number :=",
        "  { number end < }",
        '  { "name: " author number "{ff}|{vv}|{ll}|{jj}" format.name$ * show',
        "    number #1 + 'number := }",
        "  while$ }",
        "FUNCTION {show.entry}",
        '{ "entry: " cite$ * show',
        *(f'  {field} missing$ \'skip$ {{ "{field}: " {field} * show }} if$' for field in FIELDS),
        "  author missing$ 'skip$ 'show.names if$ }",
        *(f"FUNCTION {{{type}}} {{ show.entry }}" for type in TYPES),
        "READ",
        "ITERATE {call.type$}",
        "",
    ]
)


def main() -> None:
    """Ask for every case, and write the golden file."""
    if shutil.which("bibtex") is None:
        raise SystemExit("needs the program bibtex; on Debian and Ubuntu: apt install texlive-binaries")
    cases = tomllib.loads((FOLDER / "bibtex_cases.toml").read_text(encoding="utf-8"))
    del cases["reasons"]
    answers = {name: ask(text) for group in cases.values() for name, text in group.items()}
    golden = json.dumps(answers, ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / "golden" / "bibtex.json").write_text(golden + "\n", encoding="utf-8")
    print(f"wrote the answers to {len(answers)} cases")


def ask(text: str) -> dict[str, object]:
    """What BibTeX reads of the entry ``k``: its fields, the names of its authors, and whether it complains."""
    with tempfile.TemporaryDirectory() as folder:
        aux = ["\\citation{k}", "\\bibdata{case}", "\\bibstyle{show}", ""]
        for name, content in (("case.bib", text + "\n"), ("show.bst", STYLE), ("case.aux", "\n".join(aux))):
            Path(folder, name).write_text(content, encoding="utf-8")
        done = subprocess.run(
            ["bibtex", "case"],  # noqa: S607, the one that is installed
            cwd=folder,
            env={**os.environ, "BIBINPUTS": folder, "BSTINPUTS": folder},
            capture_output=True,
            check=False,
        )
        shown = Path(folder, "case.bbl").read_text(encoding="utf-8")
    fields: dict[str, str] = {}
    names: list[list[str]] = []
    # Long lines are broken where a space was.
    for line in re.sub(r"\n +", " ", shown).splitlines():
        label, _, value = line.partition(": ")
        if label == "name":
            names.append([part.replace("~", " ") for part in value.split("|")])
        elif label != "entry":
            fields[label.rstrip(":")] = value
    return {"fields": fields, "names": names, "complains": done.returncode != 0 or b"Warning" in done.stdout}


if __name__ == "__main__":
    sys.exit(main())
