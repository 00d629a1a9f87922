"""Worked examples of the literature, with the extensions that are published or follow by hand."""

from __future__ import annotations

import pytest

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks import tasks

# Attacks as pairs of letters, and by semantics the extensions as words; '-' is the empty extension.
EXAMPLES = {
    # Dung 1995: an argument, its attacker, and who attacks that one. Reinstatement.
    "ab bc": {"GR": "ac", "CO": "ac", "PR": "ac", "ST": "ac", "SST": "ac", "STG": "ac", "ID": "ac"},
    # Dung 1995, the Nixon diamond; an even loop.
    "ab ba": {"GR": "-", "CO": "- a b", "PR": "a b", "ST": "a b", "SST": "a b", "STG": "a b", "ID": "-"},
    # An odd loop (Baroni, Caminada and Giacomin 2011).
    "ab bc ca": {"GR": "-", "CO": "-", "PR": "-", "ST": "", "SST": "-", "STG": "a b c", "ID": "-"},
    # Self-defeat.
    "aa ab": {"GR": "-", "CO": "-", "PR": "-", "ST": "", "SST": "-", "STG": "b", "ID": "-"},
    # Floating acceptance: d, whichever of a and b.
    "ab ba ac bc cd": {"GR": "-", "PR": "ad bd", "ST": "ad bd", "SST": "ad bd", "ID": "-"},
    # Floating defeat of a self-attacker, and what hangs on it.
    "ab cb cd dc de ee": {"GR": "a", "CO": "a ac ad", "PR": "ac ad", "ST": "ad", "SST": "ad", "ID": "a"},
    "ab ba bc cd de ec": {"GR": "-", "CO": "- a bd", "PR": "a bd", "ST": "bd", "SST": "bd", "ID": "-"},
    "aa ab ba": {"GR": "-", "CO": "- b", "PR": "b", "ST": "b", "ID": "b"},
    # Two semi-stable extensions and no stable one.
    "ab ba ac bd cc dd": {"CO": "- a b", "PR": "a b", "ST": "", "SST": "a b", "ID": "-"},
    # An even loop of four: Baroni, Caminada and Giacomin 2011, two ways to see it.
    "ab bc cd da": {"GR": "-", "CO": "- ac bd", "PR": "ac bd", "ST": "ac bd", "ID": "-"},
}


def letters(attacks: str) -> Framework:
    return Framework(sorted(set(attacks) - {" "}), [(a, b) for a, b in attacks.split()])


@pytest.mark.parametrize("attacks", EXAMPLES)
def test_extensions_are_those_of_the_literature(attacks: str) -> None:
    for code, words in EXAMPLES[attacks].items():
        found = ["".join(each) or "-" for each in tasks.extensions(letters(attacks), Semantics(code))]
        assert sorted(found) == words.split(), code


def test_what_floats_is_accepted_sceptically_though_not_grounded() -> None:
    floating = letters("ab ba ac bc cd")
    held = tasks.sceptical(floating, Semantics.PREFERRED, "d")
    assert (held.answer, held.because, held.witness) == (True, "every preferred extension holds it", None)
    assert not tasks.sceptical(floating, Semantics.GROUNDED, "d").answer
    assert not tasks.sceptical(floating, Semantics.IDEAL, "d").answer


def test_where_there_is_no_stable_extension_all_hold_everything() -> None:
    odd = letters("ab bc ca")
    assert tasks.extension(odd, Semantics.STABLE) is None
    assert tasks.sceptical(odd, Semantics.STABLE, "a").answer
    assert not tasks.credulous(odd, Semantics.STABLE, "a").answer


def test_a_verdict_says_why_and_shows_it() -> None:
    made = letters("ab ba ac bc cd")
    held = tasks.credulous(made, Semantics.COMPLETE, "d")
    assert (held.answer, held.because) == (True, "an admissible set holds it")
    assert held.witness in {("a", "d"), ("b", "d")}
    assert tasks.credulous(made, Semantics.PREFERRED, "c").because == "no admissible set holds it"
    refused = tasks.sceptical(made, Semantics.PREFERRED, "a")
    assert (refused.answer, refused.because) == (False, "an admissible set attacks it")
    assert refused.witness == ("b", "d")
    briefly = tasks.sceptical(made, Semantics.PREFERRED, "a", witness=False)
    assert (briefly.answer, briefly.because, briefly.witness) == (False, refused.because, None)
    assert tasks.credulous(letters("ab bc"), Semantics.PREFERRED, "b").because == "the grounded extension attacks it"


def test_extensions_are_given_as_they_are_found() -> None:
    # 2 to the power of 40 of them: who takes three does not wait for the others.
    pairs = [pair for k in range(0, 80, 2) for pair in ((k, k + 1), (k + 1, k))]
    many = Framework(range(80), pairs)
    for semantics in (Semantics.PREFERRED, Semantics.STABLE, Semantics.SEMI_STABLE, Semantics.STAGE):
        found = tasks.extensions(many, semantics)
        assert len({next(found) for _ in range(3)}) == 3
        assert tasks.count(many, semantics) == 2**40


def test_a_chain_of_choices_is_one_component_after_the_other() -> None:
    # Each pair attacks the next one, so that all of it hangs together.
    pairs = [pair for k in range(0, 24, 2) for pair in ((k, k + 1), (k + 1, k), (k, k + 2))]
    chain = Framework(range(26), pairs)
    found = list(tasks.extensions(chain, Semantics.PREFERRED))
    assert len(found) == len(set(found)) == tasks.count(chain, Semantics.STABLE)


def test_a_framework_refuses_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="there is no argument 'z'"):
        Framework("ab", [("a", "z")])
    with pytest.raises(ValueError, match="given twice"):
        Framework("aba", [])
    with pytest.raises(ValueError, match="there is no argument 'z'"):
        tasks.credulous(letters("ab"), Semantics.COMPLETE, "z")


def test_an_attack_given_twice_counts_once() -> None:
    twice = Framework("abc", [("a", "b"), ("a", "b"), ("b", "c"), ("b", "c")])
    assert tasks.extension(twice, Semantics.GROUNDED) == ("a", "c")
    assert tasks.count(Framework("ab", [("a", "b"), ("b", "a")] * 2), Semantics.STABLE) == 2
