"""LaTeX where none belongs: in the fields that BibLaTeX takes as they are written."""

import re

_ESCAPED = re.compile(r"\{?\\(?:(?P<mark>[_%&#$~])(?:\{\})?|(?P<word>text(?:asciitilde|underscore))(?:\{\}|\b))\}?")
_WORDS = {"textasciitilde": "~", "textunderscore": "_"}


def unescaped(text: str) -> str:
    r"""*text* with the characters themselves for ``\_``, ``\%``, ``{\textasciitilde}`` and the like."""
    return _ESCAPED.sub(lambda found: found["mark"] or _WORDS[found["word"]], text) if "\\" in text else text
