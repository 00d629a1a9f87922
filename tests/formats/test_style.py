"""The canonical layout: the graph and the comments stay, and styling twice changes nothing more."""

import random
import re

import pytest
from depth import seeds
from hypothesis import assume, given
from hypothesis import strategies as st
from marked import HEAD
from needs import REPOSITORY
from strategies import comparisons, maps

from argmap.formats.native import load
from argmap.formats.native.style.canonical import StyleError, style
from argmap.formats.native.write.dump import dump

FILES = sorted((REPOSITORY / "maps").glob("*.yaml"))


def styled(text: str, **texts: str) -> str:
    """*text* in canonical layout, which styling again must not change."""
    once = style(text, texts or None)
    assert style(once, texts or None) == once
    assert load(once, "").content == load(text, "").content
    return once


def body(text: str) -> str:
    return styled(HEAD + text).removeprefix(HEAD).lstrip("\n")


def node(*lines: str) -> str:
    return "nodes:\n  a:\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["claim: 'One'"], ["claim: One"]),
        (["claim: 'One: two'"], ['claim: "One: two"']),
        (['claim: "\\"So\\" it is"'], ["claim: '\"So\" it is'"]),
        (["claim: One", "  two."], ["claim: One two."]),
        (["claim:   One.   "], ["claim: One."]),
        (["tags: t", "claim: One.", "at: one"], ["claim: One.", "at: one", "tags: t"]),
        (["claim: One.", "tags: [t]"], ["claim: One.", "tags: t"]),
        (["claim: One.", "tags:", "- t", "- u"], ["claim: One.", "tags: [t, u]"]),
        (["claim: One.", "tags: [ t,u ]"], ["claim: One.", "tags: [t, u]"]),
        (["claim: One.", "at:", "  start: a", "  end: b"], ["claim: One.", "at: {start: a, end: b}"]),
        (["claim: One.", "supported_by: [b]"], ["claim: One.", "supported_by: b"]),
        (["claim: One.", "supported_by: [b, c]"], ["claim: One.", "supported_by:", "  - b", "  - c"]),
        (["claim: One.", "supported_by: {premises: [b]}"], ["claim: One.", "supported_by: b"]),
        (["claim: One.", "supported_by:", "  - premises: [b]"], ["claim: One.", "supported_by: b"]),
        (
            ["claim: One.", "supported_by: {inferred: true, premises: [b, c]}"],
            ["claim: One.", "supported_by:", "  - {premises: [b, c], inferred: true}"],
        ),
        (
            ["claim: One.", "supported_by:", "- premises: {goal: [b],means: [c,d]}"],
            ["claim: One.", "supported_by:", "  - {premises: {goal: b, means: [c, d]}}"],
        ),
        (
            ["claim: One.", "supported_by:", "- scheme: s", "  premises:", "    means: c", "    goal: [b]"],
            ["claim: One.", "supported_by:", "  - {premises: {means: c, goal: b}, scheme: s}"],
        ),
        (
            ["claim: One.", "supported_by:", "- premises: b", "  undercut_by: [c, d]"],
            ["claim: One.", "supported_by:", "  - premises: b", "    undercut_by:", "      - c", "      - d"],
        ),
        (
            ["claim: One.", "happened: {inferred: year, date: 2014}"],
            ["claim: One.", "happened: {date: 2014, inferred: year}"],
        ),
        (
            ["claim: One.", "quantities: {value: [1, 2], of: q}"],
            ["claim: One.", "quantities:", "  - {of: q, value: [1, 2]}"],
        ),
        (["claim: One.", "", "", "tags: t"], ["claim: One.", "tags: t"]),
        (["claim: One.", "x-b: {c:   [1, '2']}", "at: one"], ["claim: One.", "at: one", 'x-b: {c: [1, "2"]}']),
        (["claim: |", "    One", "      two", "tags: t"], ["claim: |", "    One", "      two", "tags: t"]),
        (["claim: One.", "note: |+", "    Two", "", "tags: t"], ["claim: One.", 'note: "Two\\n\\n"', "tags: t"]),
    ],
)
def test_the_layout_of_a_node(before, after):
    assert body(node(*before)) == node(*after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["claim: One.   # c"], ["claim: One.  # c"]),
        (["# c", "claim: One."], ["# c", "claim: One."]),
        (["claim: 'One'  # c"], ["claim: 'One'  # c"]),
        (
            ["tags: t  # on tags", "# on the text", "claim: One."],
            ["# on the text", "claim: One.", "tags: t  # on tags"],
        ),
        (["claim: One.", "tags: [t]  #c"], ["claim: One.", "tags: t  # c"]),
        (["claim: One.", "tags:  # c", "  - t"], ["claim: One.", "tags: t  # c"]),
        (["claim: One.", "tags:", "  - t  # c"], ["claim: One.", "tags: t  # c"]),
        (["claim: One.", "tags: [t, # c", "  u]"], ["claim: One.", "tags:", "  - t  # c", "  - u"]),
        (["claim: One.", "tags: [t,", "  # c", "  u]"], ["claim: One.", "tags:", "  - t", "  # c", "  - u"]),
        (["claim: One.", "tags: [t,", "  u]  # c"], ["claim: One.", "tags: [t, u]  # c"]),
        (
            ["claim: One.", "supported_by:", "# b", "- b", "# c", "- premises: c  # d", "  at: e", "# end"],
            ["claim: One.", "supported_by:", "  # b", "  - b", "  # c", "  - premises: c  # d", "    at: e", "  # end"],
        ),
        (
            ["claim: One.", "supported_by:", "- # c", "  premises: b", "  at: c"],
            ["claim: One.", "supported_by:", "  # c", "  - {premises: b, at: c}"],
        ),
        (["claim: >  # c", "    One", "    two"], ["claim: >  # c", "    One", "    two"]),
    ],
)
def test_comments_stay_with_what_they_speak_of(before, after):
    assert body(node(*before)) == node(*after)


