"""The semantics, by their names and by the competition's abbreviations."""

from enum import StrEnum


class Semantics(StrEnum):
    """Which sets of arguments can stand together, each called an extension (Baroni, Caminada and Giacomin 2011)."""

    GROUNDED = "GR"
    COMPLETE = "CO"
    PREFERRED = "PR"
    STABLE = "ST"
    SEMI_STABLE = "SST"
    STAGE = "STG"
    IDEAL = "ID"
