"""'Did you mean'."""

import time

import pytest

from argmap.text.suggest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [("stokholm-fell", "stockholm-fell"), ("pricing-work", "pricing-works"), ("shops-loose", "shops-lose")],
)
def test_a_slip_is_recognised(word, meant):
    assert nearest(word, ["pricing-works", "shops-lose", "stockholm-fell"]) == meant
    assert did_you_mean(word, ["pricing-works", "shops-lose", "stockholm-fell"]) == f"did you mean '{meant}'?"


@pytest.mark.parametrize("word", ["zebra", "", "x" * 100_000])
def test_nothing_is_proposed_where_nothing_is_near(word):
    assert did_you_mean(word, ["pricing-works", "shops-lose"]) is None


def test_ten_thousand_ids_are_looked_through_quickly():
    known = [f"claim-number-{number}" for number in range(10_000)]
    begin = time.process_time()
    assert nearest("claim-nmber-5000", known) == "claim-number-5000"
    assert time.process_time() - begin < 1
