"""Bibliographies: reading ``.bib`` files, names, LaTeX in fields.

The dialect is BibLaTeX's (manual of version 3.20, sections 2 and 3.13), which BibTeX files fit too.
"""

from argmap.bibliography.model import Bibliography, Entry, Preamble, String
from argmap.bibliography.reader import read

__all__ = ["Bibliography", "Entry", "Preamble", "String", "read"]
