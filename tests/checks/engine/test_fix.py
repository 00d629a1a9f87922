"""Fixes: what each one makes of a text, and that fixing never makes a text worse."""

import pytest
from marked import HEAD

from argmap.bibliography import read
from argmap.checks.engine.fix import Checked, fix_text
from argmap.checks.engine.rule import BibliographyContext, ComparisonContext, MapContext
from argmap.checks.engine.run import check_bibliography, check_document
from argmap.formats.native import load
from argmap.model import Comparison, Edit, Finding, Fix, Map, Severity, Span
from argmap.sources import SourceText
from argmap.text.comments import comments
from argmap.text.edit import Offsets

SOURCE = SourceText(
    "s", "Traffic fell. “Don’t wait,” the Mayor said – twice. The so-called “reset” failed; the Mayor said no."
)
REFERENCES = read("@misc{eliasson2014}\n@misc{borjesson2012}\n", "references.bib")


def check(text: str, maps: dict[str, Map] | None = None) -> Checked:
    document = load(text, "m.yaml")
    is_comparison = isinstance(document.content, Comparison)
    context = ComparisonContext(maps or {}) if is_comparison else MapContext(REFERENCES, SOURCE)
    return Checked(check_document(document, context), document.unread)


def fixed(text: str, unsafe: bool = False) -> str:
    """The text after fixing, which fixing again must not change."""
    once = fix_text(text, check, unsafe).text
    assert fix_text(once, check, unsafe).text == once
    return once


def body(text: str, unsafe: bool = False) -> str:
    """The same for what stands below the head of a map."""
    return fixed(HEAD + text, unsafe).removeprefix(HEAD)


