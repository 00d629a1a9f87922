"""Folding what typesetting changes, so that the same words compare equal."""

from __future__ import annotations

import re
import unicodedata

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‵ʼ＇", "'"),
        **dict.fromkeys("“”„‟″‶«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
    }
)
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """*text* with NFKC, plain quotes and hyphens, no soft hyphens or zero-width marks, and single spaces.

    Case is kept: a quote that differs in it is another quote.
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text.translate(_FOLDS)).translate(_FOLDS)).strip()
