"""`argmap new`: a file that loads, passes the checks, and is never written over another."""

import re

import pytest
from command import REFERENCES, argmap, small_workspace

from argmap.formats.native import load
from argmap.formats.native.write.skeleton import comparison_skeleton, map_skeleton
from argmap.model import Map, Node, NodeType, Stance


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def above_a_note(*arguments, cwd, **environment):
    done = argmap("check", *arguments, cwd=cwd, **environment)
    lines = [line for line in done.stdout.split("\n") if line.startswith(("error", "warning"))]
    assert done.returncode == any(line.startswith("error") for line in lines)
    return lines


@pytest.mark.parametrize("options", [[], ["--source", "institute2025"]])
@pytest.mark.parametrize("name", ["night-buses", "2025", "null", "1e5", "x"])
def test_a_new_map_passes_the_check(name, options, workspace):
    done = argmap("new", name, *options, cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"wrote maps/{name}.yaml\n", "")
    path = workspace / f"maps/{name}.yaml"
    assert load(path.read_text(), "a").content.id == name
    assert above_a_note(path, cwd=workspace) == []
    assert above_a_note(cwd=workspace) == []


def test_a_new_map_passes_where_the_text_of_its_article_is_at_hand(workspace):
    (workspace / "texts").mkdir()
    (workspace / "texts/institute2025.txt").write_text("A charge at the cordon, where traffic fell.")
    assert argmap("new", "again", "--source", "institute2025", cwd=workspace).returncode == 0
    assert above_a_note("maps/again.yaml", cwd=workspace, ARGMAP_SOURCES=str(workspace / "texts")) == []


def test_the_skeleton_is_short_and_teaches_the_format():
    for source in (None, "institute2025"):
        text = map_skeleton("night-buses", source)
        assert text.count("\n") <= 32
        assert text.count("#") >= 10
        taught = "source thesis claim evidence supported_by attacked_by premises inferred implicit stance at cite todo"
        for word in taught.split():
            assert re.search(rf"\b{word}:", text), word


def test_a_new_map_can_be_shown_and_drawn(workspace):
    argmap("new", "night-buses", cwd=workspace)
    assert "Night buses" in argmap("show", "night-buses", cwd=workspace).stdout
    assert argmap("render", "night-buses", cwd=workspace).returncode == 0


def test_a_workspace_begins_with_it(tmp_path):
    done = argmap("new", "first", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "wrote maps/first.yaml\n")
    assert above_a_note(cwd=tmp_path) == []


