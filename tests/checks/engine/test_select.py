"""Which rules a selector means, and which of several selectors wins."""

import pytest

from argmap.checks.engine.registry import rules
from argmap.checks.engine.select import UnknownSelectorError, matching, selected

EVERY = frozenset(rules())


def family(prefix: str) -> frozenset[str]:
    return frozenset(code for code in EVERY if code.startswith(prefix))


@pytest.mark.parametrize(
    ("selector", "codes"),
    [
        ("AM201", {"AM201"}),
        ("unknown-node", {"AM201"}),
        ("AM2", family("AM2")),
        ("AM21", family("AM21")),
        ("AM", EVERY),
        ("ALL", EVERY),
    ],
)
def test_a_rule_is_selected_by_code_prefix_and_name(selector, codes):
    assert matching(selector) == codes


@pytest.mark.parametrize(
    ("selector", "help"),
    [
        ("AM29", "did you mean 'AM209'?"),
        ("am2", "did you mean 'AM2'?"),
        ("Unknown-Node", "did you mean 'unknown-node'?"),
        ("am201", "did you mean 'AM201'?"),
        ("unknown-nodes", "did you mean 'unknown-node'?"),
        ("all", "did you mean 'ALL'?"),
        ("zebra", "'argmap rules' lists them all"),
        ("", "'argmap rules' lists them all"),
    ],
)
def test_a_selector_that_means_none_is_said_with_what_may_be_meant(selector, help):
    with pytest.raises(UnknownSelectorError) as error:
        matching(selector)
    assert str(error.value) == f"no rule is called '{selector}'; {help}"


@pytest.mark.parametrize(
    ("select", "ignore", "extend", "codes"),
    [
        (["ALL"], [], [], EVERY),
        ([], [], [], frozenset()),
        ([], [], ["AM201"], {"AM201"}),
        (["ALL"], ["AM2"], [], EVERY - family("AM2")),
        (["ALL"], ["AM2"], ["AM21"], EVERY - family("AM2") | family("AM21")),
        (["ALL"], ["AM2"], ["unknown-node"], EVERY - family("AM2") | {"AM201"}),
        (["AM2", "AM301"], ["AM201"], [], family("AM2") - {"AM201"} | {"AM301"}),
        (["AM201"], ["AM2"], [], {"AM201"}),
        (["AM2"], ["AM2"], ["AM2"], frozenset()),
        (["AM201"], ["unknown-node"], [], frozenset()),
        (["ALL"], ["ALL"], ["AM2"], family("AM2")),
    ],
)
def test_what_says_more_wins_and_of_equals_ignore(select, ignore, extend, codes):
    assert selected(select, ignore, extend) == codes
