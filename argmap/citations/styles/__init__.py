"""Styles of citing, one a module, and what they share."""

from __future__ import annotations

from importlib import import_module

from argmap.citations.styles.model import Style

STYLES = {
    "apa": "argmap.citations.styles.apa",
    "chicago": "argmap.citations.styles.chicago",
    "mla": "argmap.citations.styles.mla",
}
"""The module of each style: its ``STYLE``."""


def style(name: str) -> Style:
    """The style of that name; no other is imported. Raises KeyError where there is none."""
    found: Style = import_module(STYLES[name]).STYLE
    return found