def test_nodes_stand_apart_and_those_of_one_line_as_they_are_grouped():
    text = """\
nodes:
  a: {claim: One.}
  b: {claim: Two.}


  c: {tags: t, claim: Three.}
  d:
    claim: Four.
  # e

  e: {claim: Five.}
"""
    after = text.replace("\n\n\n", "\n\n").replace("tags: t, claim: Three.", "claim: Three., tags: t")
    assert body(text) == after.replace("  d:", "\n  d:").replace("  # e", "\n  # e")


def test_the_top_of_a_file():
    before = """\
steps: [{contradict: [a, b]}]
nodes: {a: {claim: One.}, b: {claim: Two.}}
thesis: [a]
# m
map: m
argmap: 1
# end
"""
    after = """\
argmap: 1
# m
map: m
thesis: a

nodes:
  a: {claim: One.}
  b: {claim: Two.}

steps:
  - {contradict: [a, b]}
# end
"""
    assert styled(before) == after


def test_a_step_that_does_not_fit_in_a_line_takes_several():
    long = "words " * 20
    text = node("claim: One.", "supported_by:", f"  - {{at: b, premises: b, note: {long.strip()}.}}")
    assert body(text) == node(
        "claim: One.", "supported_by:", "  - premises: b", "    at: b", f"    note: {long.strip()}."
    )


def test_the_texts_of_nodes_stand_beside_their_ids_and_go_again():
    text = f"""\
{HEAD}thesis: a

nodes:
  a:
    claim: One.
    specifies: b
    supported_by:
      - b
      - {{premises: c, inferred: true}}
      - premises: [b, c]
      - premises: {{goal: b, c: c}}
      - b  # mine

  b: {{claim: Two.}}
  premises: {{claim: c, note: b}}
  c: {{claim: Three.}}
"""
    plain = style(text)
    noted = styled(plain, a="One.", b=f"Two {'words ' * 40}", c="Three.")
    assert "thesis: a  #= One.\n" in noted
    assert "- {premises: c, inferred: true}  #= Three.\n" in noted
    assert "      - premises:\n          - b  #= Two words" in noted
    assert "          - c  #= Three.\n      - premises:\n          goal: b  #= Two words" in noted
    assert "          c: c  #= Three.\n      - b  # mine\n" in noted
    assert "  premises: {claim: c, note: b}\n" in noted
    assert re.search(r"^      - b  #= Two words .*…$", noted, re.MULTILINE)
    assert all(len(line) <= 120 for line in noted.split("\n"))
    assert style(noted) == noted
    assert "#= Trois.\n" in style(noted, {"c": "Trois."})
    assert style(noted, {}) == plain


