"""`argmap cite` in formats and styles, node by node, and as an outline."""

import json
import os
import re
import shutil
import subprocess

import pytest
import rispy
from command import CITY, argmap, small_workspace

HOSTILE = """\
argmap: 1
map: odd
title: "<b>Odd</b> *title*"
source: eliasson2014
nodes:
  a:
    claim: "See <script>alert(1)</script> [@evil] *now* $x$."
    cite: [{key: eliasson2014, locator: "p. 3; @evil [x]"}, nobody2020]
    supported_by: b
  b:
    evidence: "More {#id} ![x](javascript:y)"
    supported_by: a
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return small_workspace(tmp_path_factory.mktemp("cite") / "work")


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("apa", "Eliasson, J. (2014). Stockholm. TP."),
        ("chicago", "Eliasson, Jonas. 2014. “Stockholm.” TP."),
        ("mla", "Eliasson, Jonas. “Stockholm.” TP, 2014."),
    ],
)
def test_a_style_formats_what_the_map_cites(to, expected, workspace):
    done = argmap("cite", "city", "--to", to, cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    paragraphs = done.stdout.removesuffix("\n").split("\n\n")
    assert len(paragraphs) == 2
    assert expected in paragraphs


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--as", "md"], "*TP*."),
        (["--as", "html"], "<li>Eliasson, J. (2014). Stockholm. <em>TP</em>.</li>"),
        (["-o", "refs.md"], "*TP*."),
        (["-o", "refs.html"], "<em>TP</em>"),
        (["-o", "refs.html", "--as", "text"], "Stockholm. TP."),
    ],
)
def test_markup_is_asked_for_or_that_of_the_file(arguments, expected, workspace, tmp_path):
    arguments = [str(tmp_path / each) if each.startswith("refs") else each for each in arguments]
    done = argmap("cite", "city", "--to", "apa", *arguments, cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    written = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    assert expected in "".join([done.stdout, *written])


@pytest.mark.parametrize(
    ("file", "to"), [("a.ris", "ris"), ("a.json", "csl-json"), ("a.bib", "biblatex"), ("a", "biblatex")]
)
def test_the_ending_of_the_file_chooses_the_format(file, to, workspace, tmp_path):
    assert argmap("cite", "city", "-o", tmp_path / file, cwd=workspace).returncode == 0
    expected = argmap("cite", "city", "--to", to, cwd=workspace).stdout
    assert (tmp_path / file).read_text(encoding="utf-8") == expected


def test_formats_for_programs_hold_the_same_references(workspace):
    keys = {"chamber2025", "eliasson2014", "institute2025"}
    assert {each["id"] for each in json.loads(argmap("cite", "--to", "csl-json", cwd=workspace).stdout)} == keys
    assert {each["id"] for each in rispy.loads(argmap("cite", "--to", "ris", cwd=workspace).stdout)} == keys
    for to in ("bibtex", "biblatex"):
        assert set(re.findall(r"@\w+{(\w+)", argmap("cite", "--to", to, cwd=workspace).stdout)) == keys


@pytest.mark.parametrize("arguments", [[], ["city"], ["two"]])
def test_only_cited_is_the_default(arguments, workspace):
    told = argmap("cite", *arguments, "--only-cited", cwd=workspace)
    assert (told.returncode, told.stdout) == (0, argmap("cite", *arguments, cwd=workspace).stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ["city", "--to", "vancouver"],
        ["city", "--to", "ris", "--as", "md"],
        ["city", "--to", "apa", "--as", "rtf"],
        ["city", "--all", "--only-cited"],
        ["city", "--all", "--by-node"],
        ["city", "--by-node", "--to", "ris"],
        ["city", "--markdown", "--to", "apa"],
        ["city", "--markdown", "--by-node"],
        ["city", "--csl", "x.csl", "--to", "apa"],
        ["--by-node"],
        ["--markdown"],
        ["two", "--by-node"],
        ["two", "--markdown"],
    ],
)
def test_what_does_not_go_together_is_exit_code_2(arguments, workspace):
    done = argmap("cite", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Invalid value" in done.stderr


def test_by_node_gives_each_node_its_references(workspace):
    text = CITY.replace("cite: eliasson2014", "cite: {key: eliasson2014, locator: p. 3}")
    done = argmap("cite", "-", "--by-node", cwd=workspace, stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "The city's case",
        "",
        "charge: Charge drivers at peak hours. (no reference)",
        "fell: Traffic fell by a fifth. (Eliasson, 2014, p. 3)",
        "",
        "References",
        "",
        "Eliasson, J. (2014). Stockholm. TP.",
        "",
        "Institute. (2025). A charge. https://example.org/a",
    ]
    chicago = argmap("cite", "-", "--by-node", "--to", "chicago", "--as", "md", cwd=workspace, stdin=text).stdout
    assert "- fell: Traffic fell by a fifth. (Eliasson 2014, 3)\n" in chicago
    assert "\n## References\n\nEliasson, Jonas. 2014. “Stockholm.” *TP*.\n" in chicago


def test_markdown_is_an_outline_with_citations(workspace):
    text = CITY.replace("cite: eliasson2014", "cite: [{key: eliasson2014, locator: p. 3}, chamber2025]")
    done = argmap("cite", "-", "--markdown", cwd=workspace, stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "# The city's case\n\nThe argument of @institute2025.\n\n"
        "- Charge drivers at peak hours.\n"
        "    - *For:* Traffic fell by a fifth [@eliasson2014, p. 3; @chamber2025].\n\n"
        "# References\n\n::: {#refs}\n:::\n"
    )


@pytest.mark.parametrize("arguments", [["--by-node", "--as", "html"], ["--by-node", "--as", "md"], ["--markdown"]])
def test_markup_in_a_map_stays_text(arguments, workspace):
    done = argmap("cite", "-", *arguments, cwd=workspace, stdin=HOSTILE)
    assert done.returncode == 0
    assert not re.search(r"(?<!\\)<(script|b)>", done.stdout)
    if "html" not in arguments:
        assert r"\[\@evil\]" in done.stdout
        assert r"\*now\*" in done.stdout
        assert r"!\[x\](javascript" in done.stdout
    if arguments == ["--markdown"]:
        assert r"[@eliasson2014, p. 3, \@evil \[x\]; @nobody2020]" in done.stdout
        assert "See" in done.stdout.partition("(see above)")[0]


def test_a_chain_of_thousands_is_an_outline(workspace):
    nodes = "".join(f"  n{at}:\n    claim: C.\n    supported_by: n{at + 1}\n" for at in range(2000))
    text = f"argmap: 1\nmap: deep\ntitle: Deep\nnodes:\n{nodes}  n2000:\n    claim: C.\n"
    done = argmap("cite", "-", "--markdown", cwd=workspace, stdin=text)
    assert done.returncode == 0
    assert done.stdout.count("- ") == 2001
    assert max(map(len, done.stdout.splitlines())) < 100


def test_csl_without_pandoc_says_what_is_missing(workspace, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "x.csl").touch()
    done = argmap("cite", "city", "--csl", tmp_path / "x.csl", cwd=workspace, PATH=str(tmp_path / "bin"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--csl needs pandoc, which is not installed" in done.stderr


def stand_in(folder, script):
    """A pandoc that does as *script* says."""
    folder.mkdir()
    (folder / "pandoc").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "pandoc").chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_csl_hands_the_references_to_pandoc_and_its_output_on(workspace, tmp_path):
    path = stand_in(tmp_path / "bin", 'for a in "$@"; do echo "$a"; done; cat')
    (tmp_path / "a style;.csl").touch()
    done = argmap("cite", "city", "--csl", tmp_path / "a style;.csl", "--as", "html", cwd=workspace, PATH=path)
    assert (done.returncode, done.stderr) == (0, "")
    options, _, given = done.stdout.partition("[")
    assert options.splitlines() == [
        *("--sandbox", "--from=csljson", "--to=html", "--wrap=none", "--citeproc"),
        f"--csl={tmp_path / 'a style;.csl'}",
    ]
    assert [each["id"] for each in json.loads(f"[{given}")] == ["eliasson2014", "institute2025"]


def test_csl_tells_why_pandoc_failed(workspace, tmp_path):
    path = stand_in(tmp_path / "bin", "echo 'no such style' >&2; exit 3")
    (tmp_path / "x.csl").touch()
    done = argmap("cite", "city", "--csl", tmp_path / "x.csl", cwd=workspace, PATH=path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "argmap: pandoc failed: no such style\n")
    gone = argmap("cite", "city", "--csl", tmp_path / "gone.csl", cwd=workspace, PATH=path)
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "gone.csl: no such file" in gone.stderr


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
def test_pandoc_reads_the_outline_and_finds_every_reference(workspace, tmp_path):
    text = argmap("cite", "city", "--markdown", cwd=workspace).stdout
    done = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", "references.bib", "--to=plain"],
        input=text,
        cwd=workspace,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert "Eliasson, Jonas. 2014." in done.stdout
