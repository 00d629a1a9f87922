"""SARIF logs hold against the schema, whatever findings say and files are called."""

import json
from urllib.parse import unquote

from hypothesis import given
from jsonschema import Draft4Validator
from reporter_samples import runs
from sarif_schemas import PART, official

from argmap.reporters._text import slashed
from argmap.reporters.sarif import report


@given(runs)
def test_sarif_holds_against_the_part_of_the_schema_that_argmap_uses(run):
    log = json.loads(report(run))
    Draft4Validator(PART).validate(log)
    (only,) = log["runs"]
    assert len(only["results"]) == len(run.findings)
    rules = only["tool"]["driver"]["rules"]
    for finding, result in zip(run.findings, only["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert "](" not in result["message"]["text"]
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        path = unquote(artifact["uri"].removeprefix("file://"), errors="surrogatepass")
        assert path == slashed(finding.file).replace("//", "/", 1)
        assert ("uriBaseId" in artifact) is not artifact["uri"].startswith("file:")


def test_sarif_holds_against_the_schema_of_the_standard():
    validator = Draft4Validator(official())

    @given(runs)
    def holds(run):
        validator.validate(json.loads(report(run)))

    holds()