@pytest.mark.parametrize(
    "text", ["", "argmap: 1\n", HEAD + "nodes: {a: {claim: One., clam: x}}\n", "a: [", HEAD + "title: A: b\n"]
)
def test_a_file_with_faults_is_not_styled(text):
    with pytest.raises(StyleError, match="faults"):
        style(text)


def test_json_keeps_its_layout():
    text = '{"argmap": 1,   "map": "m"}'
    assert style(text) == text


@given(maps() | comparisons(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=4))
def test_every_graph_survives_and_every_comment(content, places):
    lines = dump(content).split("\n")
    for number, (at, indent) in enumerate(places):
        lines.insert(at % len(lines), f"{' ' * indent}# c{number}")
    text = "\n".join(lines)
    document = load(text, "")
    assume(not document.faults and document.content == content)  # a comment within a text is none
    assert sorted(re.findall("# c[0-9]", styled(text))) == sorted(re.findall("# c[0-9]", text))


def test_a_value_that_is_a_no_break_space_stays():
    text = HEAD + "nodes:\n  a: {claim: One., todo: '\u00a0'}\n  b:\n    claim: Two.\n    todo: \u00a0\n"
    assert load(styled(text), "").content == load(text, "").content


def test_an_empty_value_under_a_long_key_stays():
    text = HEAD + "nodes:\n  a: {claim: One., x-" + "x" * 110 + ": []}\n"
    assert f"{'x' * 110}: []\n" in styled(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_maps_of_this_repository_are_in_it(path):
    text = path.read_text("utf-8")
    assert style(text) == text


def reformatted(text: str, chance: random.Random) -> str:
    """*text* as somebody else would have laid it out, with comments."""
    done, shift = [], chance.choice([0, 1, 2])
    for number, line in enumerate(text.split("\n")):
        content = line.lstrip()
        indent = (len(line) - len(content)) // 2 * (2 + shift)
        if chance.random() < 0.05:
            done.append(" " * chance.randrange(8) + f"# c{number}")
        if chance.random() < 0.05:
            done.append("")
        if chance.random() < 0.3:
            content = re.sub(r"^((?:- )?(?:by|premises): )(\w+)$", r"\1[\2]", content)
            content = re.sub(r"^(claim: )([^\"'\\]+\.)$", r'\1"\2"', content)
        content = re.sub("^- ", f"- {' ' * shift}", content)
        if content and not content.startswith("#") and chance.random() < 0.05:
            content += f"   # t{number}"
        done.append(" " * indent + content)
    return "\n".join(done)


@pytest.mark.parametrize("seeds", seeds(3, whole=8, batch=4))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_maps_laid_out_by_others_come_out_alike(path, seeds):
    original = style(path.read_text("utf-8")).split("\n")
    for seed in seeds:
        text = reformatted(path.read_text("utf-8"), random.Random(seed))
        assert not load(text, "").faults
        after = styled(text)
        assert sorted(re.findall(r"# [ct]\d+", after)) == sorted(re.findall(r"# [ct]\d+", text))
        bare = [re.sub(r" +# [ct]\d+$", "", line) for line in after.split("\n") if not re.match(r" *# [ct]\d+", line)]
        assert len(set(bare) & set(original)) > 0.8 * len(set(original))


@given(st.text(max_size=40))
def test_any_text_is_styled_or_refused(text):
    try:
        styled(text)
    except StyleError:
        assert load(text, "").faults
