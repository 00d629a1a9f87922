"""`argmap sources`, and what a check says of the texts and the lock."""

import json
import os

import pytest
from command import argmap, small_workspace
from needs import REPOSITORY

TEXT = """\
The council met in May and heard what the engineers had to say about the bridges of the old town.

It proposes a charge at the cordon, for traffic fell by a fifth where others tried one, and it stayed down for years.
"""


@pytest.fixture
def workspace(tmp_path):
    folder = small_workspace(tmp_path / "work")
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def taken_in(workspace):
    assert argmap("sources", "add", "institute2025", "article.txt", cwd=workspace).returncode == 0
    return workspace


def sources(workspace, *arguments, **environment):
    done = argmap("sources", *arguments, cwd=workspace, **environment)
    return done.returncode, done.stdout, done.stderr


def test_a_text_is_taken_in_where_git_leaves_it_alone(workspace):
    code, said, _ = sources(workspace, "add", "institute2025", "article.txt")
    assert (code, said) == (0, "wrote sources/institute2025.txt: 43 words, 2 paragraphs\n")
    assert (workspace / "sources/institute2025.txt").read_text("utf-8").split() == TEXT.split()
    assert (workspace / "sources/.gitignore").read_text("utf-8") == "*\n"


def test_a_page_is_taken_in_without_its_markup(workspace):
    page = "<html><head><title>T</title><script>x()</script></head><body><p>It pro&shy;poses a charge at the cordon."
    (workspace / "page.html").write_text(f"{page}<p>Then traffic <b>fell</b>.</body></html>", encoding="utf-8")
    assert sources(workspace, "add", "institute2025", "page.html")[1].endswith(": 10 words, 2 paragraphs\n")
    assert sources(workspace, "verify", "city")[0] == 0


def test_what_a_file_is_must_be_said_where_its_name_does_not(workspace):
    (workspace / "page.xyz").write_text(TEXT, encoding="utf-8")
    code, _, said = sources(workspace, "add", "institute2025", "page.xyz")
    assert code == 2
    assert "say what the file is: text, markdown, html, pdf" in said
    assert sources(workspace, "add", "institute2025", "page.xyz", "--as", "text")[0] == 0


def test_another_text_is_not_overwritten_unasked(taken_in):
    (taken_in / "other.txt").write_text("Other words.", encoding="utf-8")
    code, _, said = sources(taken_in, "add", "institute2025", "other.txt")
    assert code == 2
    assert "--replace" in said
    assert (taken_in / "sources/institute2025.txt").read_text("utf-8").split() == TEXT.split()
    assert sources(taken_in, "add", "institute2025", "other.txt", "--replace")[0] == 0
    assert (taken_in / "sources/institute2025.txt").read_text("utf-8").split() == ["Other", "words."]


@pytest.mark.parametrize("key", ["../out", "a/b", "", ".", "..", ".git"])
def test_a_key_leads_out_of_the_folder_to_nowhere(key, workspace):
    code, _, said = sources(workspace, "add", key, "article.txt")
    assert code == 2
    assert said.startswith("argmap: ")
    assert not (workspace / "sources").exists()
    assert not (workspace / "out.txt").exists()


@pytest.mark.parametrize("content", [b"", b" \n", b"\x00\x01", b"caf\xe9"])
def test_what_is_no_text_is_refused(content, workspace):
    (workspace / "bad.txt").write_bytes(content)
    code, _, said = sources(workspace, "add", "institute2025", "bad.txt")
    assert code == 2
    assert said.startswith("argmap: ")
    assert not (workspace / "sources/institute2025.txt").exists()


def test_a_key_that_no_reference_has_is_mentioned(workspace):
    code, _, said = sources(workspace, "add", "nobody1999", "article.txt")
    assert (code, said) == (0, "argmap: no reference has the key 'nobody1999'\n")


