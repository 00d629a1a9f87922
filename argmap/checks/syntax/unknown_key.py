"""A key that the format does not know.

Why it matters: a misspelt key would otherwise lose what stands under it without a word.

Example::

    a:
      claim: Pricing works.
      suported_by: [b]                # AM109: did you mean 'supported_by'?

How to fix: correct it. Keys of your own begin with `x-`; they are kept and passed through.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM109", Severity.ERROR)
