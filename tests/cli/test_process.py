"""What commands say in the process of the tests is what they say in a process of their own."""

import pytest
from command import CITY, argmap, argmap_process, small_workspace

BROKEN = CITY.replace("title:", "titel:")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = small_workspace(tmp_path_factory.mktemp("process") / "work")
    (folder / "maps/broken.yaml").write_text(BROKEN.replace("map: city", "map: broken"), encoding="utf-8")
    (folder / "floating.af").write_text("p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--version", 0),
        ("", 2),
        ("--help", 0),
        ("render --help", 0),
        ("chek", 2),
        ("check --no-cache", 1),
        ("check --no-cache --fail-on error --output-format json maps/city.yaml", 0),
        ("check gone.yaml", 2),
        ("show city", 0),
        ("show -", 0),
        ("fmt --check maps/city.yaml", 1),
        ("render city --to svg", 0),
        ("compare two", 0),
        ("cite --all --to apa", 0),
        ("solve -p SE-GR -f floating.af", 0),
        ("solve -p SE-XX -f floating.af", 2),
    ],
)
def test_both_ways_of_running_a_command_give_the_same(command, code, workspace):
    text = CITY.replace("The city's case", "The cité's case")
    apart = argmap_process(*command.split(), cwd=workspace, stdin=text)
    here = argmap(*command.split(), cwd=workspace, stdin=text)
    assert (here.returncode, here.stdout, here.stderr) == (apart.returncode, apart.stdout, apart.stderr)
    assert apart.returncode == code


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x00"])
def test_bytes_that_are_no_text_come_through_a_pipe(raw, workspace):
    done = argmap_process("check", "-", cwd=workspace, stdin=raw)
    assert done.returncode == 1
    assert "error[AM101]" in done.stdout
    assert done.stdout == argmap("check", "-", cwd=workspace, stdin=raw).stdout
