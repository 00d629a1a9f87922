"""`argmap outline`: a map along its article, and what is not covered yet."""

import json

import pytest
from command import argmap, small_workspace
from needs import REPOSITORY, need

from argmap.formats.native import load
from argmap.sources import SourceText
from argmap.writers.outline import FEWEST_WORDS, MOST_SHOWN, Standing, as_text, order_nodes

TEXT = """\
The heading

A charge at the cordon has been put forward by the institute this year.

Nobody knows what the council is going to say about it in the end.

When it was tried elsewhere, traffic fell by a fifth and people got used to it.
Then the charge went, and it came back.

This paragraph is another one that nobody has looked at so far.
"""
MAP = """\
argmap: 1
map: along
source: article
thesis: last
nodes:
  unsaid: {claim: An unsaid thing., implicit: true}
  last: {claim: The last., at: a fifth}
  bare: {claim: No anchor here.}
  lost: {claim: The lost one., at: not in there}
  first: {claim: The first., at: charge at}
  wide: {claim: From the second on., at: {start: put forward, end: to say}}
  twice: {claim: Said twice., at: [came back, it was tried]}
"""


def made(text=TEXT, map=MAP):
    return order_nodes(load(map, "a").content, None if text is None else SourceText("article", text))


def test_nodes_come_in_the_order_of_the_article():
    rows = [(row.node.id, row.standing, row.paragraphs) for row in made().rows]
    assert rows == [
        ("first", Standing.FOUND, (2,)),
        ("wide", Standing.FOUND, (2, 3)),
        ("twice", Standing.FOUND, (4,)),
        ("last", Standing.FOUND, (4,)),
        ("lost", Standing.NOT_FOUND, ()),
        ("bare", Standing.NO_ANCHOR, ()),
        ("unsaid", Standing.IMPLICIT, ()),
    ]


def test_paragraphs_without_an_anchor_are_gaps_and_headings_are_not():
    found = made()
    assert [(gap.number, gap.words, gap.begins) for gap in found.gaps] == [
        (5, 12, "This paragraph is another one that")
    ]
    assert found.paragraphs == 4
    assert len(made(map=MAP.replace("    ", "").replace("{start: put forward, end: to say}", "put forward")).gaps) == 2


def test_the_words_that_mark_a_step_cover_nothing():
    marked = MAP.replace("The last., ", "The last., supported_by: {premises: first, at: another one}, ")
    assert [gap.number for gap in made(map=marked).gaps] == [5]


def test_no_more_of_the_article_is_shown_than_finds_the_place():
    for gap in made(text="\n\n".join(["word " * 40, "x" * 5000 + " a b c d e f g", "ab " * FEWEST_WORDS])).gaps:
        assert len(gap.begins.split()) <= MOST_SHOWN
        assert len(gap.begins) <= 60


def test_without_the_text_the_order_is_that_of_the_file_and_what_is_implicit_comes_last():
    found = made(text=None)
    assert [row.node.id for row in found.rows] == ["last", "bare", "lost", "first", "wide", "twice", "unsaid"]
    assert (found.gaps, found.paragraphs) == ((), None)
    assert "paragraphs" not in as_text(found)


def test_the_page_says_it_in_words():
    assert as_text(made(), 60).splitlines() == [
        "along",
        "",
        "   2  first   claim  The first.",
        "2, 3  wide    claim  From the second on.",
        "   4  twice   claim  Said twice.",
        "   4  last    claim  The last.",
        "",
        "The anchor is not in the text:",
        "      lost    claim  The lost one.",
        "",
        "Without an anchor:",
        "      bare    claim  No anchor here.",
        "",
        "Implicit:",
        "      unsaid  claim  An unsaid thing.",
        "",
        "No node covers yet:",
        "5  This paragraph is another one that …  12 words",
        "",
        "3 of 4 paragraphs of 8 words or more are anchored",
    ]


