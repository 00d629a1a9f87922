"""An id that is not in kebab-case.

Why it matters: ids stand in file names, links and other maps; small letters, digits and single hyphens survive there.

Example::

    nodes:
      Pricing_Works: {claim: Pricing works.}     # AM111: write 'pricing-works'

How to fix: write it as the finding proposes.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM111", Severity.ERROR)
