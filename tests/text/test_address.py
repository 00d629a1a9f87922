"""Addresses that are safe to link to."""

import pytest

from argmap.text.address import safe_href


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.org",
        'http://a"b',
        "ftp://x",
        "https://x y",
        "https://x\u202ey",
        "https://x\n",
        "",
        None,
    ],
)
def test_nothing_unsafe_is_linked_to(address):
    assert safe_href(address) is None


def test_a_doi_becomes_its_address():
    assert safe_href("doi:10.1000/182") == "https://doi.org/10.1000/182"


def test_a_web_address_stays_as_it_is():
    assert safe_href("https://example.org/a?b=1&c=2") == "https://example.org/a?b=1&c=2"
