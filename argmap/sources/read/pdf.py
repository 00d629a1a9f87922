"""The text of a PDF file, page by page."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.extras import extra
from argmap.sources.read.errors import SourceError
from argmap.sources.read.paragraph import Paragraph

MOST_PAGES = 2_000
MOST_OPERATORS = 2_000_000
"""How many operators its pages may have in all, those of forms too; pypdf bounds what a single stream grows to."""

_MOST_OF_STREAM = 500_000  # operators and operands: a page of text has some ten thousand

_TOO_MUCH = "the PDF has more on its pages than is read; save those of the article, or their text as a text file"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# Of the usual length of a page's lines: what is shorter and ends a sentence, or is much shorter and stands above a line
# that does not go on in lower case (a heading), ends a paragraph.
_FULL, _HEADING = 0.85, 0.6
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")

# What is odd in a file is told by an error or not at all.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def paragraphs(content: bytes) -> list[Paragraph]:
    """The paragraphs of each page, which its blank lines and its short last lines part.

    Words that a line end divides are joined; the hyphen stays before a capital or a digit, and where the file has the
    word only with it elsewhere. What runs over a page's end is two paragraphs.

    Raises:
        SourceError: It is encrypted, broken or too large, or has no text (as scans have none).
        MissingExtraError: The extra ``sources`` is not installed.
    """
    pages = _pages(content)
    known = {match[0].casefold() for _, lines in pages for line in lines for match in _WORD.finditer(line)}
    found = [Paragraph(text, label) for label, lines in pages for text in _of_page(lines, known)]
    if not found:
        raise SourceError("the PDF has no text, as scans have none; run text recognition (OCR) over it")
    return found


def _pages(content: bytes) -> list[tuple[str, list[str]]]:
    """The label and the lines of each page."""
    pypdf = extra("sources", "pypdf", "reading PDF")
    operators = 0

    def count(*_: object) -> None:
        nonlocal operators
        operators += 1
        if operators > MOST_OPERATORS:
            raise SourceError(_TOO_MUCH)

    try:
        with pypdf.apply_configuration(stream_parsing_work_maximum_count=_MOST_OF_STREAM):
            reader = pypdf.PdfReader(io.BytesIO(content))
            # A file that only forbids printing or copying opens with no password.
            if reader.is_encrypted and not reader.decrypt(""):
                raise SourceError("the PDF is encrypted; save a copy of it without a password")
            if len(reader.pages) > MOST_PAGES:
                raise SourceError(
                    f"the PDF has more than the {MOST_PAGES} pages that are read; save those of the article"
                )
            return [
                (label, _lines(page.extract_text(visitor_operand_before=count)))
                for label, page in zip(reader.page_labels, reader.pages, strict=True)
            ]
    except SourceError:
        raise
    except pypdf.errors.DependencyError:
        raise SourceError("the PDF is encrypted; save a copy of it without encryption") from None
    except pypdf.errors.LimitReachedError:
        raise SourceError(_TOO_MUCH) from None
    except Exception as error:  # pypdf lets many kinds of errors through from broken files
        raise SourceError(
            f"the PDF is broken ({type(error).__name__}: {str(error)[:200]}); save its text as a text file"
        ) from None


def _lines(text: str) -> list[str]:
    # A broken font may give halves of letters, which nothing can write.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [line.strip() for line in whole.translate(_LIGATURES).splitlines()]


def _of_page(lines: Sequence[str], known: set[str]) -> Iterator[str]:
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraph: list[str] = []
    for line, below in pairwise((*lines, "")):
        if line:
            paragraph.append(line)
        if paragraph and (not line or not below or _ends(line, below, usual)):
            yield _joined(paragraph, known)
            paragraph = []


def _ends(line: str, below: str, usual: int) -> bool:
    """Whether *line* ends a paragraph, by its length and by what stands below it."""
    if len(line) < _HEADING * usual and not below[0].islower():
        return True
    return len(line) < _FULL * usual and bool(_SENTENCE_END.search(line))


def _joined(lines: Sequence[str], known: set[str]) -> str:
    """The lines as one, without the hyphens that only divide words at their ends."""
    parts = [lines[0]]
    for above, line in pairwise(lines):
        if not (above[-1] in "-‐\u00ad" and above[-2:-1].isalnum() and line[0].isalnum()):
            parts.append(" ")
        elif above[-1] == "\u00ad" or _is_divided(above, line, known):
            parts[-1] = parts[-1][:-1]
        parts.append(line)
    return "".join(parts)


def _is_divided(above: str, line: str, known: set[str]) -> bool:
    """Whether the hyphen that ends the line *above* is none of the word's own ("govern-ment", not "US-Iraqi")."""
    if not (above[-2].isalpha() and line[0].islower()):
        return False
    first, second = _LETTERS.findall(above)[-1].casefold(), _LETTERS.findall(line)[0].casefold()
    return f"{first}{second}" in known or f"{first}-{second}" not in known