NODES = """\
nodes:
  stockholm-fell: {evidence: One., cite: eliasson2014}
  pricing-works: {claim: Two., supported_by: stockholm-fell}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("thesis: pricing-work\n", "thesis: pricing-works\n"),
        ("thesis: 'pricing-wroks'  # why\n", "thesis: 'pricing-works'  # why\n"),
        ('thesis: [Pricing_Works, "stokholm-fell"]\n', 'thesis: [pricing-works, "stockholm-fell"]\n'),
        ("tesis: pricing-works\n", "thesis: pricing-works\n"),
        ('"thesiss": pricing-works\n', '"thesis": pricing-works\n'),
        ("thesis: [pricing-works, pricing-works]\n", "thesis: [pricing-works]\n"),
        ("thesis: [pricing-works,\n  pricing-works]\n", "thesis: [pricing-works]\n"),
        ("thesis:\n  - pricing-works\n  - pricing-works\n", "thesis:\n  - pricing-works\n"),
        (
            "thesis:\n  - pricing-works  # one\n  # two\n  - pricing-works  # three\n",
            "thesis:\n  - pricing-works  # one\n  # two\n  # three\n",
        ),
        ("thesis: pricing-works\ntitle: Plan: the city\n", 'thesis: pricing-works\ntitle: "Plan: the city"\n'),
        ("thesis: pricing-works\ntitle: A: b  # c\n", 'thesis: pricing-works\ntitle: "A: b"  # c\n'),
        ('thesis: pricing-works\nnote: He: "no"\n', "thesis: pricing-works\nnote: 'He: \"no\"'\n"),
        ('thesis: pricing-works\nnote: It\'s "a": b\n', 'thesis: pricing-works\nnote: "It\'s \\"a\\": b"\n'),
        ("thesis: pricing-works\nnote: One\n  two: three\n", 'thesis: pricing-works\nnote: "One\n  two: three"\n'),
        ("thesis: pricing-works\ntitle: Plan #1 of two\n", 'thesis: pricing-works\ntitle: "Plan #1 of two"\n'),
        ("thesis: pricing-works\ntitle: A: plan #1 of\n", 'thesis: pricing-works\ntitle: "A: plan #1 of"\n'),
        ("thesis: pricing-works\ntitle: A: plan.  # 1\n", 'thesis: pricing-works\ntitle: "A: plan."  # 1\n'),
        ("thesis: pricing-works\ntitle: Plan #1.  # c\n", 'thesis: pricing-works\ntitle: "Plan #1."  # c\n'),
        ("thesis: pricing-works  # argmap: ignore[AM301] gone\n", "thesis: pricing-works\n"),
        ("# argmap: ignore[AM301] gone\nthesis: pricing-works\n", "thesis: pricing-works\n"),
    ],
)
def test_a_safe_fix_of_what_stands_at_the_top(before, after):
    assert body(before + NODES) == after + NODES


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{claim: A., cite: eliason2014}", "{claim: A., cite: eliasson2014}"),
        ("{claim: A., cite: [{key: Eliasson2014}]}", "{claim: A., cite: [{key: eliasson2014}]}"),
        ("{claim: A., cite: eliasson2015}", None),
        ("{claim: A., suported_by: b}", "{claim: A., supported_by: b}"),
        ("{claim: A., supported_by: [b, {premises: [b, b]}]}", "{claim: A., supported_by: [b]}"),
        ("{claim: He said: no., tags: t}", '{claim: "He said: no.", tags: t}'),
        ("{claim: Plan #1 of two., tags: t}", '{claim: "Plan #1 of two.", tags: t}'),
        ("{claim: Plan #1 of two.}  # c", '{claim: "Plan #1 of two."}  # c'),
        ("{claim: A., at: traffic fell}", "{claim: A., at: Traffic fell}"),
        ("{claim: A., at: the so called}", "{claim: A., at: The so-called}"),
        ("{claim: A., at: \"'Don't wait,' the Mayor\"}", '{claim: A., at: "Don\'t wait,\\" the Mayor"}'),
        ("{claim: A., at: {start: traffic, end: Twice}}", "{claim: A., at: {start: Traffic, end: twice}}"),
        ("{claim: A., at: the mayor said}", None),
        ("{claim: A., at: buses fill}", None),
        ('{claim: A., note: "no comment: # argmap: ignore[AM301]"}', None),
    ],
)
def test_a_safe_fix_in_a_node(before, after):
    text = "thesis: a\nnodes:\n  a: {}\n  b: {{evidence: B., cite: eliasson2014}}\n"
    assert body(text.format(before)) == text.format(after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[b, c]", "{premises: [b, c]}"),
        ("- b\n        - c", "premises:\n        - b\n        - c"),
        ("Not_Kebab", "not-kebab"),
        ("stockholm-foal", "stockholm-fill"),
    ],
)
def test_a_fix_that_may_not_be_what_was_meant_needs_to_be_asked_for(before, after):
    text = (
        "thesis: a\nnodes:\n  a:\n    claim: A.\n    supported_by:\n      - {}\n"
        "  b: {{evidence: B., cite: eliasson2014}}\n  c: {{evidence: C., cite: eliasson2014}}\n"
        "  {}: {{evidence: D., cite: eliasson2014}}\n  stockholm-feel: {{evidence: E., cite: eliasson2014}}\n"
        "  stockholm-fill: {{evidence: E., cite: eliasson2014}}\n"
    )
    named = ("Not_Kebab", "not-kebab") if before == "Not_Kebab" else ("d", "d")
    assert body(text.format(before, named[0])) == text.format(before, named[0])
    assert body(text.format(before, named[0]), unsafe=True) == text.format(after, named[1])


def test_a_comparison_is_mended_too():
    maps = {"city-map": load(HEAD + NODES, "city.yaml").content, "chamber-map": load(HEAD + NODES, "c.yaml").content}
    text = (
        "argmap: 1\ncomparison: c\nmaps: [city-map, chamber-mapp]\ntopics:\n  t:\n    positions:\n"
        "      ctiy-map: [pricing-wroks]\n      chamber-map: stockholm-fell\n"
        "    verdict: {is: agree, between: [city-map, chambr-map]}\n"
        "steps:\n  - {attack: city-map:pricing-works, premises: chamber-map:pricing-work}\n"
    )
    after = fix_text(text, lambda text: check(text, maps)).text
    for wrong, right in (
        ("mapp]", "map]"),
        ("ctiy", "city"),
        ("wroks", "works"),
        ("chambr", "chamber"),
        ("-work}", "-works}"),
    ):
        text = text.replace(wrong, right)
    assert after == text


def test_json_stays_json():
    text = '{"argmap": 1, "map": "m", "tesis": ["a", "a"], "nodes": {"a": {"claim": "A.", "cite": "eliason2014"}}}'
    assert fixed(text) == text.replace("tesis", "thesis").replace(', "a"]', "]").replace("eliason", "eliasson")


def test_a_file_whose_places_are_not_exact_is_left_alone():
    text = '{"argmap": 1, "map": "m", "title": "\\ud83d\\ude00", "tesis": ["a"], "nodes": {"a": {"claim": "A."}}}'
    assert fixed(text) == text


def sorted_references(text: str) -> str:
    def check(text: str) -> Checked:
        return Checked(check_bibliography(read(text, "r.bib"), BibliographyContext(), frozenset({"AM415"})))

    return fix_text(text, check).text


def test_references_are_sorted_with_their_comments_and_stay_as_they_are_written():
    first, second = "% on b\n@misc{b,  title = {B}} % behind b", "% on A\n@MISC{A}"
    rest = "\n\n\n@string{s = {S}}\n@misc{d}@misc{c}\n% end\n"
    assert sorted_references(f"% head\n\n{first}\n\n{second}{rest}") == (
        f"% head\n\n{second}\n\n{first}{rest}".replace("@misc{d}@misc{c}", "@misc{c}@misc{d}")
    )


@pytest.mark.parametrize("text", ["@misc{b}\n@misc{a", "@misc{b}\r@misc{a}\r", "@misc{a}\n@misc{b}\n@misc{a}\n"])
def test_references_that_cannot_be_sorted_safely_are_left_alone(text):
    assert sorted_references(text) == text


def finding(message: str, *edits: Edit, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("AM201", severity, message, "m.yaml", None, fix=Fix("fix", edits))


def test_a_fix_that_makes_the_text_worse_is_not_written_and_the_others_are():
    def words(text: str) -> Checked:
        bad = Edit(Span(1, 1, 1, 2), "xx")
        good = Edit(Span(1, 3, 1, 4), "z")
        found = [finding("x", bad)] * text.count("x")
        return Checked([*found, finding("y", good)] if text.endswith("y") else found)

    assert fix_text("x y", words).text == "x z"


def test_what_a_fix_brings_to_light_does_not_count_against_it_if_it_was_hidden_by_the_spelling():
    text = HEAD + "thesis: a\nnodes:\n  a:\n    claim: A: b.\n    cite: nobody2020\n  b: {claim: B.}\n"
    assert '"A: b."' in fixed(text)


def test_fixes_that_overlap_wait_for_the_next_round():
    assert body("thesis: [pricing-work, pricing-work, pricing-work]\n" + NODES) == "thesis: [pricing-works]\n" + NODES


def test_every_comment_is_found_and_nothing_else():
    text = "# a\nb: 'x # y' # c\nd: | # e\n  # text\n\nf: \"#\"   #g\nh: [i, # j\n  k#l]\n# m"
    from argmap.text.yaml import parse

    found = comments(text, parse(text).tree, Offsets(text))
    assert [comment.text for comment in found] == ["# a", "# c", "# e", "#g", "# j", "# m"]
    assert all(text.startswith(comment.text, comment.offset) for comment in found)