def test_the_text_verifies_and_the_lock_attests_without_it(taken_in):
    assert sources(taken_in, "verify", "city") == (0, "city: anchors: 2 verified\n", "")
    assert sources(taken_in, "lock") == (0, "wrote sources.lock: 2 anchors of 1 source\n", "")
    assert sources(taken_in, "lock")[1] == "unchanged: sources.lock: 2 anchors of 1 source\n"
    assert "anchors: 2 verified by the text" in argmap("check", "maps/city.yaml", cwd=taken_in).stderr
    (taken_in / "sources/institute2025.txt").unlink()
    assert sources(taken_in, "verify", "city") == (0, "city: anchors: 2 attested\n", "")
    assert "anchors: 2 attested by the lock" in argmap("check", "maps/city.yaml", cwd=taken_in).stderr
    (taken_in / "sources.lock").unlink()
    assert sources(taken_in, "verify", "city")[:2] == (
        1,
        "city: anchors: 2 unverified\n  maps/city.yaml:13: unverified: a charge at\n"
        "  maps/city.yaml:17: unverified: traffic fell\n",
    )


def test_a_wrong_anchor_is_shown_with_its_nearest_passage_and_mended(taken_in):
    city = taken_in / "maps/city.yaml"
    city.write_text(city.read_text("utf-8").replace("at: traffic fell", "at: traffic never fell by"), encoding="utf-8")
    done = argmap("check", "maps/city.yaml", cwd=taken_in)
    assert done.returncode == 1
    assert "'traffic never fell by' does not stand in the source" in done.stdout
    assert "nearest, in paragraph 2: traffic [-never-] fell by" in done.stdout
    code, _, said = sources(taken_in, "lock")
    assert code == 1
    assert "'traffic never fell by' (nodes fell of 'city') does not stand in 'institute2025' and is not locked" in said
    assert argmap("check", "--fix", "--unsafe-fixes", "maps/city.yaml", cwd=taken_in).returncode == 0
    assert "traffic fell by" in city.read_text("utf-8")


def test_a_quote_from_another_source_says_so(taken_in):
    (taken_in / "two.txt").write_text("A second article about levies on lorries.", encoding="utf-8")
    sources(taken_in, "add", "chamber2025", "two.txt")
    city = taken_in / "maps/city.yaml"
    city.write_text(city.read_text("utf-8").replace("at: traffic fell", "at: levies on lorries"), encoding="utf-8")
    found = argmap("check", "maps/city.yaml", cwd=taken_in).stdout
    assert "'levies on lorries' does not stand in the source; it stands in 'chamber2025'" in found


def test_a_changed_source_is_told_from_a_wrong_anchor(taken_in):
    sources(taken_in, "lock")
    text = (taken_in / "sources/institute2025.txt").read_text("utf-8").replace("traffic fell by a fifth", "it sank")
    (taken_in / "sources/institute2025.txt").write_text(f"A new head.\n\n{text}", encoding="utf-8")
    code, said, _ = sources(taken_in, "verify", "city")
    assert code == 1
    assert "anchors: 1 verified, 1 source-changed" in said
    assert "not the one that was locked" in said
    assert "maps/city.yaml:17: source-changed: traffic fell" in said
    assert "warning[AM309]" in argmap("check", "maps/city.yaml", cwd=taken_in).stdout
    assert "not the text that was locked" in sources(taken_in, "status")[1]


def test_words_are_found_in_any_case_and_typesetting(taken_in):
    code, said, _ = sources(taken_in, "find", "A CHARGE, at the cordon")
    assert code == 0
    assert said.startswith("institute2025, paragraph 2: ")
    assert "[[a charge at the cordon]]" in said
    code, said, message = sources(taken_in, "find", "a charge at that cordon")
    assert (code, said) == (1, "")
    assert "nearest: institute2025, paragraph 2: a charge at [-that-] {+the+} cordon" in message
    assert sources(taken_in, "find", "zebra")[::2] == (1, "argmap: no source at hand has these words\n")


def test_what_is_said_can_be_read_by_programs(taken_in):
    sources(taken_in, "lock", "--retrieved", "2025-01-09")
    (status,) = [each for each in json.loads(sources(taken_in, "status", "--format", "json")[1]) if each["text"]]
    assert status["key"] == "institute2025"
    assert (status["words"], status["paragraphs"], status["retrieved"]) == (43, 2, "2025-01-09")
    assert status["anchors"] == {"verified": 2}
    proofs = json.loads(sources(taken_in, "verify", "--format", "json")[1])
    (city,) = [proof for proof in proofs if proof["map"] == "city"]
    assert [(each["in"], each["state"], each["paragraph"]) for each in city["anchors"]] == [
        (["nodes", "charge"], "verified", 2),
        (["nodes", "fell"], "verified", 2),
    ]
    assert json.loads(sources(taken_in, "find", "cordon", "--format", "json")[1])[0]["paragraph"] == 2


