"""Text that is fit to be printed."""

import pytest

from argmap.text.printable import counted


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (21, "21 cards"), (1000, "1,000 cards")]
)
def test_what_is_counted_is_singular_for_one_only(number, text):
    assert counted(number, "card") == text
