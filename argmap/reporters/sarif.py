"""Findings in the Static Analysis Results Interchange Format, for GitHub's code scanning and for editors.

Text stands in a message as it is: braces are not doubled, as section 3.11.5 would have it, because viewers show the
text of a message without arguments untouched.

References:
    OASIS Standard, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01", 28 August 2023.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap.model import Finding, Fix, Related, RuleInfo, Span
from argmap.reporters._fingerprint import fingerprints
from argmap.reporters._text import sentence, slashed
from argmap.reporters.report import Report
from argmap.text.printable import encode

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"


def report(run: Report) -> str:
    """One log with one run; it describes the rules that found something."""
    indexes = {code: index for index, code in enumerate(sorted({finding.code for finding in run.findings}))}
    known = zip(run.findings, fingerprints(run), strict=True)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "argmap",
                        "version": run.version,
                        "rules": [_rule(run.rules[code]) for code in indexes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that argmap was called in."}}},
                "results": [_result(finding, indexes[finding.code], fingerprint) for finding, fingerprint in known],
            }
        ],
    }
    return encode(log)


def _rule(rule: RuleInfo) -> dict[str, Any]:
    what_and_why = "\n\n".join(rule.explanation.split("\n\n")[:2])
    return {
        "id": rule.code,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": what_and_why},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": _message(sentence(finding)),
        "locations": [_location(finding.file, finding.span)],
        "relatedLocations": [_related(id, related) for id, related in enumerate(finding.related, start=1)],
        "partialFingerprints": {"argmap/v1": fingerprint},
        "fixes": [_fix(finding.fix, finding.file)] if finding.fix else [],
    }


def _related(id: int, related: Related) -> dict[str, Any]:
    return {"id": id, **_location(related.file, related.span), "message": _message(related.message)}


def _fix(fix: Fix, file: str) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    change = {"artifactLocation": _artifact(file), "replacements": replacements}
    return {"description": _message(fix.message), "artifactChanges": [change]}


def _message(text: str) -> dict[str, str]:
    """A plain text message; what would make a link of it (section 3.11.6) is taken apart."""
    return {"text": text.replace("](", "] (")}


def _location(file: str, span: Span | None) -> dict[str, Any]:
    # A finding about a whole file is shown at its first line: code scanning refuses one without a region.
    region = {"startLine": 1} if span is None else _region(span)
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": region}}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    uri = quote(slashed(file), safe="/", errors="surrogatepass")
    if PurePath(file).is_absolute():
        return {"uri": f"file:///{uri.lstrip('/')}"}
    return {"uri": uri, "uriBaseId": _BASE}