@pytest.mark.parametrize("lock", ["", "version = 9\n", "\x00", "version = 1\n[institute2025]\nwords = 1\n"])
def test_a_lock_that_is_none_is_exit_code_2_and_stays(lock, taken_in):
    (taken_in / "sources.lock").write_text(lock, encoding="utf-8")
    for command in (["check"], ["sources", "verify"], ["sources", "lock"], ["sources", "status"]):
        done = argmap(*command, cwd=taken_in)
        assert done.returncode == 2
        assert "sources.lock: " in done.stderr
        assert "lock again" in done.stderr
    assert (taken_in / "sources.lock").read_text("utf-8") == lock


def test_the_lock_of_a_text_that_is_not_at_hand_stays(taken_in):
    sources(taken_in, "lock", "--retrieved", "2025-01-09")
    before = (taken_in / "sources.lock").read_text("utf-8")
    (taken_in / "sources/institute2025.txt").unlink()
    sources(taken_in, "lock")
    assert (taken_in / "sources.lock").read_text("utf-8") == before
    assert sources(taken_in, "lock", "institute2025")[0] == 2
    (taken_in / "maps/city.yaml").unlink()
    (taken_in / "maps/two.yaml").unlink(missing_ok=True)
    sources(taken_in, "lock")
    assert "institute2025" not in (taken_in / "sources.lock").read_text("utf-8")


def test_a_reference_takes_its_lock_along_when_it_is_renamed(taken_in):
    sources(taken_in, "lock")
    assert argmap("rename", "institute2025", "institute-report", cwd=taken_in).returncode == 0
    (taken_in / "sources/institute2025.txt").unlink()
    assert sources(taken_in, "verify", "city")[1] == "city: anchors: 2 attested\n"


@pytest.mark.parametrize("date", ["2025-13-01", "May", "2025-02-30"])
def test_a_date_of_retrieval_is_a_date(date, taken_in):
    assert sources(taken_in, "lock", "--retrieved", date)[0] == 2
    assert not (taken_in / "sources.lock").exists()


def test_links_lead_to_passages_and_hold_words_enough_where_the_text_is_at_hand(taken_in):
    assert sources(taken_in, "links", "city") == (
        0,
        "city charge https://example.org/a#:~:text=a%20charge%20at\ncity fell https://example.org/a#:~:text=traffic%20fell\n",
        "",
    )
    assert len(json.loads(sources(taken_in, "links", "--format", "json")[1])) == 4
    (taken_in / "sources/institute2025.txt").write_text(
        "As traffic fell here, traffic fell.\n\na charge at", encoding="utf-8"
    )
    city = taken_in / "maps/city.yaml"
    city.write_text(
        city.read_text("utf-8").replace("at: traffic fell", "at: {start: traffic fell, prefix: here}"), encoding="utf-8"
    )
    assert "text=here%2C-,traffic%20fell" in sources(taken_in, "links", "city")[1]


def test_every_anchor_of_the_two_articles_is_attested_without_their_texts():
    code, said, _ = sources(REPOSITORY, "verify")
    assert code == 0
    assert said.split("\n") == [
        "al-monitor-2015: anchors: 98 attested",
        "washington-institute-2024: anchors: 156 attested",
        "",
    ]


@pytest.mark.skipif("ARGMAP_SOURCES" not in os.environ, reason="the texts of the articles are not at hand")
def test_every_anchor_of_the_two_articles_is_verified_by_their_texts():
    code, said, _ = sources(REPOSITORY, "verify", ARGMAP_SOURCES=os.environ["ARGMAP_SOURCES"])
    assert code == 0
    assert said.split("\n") == [
        "al-monitor-2015: anchors: 98 verified",
        "washington-institute-2024: anchors: 156 verified",
        "",
    ]