def test_the_maps_folder_is_that_of_the_settings(workspace):
    (workspace / "argmap.toml").write_text('maps = "cards"\n')
    (workspace / "deep").mkdir()
    assert argmap("new", "night-buses", cwd=workspace / "deep").returncode == 0
    assert (workspace / "cards/night-buses.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Night Buses"], "'Night Buses' is not a kebab-case id; write 'night-buses'"),
        (["night_buses.yaml"], "write 'night-buses'"),
        (["night-buses.yaml"], "write the name alone: 'night-buses'"),
        (["../evil"], "write 'evil'"),
        (["/etc/x"], "write 'etc-x'"),
        (["-"], "use a-z, 0-9 and single hyphens"),
        (["\x1b[31mred"], "write '31mred'"),
        (["city"], "maps/city.yaml: already exists"),
        (["night-buses", "--source", "institute"], "references.bib has no reference 'institute'"),
        (["night-buses", "--source", "institute2052"], "did you mean 'institute2025'?"),
        (["night-buses", "--comparison", "city", "chambre"], "did you mean 'chamber'?"),
        (["night-buses", "--comparison", "city", "city"], "can be compared with another map only"),
        (["night-buses", "--comparison", "city", "two"], "'two' is a comparison: name two maps"),
        (["night-buses", "--comparison", "city", "elsewhere.yaml"], "is not in maps"),
        (["night-buses", "--comparison", "city"], "--comparison"),
        (["night-buses", "--comparison", "city", "chamber", "--source", "institute2025"], "a comparison has no source"),
    ],
)
def test_what_cannot_be_begun_is_exit_code_2_and_writes_nothing(arguments, said, workspace):
    (workspace / "elsewhere.yaml").write_text("argmap: 1\nmap: elsewhere\n")
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    done = argmap("new", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before


def test_an_id_that_another_file_has_is_taken(workspace):
    (workspace / "maps/city.yaml").rename(workspace / "maps/other-name.yaml")
    done = argmap("new", "city", cwd=workspace)
    assert done.returncode == 2
    assert "the id 'city' is already used by maps/other-name.yaml" in done.stderr


def test_not_even_a_dangling_link_is_written_over(workspace):
    (workspace / "maps/away.yaml").symlink_to(workspace / "gone/away.yaml")
    assert argmap("new", "away", cwd=workspace).returncode == 2
    assert (workspace / "maps/away.yaml").is_symlink()


def test_a_folder_that_is_a_file_is_exit_code_2(tmp_path):
    (tmp_path / "maps").write_text("")
    done = argmap("new", "first", cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_a_new_comparison_passes_the_check(workspace):
    done = argmap("new", "again", "--comparison", "city", "maps/chamber.yaml", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "wrote maps/again.yaml\n")
    assert above_a_note(cwd=workspace) == []
    comparison = load((workspace / "maps/again.yaml").read_text(), "a").content
    assert comparison.maps == ("city", "chamber")
    assert [topic.positions for topic in comparison.topics.values()] == [
        {"city": ("charge",)},
        {"chamber": ("unfair",)},
    ]
    assert argmap("compare", "again", cwd=workspace).returncode == 0


def test_a_comparison_with_a_skeleton_passes_too(workspace):
    assert argmap("new", "2025", cwd=workspace).returncode == 0
    assert argmap("new", "main-point", cwd=workspace).returncode == 0
    assert argmap("new", "again", "--comparison", "2025", "main-point", cwd=workspace).returncode == 0
    assert above_a_note(cwd=workspace) == []


def advice(id, **fields):
    return Node(id=id, type=NodeType.RECOMMENDATION, text=fields.pop("text", "Do."), **fields)


@pytest.mark.parametrize(
    ("nodes", "thesis", "points"),
    [
        ([], (), []),
        ([advice("a"), advice("b")], (), ["a", "b"]),
        ([advice("a"), advice("b")], ("b", "gone"), ["b", "a"]),
        ([advice("a"), advice("b", specifies=("a",)), advice("c", specifies=("b",))], (), ["a"]),
        ([advice("a", specifies=("b",)), advice("b", specifies=("a",))], (), ["a", "b"]),
        ([advice("a", stance=Stance.REPORTED), advice("b", specifies=("a",))], (), ["b"]),
        ([advice("2014", text="a #b\n'\"\x1b: {")], (), ["2014"]),
    ],
)
def test_each_point_of_a_map_gets_a_topic_unless_a_wider_one_has_it(nodes, thesis, points):
    first = Map(id="first", nodes={node.id: node for node in nodes}, thesis=thesis)
    second = Map(id="2", nodes=first.nodes, thesis=thesis)
    document = load(comparison_skeleton("new", first, second), "a")
    assert document.faults == ()
    positions = [topic.positions for topic in document.content.topics.values()]
    covered = {position["first"][0] for position in positions if "first" in position}
    if points == ["a", "b"] and nodes[0].specifies:  # each is a part of the other: one of them is enough
        assert covered & {"a", "b"}
    else:
        assert covered == set(points)
        assert [position["2"][0] for position in positions if "2" in position] == points


def test_references_are_asked_for_where_there_are_some(tmp_path):
    assert "the file is not there" in argmap("new", "a", "--source", "k", cwd=tmp_path).stderr
    (tmp_path / "references.bib").write_text(REFERENCES)
    assert argmap("new", "a", "--source", "chamber2025", cwd=tmp_path).returncode == 0
