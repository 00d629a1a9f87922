"""What a reporter is given: plain values, so that reporters stand below the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from argmap import __version__
from argmap.model import Finding, RuleInfo


class Report(NamedTuple):
    """What is to be reported: the findings in their order, and what is known beside them.

    Attributes:
        findings: The findings.
        texts: The text of every file that was looked at, by the path that the findings name it by.
        rules: The rules by code; ``full``, ``concise`` and ``grouped`` ask nothing of them.
        version: The version of argmap.
        colour: Whether a terminal is there that wants colours.
    """

    findings: Sequence[Finding]
    texts: Mapping[str, str]
    rules: Mapping[str, RuleInfo] = MappingProxyType({})
    version: str = __version__
    colour: bool = False

    def title(self, code: str) -> str:
        """``AM201 unknown-node``."""
        return f"{code} {self.rules[code].name}"
