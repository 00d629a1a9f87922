"""Weighing a map: which of its statements can be accepted together, why, and what would change it."""

from argmap.weigh.argument import Argument, Part
from argmap.weigh.framework import Support, build_framework
from argmap.weigh.status import Status, standing, statuses

__all__ = ["Argument", "Part", "Status", "Support", "build_framework", "standing", "statuses"]
