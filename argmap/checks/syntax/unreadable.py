"""The file is no text that argmap can read.

Why it matters: nothing in it can be checked. A file with NUL bytes or in another encoding than UTF-8, or one of more
than 32 MB, is hardly a map.

Example: a `.docx` file renamed to `.yaml`.

How to fix: save the file as UTF-8 text.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM101", Severity.ERROR)
