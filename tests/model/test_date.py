"""EDTF dates: what they allow, and what they refuse."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from argmap.model import Date
from argmap.model.date import bounds, certain_days, is_after, parse


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2014-06-10", "2014-06-10", "2014-06-10"),
        ("2014-06-10~", "2014-06-10", "2014-06-10"),
        ("2014?", "2014-01-01", "2014-12-31"),
        ("2014-06%", "2014-06-01", "2014-06-30"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2014-XX", "2014-01-01", "2014-12-31"),
        ("2014-XX-XX", "2014-01-01", "2014-12-31"),
        ("2014-06-XX", "2014-06-01", "2014-06-30"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-24", "2014-12-01", "2014-12-31"),
        ("2006-01/2014", "2006-01-01", "2014-12-31"),
        ("2014/..", "2014-01-01", None),
        ("../2014", None, "2014-12-31"),
        ("2014/", "2014-01-01", None),
        ("/2014-06", None, "2014-06-30"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("-0500/-0400", "-0500-01-01", "-0400-12-31"),
        ("-0044/0014", "-0044-01-01", "0014-12-31"),
    ],
)
def test_a_date_allows_the_days_between_its_bounds(edtf, earliest, latest):
    assert (Date(date=edtf).earliest, Date(date=edtf).latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "14", "2014-6", "2014-6-1", "June 2014", "2014-13", "2014-00", "2014-02-29", "2014-06-31",
        "2014-06-00", "2014-20", "2014-25", "2014-21-01", "2014-XX-10", "20X4", "XXXX", "2014 ", "2014\n", "2014~~",
        "2014/2013", "2014-06-10/2014-06-09", "-0400/-0500", "../..", "/", "2014/2015/2016", "2014-06-10T12:00",
        "٢٠١٤", "+2014",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        bounds(text)
    with pytest.raises(ValidationError, match="is not a date"):
        Date(date=text)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_day_of_the_calendar_is_a_date_and_bounds_itself(day):
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year, month):
    first, last = bounds(f"{year:04}-{month:02}")
    after = date.fromisoformat(last) + timedelta(days=1)
    assert date.fromisoformat(first).day == 1
    assert (after.year, after.month, after.day) == (year + month // 12, month % 12 + 1, 1)


@given(st.dates(), st.dates())
def test_an_interval_is_refused_just_where_it_ends_before_it_begins(one, other):
    interval = f"{one.isoformat()}/{other.isoformat()}"
    if one <= other:
        assert bounds(interval) == (one.isoformat(), other.isoformat())
    else:
        with pytest.raises(ValueError, match="ends before it begins"):
            bounds(interval)


@given(st.text(max_size=12))
def test_nothing_but_a_value_error_ever_comes_of_a_text(text):
    try:
        first, last = bounds(text)
    except ValueError:
        return
    assert first is not None or last is not None


def test_leap_days_are_those_of_the_gregorian_calendar():
    leap = [year for year in range(1890, 2110) if bounds(f"{year}-02")[1].endswith("29")]
    assert leap == [year for year in range(1890, 2110) if calendar.isleap(year)]


@pytest.mark.parametrize(
    ("later", "earlier", "grace", "after"),
    [
        ("2024-06-18", "2024-06-17", 0, True),
        ("2024-06-18", "2024-06-17", 1, False),
        ("2024-06-19", "2024-06-17", 1, True),
        ("2024-03-01", "2024-02-29", 1, False),
        ("2025-01-01", "2024-12-31", 1, False),
        ("2025", "2024-12-31", 1, True),
        ("2024", "2024-06-17", 0, False),
        ("2024-07", "2024-06", 1, True),
        ("2025/..", "2024", 0, True),
        ("../2025", "2024", 0, False),
        ("2023/2025", "2024", 0, False),
        ("2025", "2020/2024", 0, True),
        ("2025", "2020/..", 0, False),
        ("2025~", "2024", 0, False),
        ("2025", "2024?", 0, False),
        ("2025/2026~", "2020?/2024", 0, True),
        ("2025%/2026", "2024", 0, False),
        ("2025-21", "2023", 0, False),
        ("2025-21/2026", "2023", 0, False),
        ("203X", "2029", 0, True),
        ("20XX", "2024", 0, False),
        ("0001", "-0044-03-15", 0, True),
        ("-0044-03-15", "-0500", 0, True),
        ("-0500", "-0044", 0, False),
        ("0000", "-0001", 0, True),
    ],
)
def test_only_what_is_certainly_later_is_after(later, earlier, grace, after):
    assert is_after(later, earlier, grace) is after


@given(st.dates(), st.dates())
def test_days_are_numbered_in_their_order(one, other):
    numbers = [certain_days(day.isoformat()) for day in (one, other)]
    assert numbers[0][0] - numbers[1][0] == (one - other).days
    assert all(first == last for first, last in numbers)


@pytest.mark.parametrize(
    ("date", "month", "day", "is_season"),
    [
        ("2014", 0, 0, False),
        ("2014-06~", 6, 0, False),
        ("2014-06-10", 6, 10, False),
        ("2014-XX", 0, 0, False),
        ("2014-06-XX", 6, 0, False),
        ("-0044-23?", 23, 0, True),
        ("201X", 0, 0, False),
    ],
)
def test_what_is_known_of_a_date_is_told_by_number(date, month, day, is_season):
    part = parse(date)
    assert (part.known_month, part.known_day, part.is_season) == (month, day, is_season)
