"""An unquoted ` #` cuts a text short.

Why it matters: to YAML all that follows is a comment, so the sentence silently loses its end.

Example::

    a: {claim: ...}
    b:
      claim: The plan was voted issue #1 of the year.     # AM107

How to fix: put the text in quotes. A real comment stands behind a finished sentence, with a space after the `#`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM107", Severity.ERROR)
