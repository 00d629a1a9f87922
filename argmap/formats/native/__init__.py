"""argmap's own file format: YAML, or JSON of the same shape. `docs/file-format.md` is its page."""

from argmap.formats.native.document import Document
from argmap.formats.native.read.load import load

__all__ = ["Document", "load"]
