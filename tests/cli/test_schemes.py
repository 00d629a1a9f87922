"""`argmap schemes` and `argmap questions`."""

import json

from command import argmap, small_workspace

MAP = """\
argmap: 1
map: asked
nodes:
  a: {claim: One., supported_by: {premises: b, scheme: sign, id: by-sign}}
  b: {claim: Two., attacked_by: {premises: c, question: finding-true}}
  c: {claim: Three., supported_by: {premises: d, scheme: example}}
  d: {claim: Four.}
"""


def test_schemes_are_listed_and_said_one_by_one(tmp_path):
    listed = argmap("schemes", cwd=tmp_path)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "\n  practical-reasoning " in listed.stdout
    one = argmap("schemes", "precedent", cwd=tmp_path)
    assert one.stdout.startswith("precedent: Precedent (presumptive)\n")
    assert "  similar-enough " in one.stdout
    every = json.loads(argmap("schemes", "--format", "json", cwd=tmp_path).stdout)
    alone = json.loads(argmap("schemes", "precedent", "--format", "json", cwd=tmp_path).stdout)
    assert len(every) > 30
    assert alone in every


def test_an_unknown_scheme_is_a_matter_of_usage(tmp_path):
    done = argmap("schemes", "precedant", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no scheme 'precedant'; did you mean 'precedent'?" in " ".join(done.stderr.split())


def test_the_questions_of_a_map(tmp_path):
    done = argmap("questions", "-", cwd=tmp_path, stdin=MAP)
    assert (done.returncode, done.stderr) == (0, "")
    assert "by-sign: a <- b (sign)\n" in done.stdout
    assert "finding-true" not in done.stdout
    assert done.stdout.endswith("\n8 questions open and 1 answered, at 2 steps; 1 of 3 steps without a scheme\n")
    everything = argmap("questions", "-", "--all", cwd=tmp_path, stdin=MAP).stdout
    assert "attacked by: Three." in everything


def test_the_questions_of_one_step(tmp_path):
    for id in ("by-sign", "a"):
        data = json.loads(argmap("questions", "-", "--step", id, "--format", "json", cwd=tmp_path, stdin=MAP).stdout)
        (step,) = data["steps"]
        assert (step["id"], [each["id"] for each in step["questions"]]) == (
            "by-sign",
            ["sign-strong", "other-explanation"],
        )
    done = argmap("questions", "-", "--step", "by-sing", cwd=tmp_path, stdin=MAP)
    assert done.returncode == 2
    assert "did you mean 'by-sign'?" in " ".join(done.stderr.split())


def test_a_map_without_schemes_has_no_questions(tmp_path):
    folder = small_workspace(tmp_path / "work")
    done = argmap("questions", "city", cwd=folder)
    assert (
        done.stdout == "The city's case\n\n0 questions open and 0 answered, at 0 steps; 1 of 1 step without a scheme\n"
    )


def test_a_comparison_or_a_broken_map_has_none(tmp_path):
    folder = small_workspace(tmp_path / "work")
    done = argmap("questions", "two", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a comparison" in done.stderr
    done = argmap("questions", "-", cwd=folder, stdin="argmap: 1\nmap: [")
    assert (done.returncode, done.stdout) == (2, "")
