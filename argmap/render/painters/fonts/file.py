"""Which letters a font file has: TrueType, OpenType, or the first font of a collection."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from argmap.extras import extra

_OUTLINES = {"glyf", "CFF ", "CFF2"}
_NO_EMBEDDING = 0x0002  # of OS/2's fsType: not without the permission of its owner


def covered(path: Path, letters: Set[int]) -> set[int]:
    """Those of the code points *letters* that the font at *path* has.

    None of them where it cannot be read, has no outlines, or may not be embedded in a document.
    """
    library = extra("png", "fontTools.ttLib", "PNG")  # of PDF it comes with fpdf2
    try:
        with path.open("rb") as file, library.TTFont(file, fontNumber=0, lazy=True) as font:
            if _OUTLINES.isdisjoint(font.keys()) or ("OS/2" in font and font["OS/2"].fsType & _NO_EMBEDDING):
                return set()
            return set(letters) & (font.getBestCmap() or {}).keys()
    except Exception:  # on broken files fontTools raises errors of many kinds
        return set()