@pytest.mark.parametrize("text", ["", "\n\n\n", "short\n\nones"])
def test_a_text_without_paragraphs_has_no_gaps(text):
    found = made(text=text)
    assert (found.gaps, found.paragraphs) == ((), 0)
    assert as_text(found).endswith("\n0 of 0 paragraphs of 8 words or more are anchored\n")


def test_a_map_without_nodes_is_outlined_too():
    assert as_text(made(map="argmap: 1\nmap: empty\n")).startswith("empty\n\nNo node covers yet:\n2  A charge at")


@pytest.fixture
def workspace(tmp_path):
    folder = small_workspace(tmp_path / "work")
    (folder / "maps/along.yaml").write_text(MAP, encoding="utf-8")
    (folder / "texts").mkdir()
    (folder / "texts/article.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_command_reads_the_text_where_it_is_at_hand(workspace):
    done = argmap("outline", "along", cwd=workspace, ARGMAP_SOURCES=str(workspace / "texts"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == as_text(made())
    without = argmap("outline", "along", cwd=workspace)
    assert (without.returncode, without.stdout) == (0, as_text(made(text=None)))
    assert without.stderr == "argmap: the text of 'article' is not at hand: the nodes are in the order of the file\n"


def test_json_says_the_same(workspace):
    done = argmap("outline", "-", "--format", "json", cwd=workspace, stdin=MAP, ARGMAP_SOURCES=str(workspace / "texts"))
    said = json.loads(done.stdout)
    assert [node["id"] for node in said["nodes"]] == [row.node.id for row in made().rows]
    assert said["nodes"][1] == {
        "id": "wide", "type": "claim", "text": "From the second on.", "standing": "found", "paragraphs": [2, 3],
    }  # fmt: skip
    assert said["uncovered"] == [{"number": 5, "words": 12, "begins": "This paragraph is another one that"}]
    assert (said["map"], said["source"], said["text"]) == ("along", "article", True)
    assert (said["paragraphs"], said["anchored"]) == (4, 3)
    without = json.loads(argmap("outline", "along", "--format", "json", cwd=workspace).stdout)
    assert [without[key] for key in ("text", "paragraphs", "anchored", "uncovered")] == [False, None, None, []]


def test_a_map_without_source_says_so(workspace):
    done = argmap("outline", "-", cwd=workspace, stdin=MAP.replace("source: article\n", ""))
    assert done.returncode == 0
    assert done.stderr == "argmap: the map names no source: the nodes are in the order of the file\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["allong"], "did you mean 'along'?"),
        (["two"], "use 'argmap compare two'"),
        (["along", "--format", "xml"], "--format"),
        ([], "MAP"),
    ],
)
def test_what_is_no_map_is_exit_code_2(arguments, said, workspace):
    done = argmap("outline", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_would_steer_a_terminal_is_not_printed(format, workspace):
    (workspace / "texts/article.txt").write_text("\x1b[31m \u202ea b c d e f g h i j", encoding="utf-8")
    hostile = MAP.replace("The first.", '"The \\u202e\\x1b[31mfirst."') + 'title: "\\x9b1m\\u2028x"\n'
    done = argmap(
        "outline", "-", "--format", format, cwd=workspace, stdin=hostile, ARGMAP_SOURCES=str(workspace / "texts")
    )
    assert done.returncode == 0
    assert "first" in done.stdout
    assert all(letter.isprintable() or letter == "\n" for letter in done.stdout)


def test_the_real_articles_are_covered():
    sources = need("sources")
    for path in sorted((REPOSITORY / "maps").glob("*.yaml")):
        done = argmap("outline", path, "--format", "json", cwd=REPOSITORY, ARGMAP_SOURCES=sources)
        if done.returncode == 0 and json.loads(done.stdout)["text"]:
            said = json.loads(done.stdout)
            assert said["anchored"] + len(said["uncovered"]) == said["paragraphs"]
            assert not any(node["standing"] == "not found" for node in said["nodes"])
