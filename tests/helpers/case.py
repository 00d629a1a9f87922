"""Case files: Markdown that shows what a rule finds and what it leaves alone.

Each section (from one ``##`` to the next) is a workspace: its ``yaml`` blocks are map files, its ``bib`` block the
references, its ``text`` block the text of the article ``institute2025``, its ``lock`` block the lock of it, its
``toml`` block more settings. A comment ``# AM207`` expects a finding of that rule on its line (two of them: two
findings; ``AM207@9``: on line 9 of the block), and ``# ok: reason`` shows what is left alone. In a ``bib`` block the
mark begins with ``%``. ␀, ␁ and ␉ stand for characters that would not be seen, and so does ⟨AD⟩ for the one with that
number.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from needs import REPOSITORY

CASES = REPOSITORY / "tests/checks/cases"
UNSEEN = str.maketrans({"␀": "\0", "␁": "\x01", "␉": "\t"})

_NAMES = {
    "bib": "references.bib",
    "lock": "sources.lock",
    "text": "sources/institute2025.txt",
    "toml": "argmap.toml",
}
_NUMBERED = re.compile(r"⟨([0-9A-F]{2,5})⟩")
_BLOCK = re.compile(r"^```(yaml|bib|text|toml|lock)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"[#%].*?\b(AM\d{3})(?:@(\d+))?((?: \1)*)$")
_BIB_MARK = re.compile(r"[ ]*%[^%\n]*$", re.MULTILINE)


class Section(NamedTuple):
    """A workspace of a case file: files by path, the findings expected as (file, line), and what is left alone."""

    title: str
    files: dict[str, str]
    expected: list[tuple[str, int]]
    spared: int


def sections(path: Path) -> list[Section]:
    """The sections of a case file that hold blocks."""
    text = path.read_text(encoding="utf-8")
    code = text.split()[1]
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    titled = [("first", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    return [_section(title, text, code) for title, text in titled if _BLOCK.search(text)]


def _section(title: str, text: str, code: str) -> Section:
    files: dict[str, str] = {}
    expected: list[tuple[str, int]] = []
    spared = 0
    for kind, block in _BLOCK.findall(text):
        name = _NAMES.get(kind, f"maps/{len(files)}.yaml")
        for number, line in enumerate(block.split("\n"), start=1):
            spared += "# ok: " in line or "% ok: " in line
            match = _EXPECTED.search(line)
            if match and match[1] == code:
                found = 1 + match[3].count(" AM")
                expected += [(name, int(match[2] or number))] * found
        plain = (_BIB_MARK.sub("", block) if kind == "bib" else block).translate(UNSEEN)
        plain = _NUMBERED.sub(lambda number: chr(int(number[1], 16)), plain)
        files[name] = f'sources = "sources"\n{plain}' if kind == "toml" else plain
    return Section(title, files, expected, spared)
