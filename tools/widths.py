"""Measures ``argmap/render/typeset/fallback.json``: how wide characters are that Arial lacks, in Chromium.

The widths are those of the installed fonts among :data:`FAMILIES`, so install them first, or they come out too small.
On Debian they are in fonts-dejavu, fonts-freefont-ttf, fonts-hosny-amiri, fonts-ipafont-gothic, fonts-kacst,
fonts-khmeros, fonts-liberation2, fonts-nanum, fonts-noto-cjk, fonts-noto-core, fonts-noto-mono, fonts-symbola,
fonts-tlwg-loma-ttf and fonts-wqy-zenhei.

    python tools/widths.py [PATH OF CHROMIUM]
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from argmap.render.typeset.measure import BOX, OTHER, WIDE

FOLDER = Path(__file__).parent.parent / "argmap" / "render"
CJK = "Droid Sans Fallback|IPAGothic|NanumGothic|Noto Sans CJK ..|WenQuanYi Zen Hei"
RARE = "DejaVu Math TeX Gyre|Noto Sans Mono"  # asked for what DejaVu Sans lacks
FAMILIES = re.compile(
    f"{CJK}|{RARE}|Amiri|DejaVu Sans|Free(Sans|Serif)|Kacst(One|Book)|Khmer OS|Liberation Sans|Loma|Noto Naskh Arabic"
    "|Noto Sans( (?!Display|Duployan|Mono|SignWriting).*)?|Noto Serif Tibetan|Symbola"
)
"""What a browser takes for a character that Arial lacks; a font for one script, or for signs, is Noto's."""

JOINING = ("ARABIC", "SYRIAC", "NKO", "MONGOLIAN")
"""Scripts whose letters are measured in every form, with ZERO WIDTH JOINER beside them, and not in bold: few letters of
a word have their widest form, so that their sum is above what a word needs in bold."""

LIVING = (
    (0x0180, 0x07FF),  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac, Thaana, N'Ko
    (0x0860, 0x13FF),  # more of Syriac and Arabic, India, Thai, Lao, Tibetan, Burmese, Georgian, Ethiopic, Cherokee
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0x1AB0, 0x1AFF),  # marks
    (0x1C80, 0x1CBF),  # more of Cyrillic and Georgian
    (0x1CD0, 0x27FF),  # more of Latin and Greek, punctuation, signs
    (0x2900, 0x2BFF),  # arrows and mathematical signs
    (0x2C60, 0x2C7F),  # more of Latin
    (0x2D00, 0x2D7F),  # more of Georgian, Tifinagh
    (0x2DE0, 0x2E7F),  # more of Cyrillic, punctuation
    (0xA640, 0xA69F),  # more of Cyrillic
    (0xA700, 0xA7FF),  # more of Latin
    (0xAB30, 0xABBF),  # more of Latin and Cherokee
    (0xFE20, 0xFE2F),  # marks
    (0xFF61, 0xFFDC),  # halfwidth kana and Hangul
    (0xFFE8, 0xFFFD),
)
"""The code points that the table holds; of all others, only those that are wider than they would be counted."""

INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|[\U000e0000-\U000e0fff]"
)
UNITS = 100  # to the em

MEASURE = """([font, texts]) => {
  const canvas = window.canvas ||= document.createElement('canvas').getContext('2d');
  canvas.font = font;
  return texts.map(text => canvas.measureText(text).width);
}"""


