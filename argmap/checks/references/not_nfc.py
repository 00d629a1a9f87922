"""Letters and their accents as separate characters.

Why it matters: "é" can be one character or two that look alike. Search, sorting and the comparison of keys take them
for different, and pdfLaTeX stops at the second.

Example: `author = {Börjesson, Maria}` as it comes out of a PDF file or the name of a file on a Mac, with `o` and
U+0308 in place of `ö`.

The form with one character each is NFC, the one of the web and of BibLaTeX (Unicode Standard Annex 15). Addresses and
file names are left as they are.

How to fix: `argmap check --fix` writes them as one character each; nothing that can be seen changes.
"""

import unicodedata
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.data_model import VERBATIM
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import edit
from argmap.model import Fix, Severity


@on_bibliography("AM437", Severity.NOTE)
def not_nfc(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every field whose text is not in NFC."""
    if _is_nfc(bibliography.text):
        return
    for entry in bibliography.entries.values():
        if _is_nfc(entry.source):
            continue
        for field, (start, end) in entry.offsets.items():
            text = entry.source[start - entry.offset : end - entry.offset]
            if field not in VERBATIM and not _is_nfc(text):
                message = f"the {field} of '{entry.key}' has accents as separate characters"
                new = unicodedata.normalize("NFC", text)
                fix = Fix("write them as one character each", (edit(entry, start, end, new),))
                yield Problem((entry.key, field), message, "write it in NFC", fix=fix)


def _is_nfc(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)
