"""Checking and fixing from Python."""

from __future__ import annotations

import pytest

import argmap

MAP = """\
argmap: 1
map: city
source: report2025
thesis: charge
nodes:
  charge: {recommendation: Charge., addressee: council, supported_by: fel}
  fell: {evidence: It fell., cite: report2025}
actors:
  council: {name: Council}
"""
REFERENCES = "@online{report2025, author = {Doe, Jo}, title = {T}, date = {2025}, url = {https://example.org/a}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/city.yaml").write_text(MAP)
    (tmp_path / "references.bib").write_text(REFERENCES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(findings):
    return sorted({finding.code for finding in findings})


def test_a_text_a_document_a_file_a_folder_and_a_workspace_are_checked(folder):
    by_itself = codes(argmap.check(MAP))
    assert "AM201" in by_itself
    assert (
        codes(argmap.check("maps/city.yaml"))
        == codes(argmap.check("maps"))
        == codes(argmap.check(argmap.Workspace(".")))
    )
    document = argmap.load("city")
    assert codes(argmap.check(document)) == codes(argmap.check("maps/city.yaml"))
    assert codes(argmap.check(MAP, select=["AM201"])) == ["AM201"]
    assert "AM201" not in codes(argmap.check(MAP, ignore="AM2"))


def test_a_text_is_checked_as_a_file_of_a_workspace(folder):
    stray = MAP.replace("cite: report2025", "cite: nowhere")
    assert "AM410" not in codes(argmap.check(stray))
    assert "AM410" in codes(argmap.check(stray, workspace=argmap.Workspace(".")))
    assert "AM410" not in codes(argmap.check(MAP, workspace=argmap.Workspace(".")))


def test_texts_lie_over_files(folder):
    path = folder / "maps/city.yaml"
    workspace = argmap.Workspace(".", texts={"maps/city.yaml": MAP.replace("fel}", "fell}")})
    assert "AM201" not in codes(argmap.check(workspace))
    assert "AM201" in codes(argmap.check("maps"))
    assert path.read_text() == MAP
    # what is not there yet is in the workspace too, and what cites is checked against an unsaved bibliography
    other = MAP.replace("map: city", "map: town").replace("fel}", "fell}")
    workspace = argmap.Workspace(folder, texts={folder / "maps/town.yaml": other, "references.bib": "@online{x}\n"})
    assert [document.map.id for document in argmap.documents(workspace)] == ["city", "town"]
    assert "AM410" in codes(argmap.check(workspace))
    assert argmap.load("maps/city.yaml").text == MAP


def test_fixing_writes_only_when_asked(folder):
    path = folder / "maps/city.yaml"
    path.write_bytes(MAP.replace("\n", "\r\n").encode())
    fixed = argmap.fix("maps/city.yaml", unsafe=True)
    assert [finding.code for finding in fixed.fixed] == ["AM201"]
    assert "AM201" not in codes(fixed.left)
    assert b"fel}" in path.read_bytes()
    fixed.write()
    assert b"supported_by: fell}\r\n" in path.read_bytes()
    again = argmap.fix(MAP, unsafe=True)
    assert again.text == MAP.replace("fel}", "fell}")
    again.write()  # a text by itself has no file
    assert not argmap.fix("references.bib").left


def test_an_edited_document_is_checked_as_it_is_now(folder):
    document = argmap.load("city")
    fixed = argmap.edit(document, [argmap.Change("nodes/charge/supported_by", "fell")])
    assert "AM201" not in codes(argmap.check(fixed))
    assert "AM201" in codes(argmap.check(document))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: argmap.check("no/such.yaml"), "no such file"),
        (lambda: argmap.check(MAP, select=["AM999"]), "no rule is called 'AM999'"),
        (lambda: argmap.fix("no/such.yaml"), "no such file"),
        (lambda: argmap.fix("maps"), "folder"),
        (lambda: argmap.load("nothing"), "no file and no map has the name 'nothing'"),
        (lambda: argmap.format("argmap: 1\nmap: A B\n"), "faults"),
        (lambda: argmap.loads("nodes: [").map, "does not hold a map"),
        (lambda: argmap.load("city").comparison, "does not hold a comparison"),
        (lambda: argmap.explain("AM2o1"), "there is no rule 'AM2o1'"),
        (lambda: argmap.propose([argmap.load("city").map]), "two maps"),
        (lambda: argmap.weigh(argmap.load("city").map, semantics="groundd"), "there is no semantics 'groundd'"),
        (lambda: argmap.cite(argmap.read_bibliography(REFERENCES), to="apa7"), "there is no style or format 'apa7'"),
        (lambda: argmap.read_bibliography("none.bib"), "no such file"),
        (lambda: argmap.rename(argmap.Workspace("."), "nobody", "somebody"), "is called 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said(folder, call, message):
    with pytest.raises(argmap.ArgmapError, match=message):
        call()


def test_a_reference_is_edited_in_place():
    before = argmap.read_bibliography(f"% the head\n{REFERENCES}@misc{{other, note = {{x}} }} % tail\n")
    after = argmap.edit_entry(before, "report2025", title="Another {T}", url=None, note="n")
    assert after.entries["report2025"].fields["title"] == "Another {T}"
    assert "url" not in after.entries["report2025"].fields
    assert after.text.startswith("% the head\n@online{report2025, author = {Doe, Jo}, title = {Another {T}},")
    assert after.text.endswith("@misc{other, note = {x} } % tail\n")
    for call in (
        lambda: argmap.edit_entry(before, "report2024", note="n"),
        lambda: argmap.edit_entry(before, "other", note="{"),
        lambda: argmap.edit_entry(before, "other", **{"a b": "n"}),
    ):
        with pytest.raises(argmap.ArgmapError):
            call()


def test_the_text_of_an_article_is_kept_locked_and_verified(folder):
    (folder / "maps/city.yaml").write_text(MAP.replace("Charge., ", "Charge., at: wants a charge, "))
    text = f"The city wants a charge now. {' '.join(f'word{number}' for number in range(80))}\n"
    path = argmap.add_source(argmap.Workspace("."), "report2025", text)
    assert path.read_text() == text
    (proof,) = argmap.verify(argmap.Workspace("."))
    assert [receipt.state for receipt in proof.receipts] == ["verified"]
    assert argmap.lock_sources(argmap.Workspace(".")).anchors == 1
    path.unlink()
    (proof,) = argmap.verify(argmap.Workspace("."))
    assert [receipt.state for receipt in proof.receipts] == ["attested"]
    with pytest.raises(argmap.ArgmapError, match=r"\.\./x"):
        argmap.add_source(argmap.Workspace("."), "../x", "words")


def test_renaming_and_building(folder):
    plan = argmap.rename(argmap.Workspace("."), "fell", "traffic-fell", dry_run=True)
    assert [change.file for change in plan.changes] == ["maps/city.yaml"]
    assert "fell: {" in (folder / "maps/city.yaml").read_text()
    argmap.rename(argmap.Workspace("."), "fell", "traffic-fell")
    assert "traffic-fell: {" in (folder / "maps/city.yaml").read_text()
    built = argmap.build(argmap.Workspace("."))
    assert {each.path.name for each in built.built} == {"city.svg", "city.dot", "cited.bib", "check.txt"}
    assert built.left_out == []
