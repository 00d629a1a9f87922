"""Which program a bibliography is written for."""

from __future__ import annotations

from enum import StrEnum


class Dialect(StrEnum):
    """The program whose data model a bibliography follows."""

    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"