def families() -> dict[str, set[int]]:
    """The installed families of :data:`FAMILIES`, each with the code points that it has."""
    asked = ["fc-list", "--format", "%{family[0]}|%{charset}\n"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603
    found: dict[str, set[int]] = {}
    for line in listed.splitlines():
        family, _, charset = line.partition("|")
        if FAMILIES.fullmatch(family):
            for first, last in re.findall(r"(\w+)(?:-(\w+))?", charset):
                found.setdefault(family, set()).update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def script(code: int) -> str:
    """The first word of a character's name, which is its script for most letters."""
    return unicodedata.name(chr(code), "").partition(" ")[0]


def bases(code: int, covered: set[int]) -> list[int]:
    """Letters of the script of the mark *code* to measure it on."""
    letters = [
        near
        for near in range(max(0x300, code - 0x180), code + 0x180)
        if near in covered and unicodedata.category(chr(near)) == "Lo" and script(near) in (script(code), "HIRAGANA")
    ]
    consonants = [near for near in letters if re.search(r"LETTER [^AEIOU]", unicodedata.name(chr(near)))] or letters
    return consonants[:1] + consonants[len(consonants) // 3 :][:1] + consonants[-4:-3] or [ord("a"), ord("M")]


def is_eastern(code: int) -> bool:
    """Whether a browser takes a Chinese, Japanese or Korean font for this character: its own ones, and signs."""
    how = unicodedata.east_asian_width(chr(code))
    return how in "WFH" or (how == "A" and unicodedata.category(chr(code)) in ("No", "Sm", "So"))


def joins(code: int) -> bool:
    """Whether a character is a letter that has other forms within a word."""
    return script(code) in JOINING and unicodedata.category(chr(code)) in ("Lo", "Lm")


def samples(code: int, covered: set[int]) -> Iterator[tuple[str, str]]:
    """Texts that show *code*, each with what else is in it."""
    char = chr(code)
    if unicodedata.category(char).startswith("M"):
        yield from ((chr(base) + char, chr(base)) for base in bases(code, covered))
        return
    yield char, ""
    if joins(code):
        yield from ((joined, "") for joined in (f"\u200d{char}", f"{char}\u200d", f"\u200d{char}\u200d"))


def measure(page: Page, family: str, covered: set[int], codes: list[int]) -> dict[int, float]:
    """The widths in em of *codes* in one family, each the widest in any weight and form."""
    asked = [(code, *sample) for code in codes if code in covered for sample in samples(code, covered)]
    widths: dict[int, float] = {}
    for weight in ("normal", "bold"):
        font = f'{weight} 100px "{family}"'
        whole = page.evaluate(MEASURE, [font, [text for _, text, _ in asked]])
        rest = page.evaluate(MEASURE, [font, [base for _, _, base in asked]])
        for (code, _, _), wide, less in zip(asked, whole, rest, strict=True):
            if weight == "normal" or not joins(code):
                widths[code] = max(widths.get(code, 0.0), (wide - less) / 100)
    return widths


def unlisted(code: int) -> int:
    """What :mod:`argmap.render.typeset.measure` counts for a character that the table does not hold."""
    char = chr(code)
    if INVISIBLE.match(char):
        return 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return round(BOX * UNITS)
    return round((WIDE if unicodedata.east_asian_width(char) in "WF" else OTHER) * UNITS)


def is_emoji(code: int) -> bool:
    """Whether :mod:`argmap.render.typeset.measure` counts a character as an emoji."""
    return 0x1F000 <= code <= 0x1FAFF or (0x2000 <= code < 0x2E80 and unicodedata.east_asian_width(chr(code)) == "W")


def listed(code: int, wide: int, common: set[int]) -> bool:
    """Whether the table must hold a character of *wide* 1/100 em; *common* are those of a font that is everywhere."""
    if wide > unlisted(code):
        return True
    if unicodedata.east_asian_width(chr(code)) == "W" or (script(code) == "COMBINING" and code not in common):
        return False
    return wide < unlisted(code) and any(first <= code <= last for first, last in LIVING)


def runs(widths: dict[int, int]) -> list[list[Any]]:
    """*widths* as runs of neighbours: the first code point, and the widths."""
    made: list[list[Any]] = []
    for code, wide in sorted(widths.items()):
        if made and made[-1][0] + len(made[-1][1]) == code:
            made[-1][1].append(wide)
        else:
            made.append([code, [wide]])
    return made


def wanted() -> list[int]:
    """The code points of all characters that are neither in Arial nor emoji."""
    styles = json.loads((FOLDER / "widths.json").read_text(encoding="utf-8"))["styles"]
    held = {first + at for first, widths in styles["regular"] for at in range(len(widths))}
    return [
        code
        for code in range(0xA0, 0x20000)
        if unicodedata.category(chr(code)) not in ("Cc", "Cn", "Co", "Cs") and code not in held and not is_emoji(code)
    ]


def measured(page: Page) -> dict[int, int]:
    """The width of each wanted character in 1/100 em, in the widest of the fonts that are installed."""
    installed = families()
    common = installed["DejaVu Sans"]
    codes = wanted()
    widest: dict[int, float] = {}
    for family, covered in sorted(installed.items()):
        rare, eastern = re.fullmatch(RARE, family), re.fullmatch(CJK, family)
        asked = covered - common if rare else set(filter(is_eastern, covered)) if eastern else covered
        for code, wide in measure(page, family, asked, codes).items():
            widest[code] = max(widest.get(code, 0.0), wide)
    boxed = {code for code in widest if code not in common and not unicodedata.category(chr(code)).startswith("M")}
    least = {code: BOX if code in boxed else 0.0 for code in widest}
    rounded = {code: ceil(round(max(wide, least[code]) * UNITS, 3)) for code, wide in widest.items()}
    return {code: wide for code, wide in rounded.items() if listed(code, wide, common)}


def main() -> None:
    """Writes the table, a run on each line."""
    program = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        found = runs(measured(browser.new_page()))
        browser.close()
    about = (
        "Advance widths in 1/100 em of characters that Arial lacks: the widest in common fallback fonts, regular or"
        " bold, as Chromium shows them (tools/widths.py); a run is its first code point and its widths"
    )
    lines = ",\n".join(json.dumps(run, separators=(",", ":")) for run in found)
    text = f'{{\n"about": {json.dumps(about)},\n"runs": [\n{lines}\n]\n}}\n'
    (FOLDER / "fallback.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
