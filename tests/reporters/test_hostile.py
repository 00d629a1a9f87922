"""Whatever findings say and files are called: no format is broken and no terminal steered."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from reporter_samples import runs

from argmap.reporters import REPORTERS, reporter
from argmap.reporters._text import sentence, slashed
from argmap.reporters.report import Report
from argmap.text.printable import visible


def said(name: str, run: Report) -> str:
    return reporter(name)(run)


def whole(text: str | None) -> str | None:
    """*text* as a file can hold it."""
    return text and re.sub("[\ud800-\udfff]", "\ufffd", text)


@pytest.mark.parametrize("name", REPORTERS)
@given(run=runs)
def test_nothing_but_printable_letters_in_whole_lines(name, run):
    text = said(name, run)
    assert text == "" or text.endswith("\n")
    assert text.replace("\n", "").isprintable()
    assert text.encode("utf-8").decode("utf-8") == text
    assert text == said(name, run)


@given(runs)
def test_concise_has_a_line_for_each_finding_and_the_sum(run):
    assert said("concise", run).count("\n") == len(run.findings) + 1


@given(runs)
def test_grouped_has_a_line_for_each_finding_and_file(run):
    files = {finding.file for finding in run.findings}
    lines = [line for line in said("grouped", run).split("\n")[:-2] if line]
    assert len([line for line in lines if re.match(r"  (\d+:\d+|-) +(error|warning|note)\[", line)]) >= len(
        run.findings
    )
    assert len(lines) <= len(run.findings) + len(files)


@given(runs)
def test_json_gives_back_the_findings(run):
    parsed = json.loads(said("json", run))
    for finding, each in zip(run.findings, parsed, strict=True):
        assert each["code"] == finding.code
        assert each["name"] == run.rules[finding.code].name
        assert each["severity"] == finding.severity
        assert each["message"] == whole(finding.message)
        assert each["help"] == whole(finding.help)
        assert each["file"] == whole(slashed(finding.file))
        assert each["span"] == (finding.span._asdict() if finding.span else None)
        assert [related["message"] for related in each["related"]] == [
            whole(other.message) for other in finding.related
        ]
        edits = each["fix"]["edits"] if each["fix"] else []
        assert [edit["text"] for edit in edits] == [
            whole(edit.text) for edit in (finding.fix.edits if finding.fix else ())
        ]


@given(runs)
def test_jsonl_has_the_objects_of_json_one_a_line(run):
    lines = said("jsonl", run).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(said("json", run))


@given(runs)
def test_github_has_one_command_for_each_finding(run):
    lines = said("github", run).splitlines()
    for finding, line in zip(run.findings, lines, strict=True):
        match = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^:,]*,?)+)::(.*)", line)
        assert match
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        assert next(iter(properties)) == "file"
        assert list(properties)[-1] == "title"
        assert unquoted(properties["file"]) == printable(slashed(finding.file))
        assert properties["title"].startswith(finding.code)
        assert unquoted(match[3]) == printable(sentence(finding))


def printable(text: str) -> str:
    """*text* with its line breaks and nothing else that is not printable."""
    return re.sub("[^\r\n]+", lambda match: visible(match[0]), text)


def unquoted(text: str) -> str:
    """*text* as GitHub reads it."""
    codes = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    return re.sub("%(25|0D|0A|3A|2C)", lambda match: codes[match[0]], text)


@given(runs)
def test_gitlab_has_an_issue_for_each_finding_each_known_apart(run):
    issues = json.loads(said("gitlab", run))
    assert len(issues) == len(run.findings) == len({issue["fingerprint"] for issue in issues})
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)
    assert all(issue["severity"] in {"info", "minor", "major", "critical", "blocker"} for issue in issues)


@given(runs)
def test_junit_is_well_formed_and_counts_right(run):
    root = ElementTree.fromstring(said("junit", run).encode())
    cases = root.findall("testsuite/testcase")
    assert int(root.get("tests", "")) == len(cases)
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure"))
    assert len([case for case in cases if len(case)]) == len(run.findings)
    assert len(root) == len({*run.texts, *(finding.file for finding in run.findings)})
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
