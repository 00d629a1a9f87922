"""Citing: labels of references, their addresses, and exports of bibliographies."""

from argmap.citations.label import address, label, labels

__all__ = ["address", "label", "labels"]
