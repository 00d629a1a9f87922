"""The published JSON Schema accepts what the reader accepts, and refuses what it refuses."""

import json
import re

import jsonschema
import pytest
from hypothesis import given
from needs import REPOSITORY
from strategies import comparisons, maps

from argmap.formats.native import load
from argmap.formats.native.grammar.schema import schema
from argmap.formats.native.write.dump import dump
from argmap.text.yaml import parse

DIALECTS = {"2020-12": jsonschema.Draft202012Validator, "7": jsonschema.Draft7Validator}
VALIDATORS = {draft: dialect(schema(draft)) for draft, dialect in DIALECTS.items()}
both_drafts = pytest.mark.parametrize("draft", DIALECTS)

MAPS = sorted((REPOSITORY / "maps").glob("*.yaml"))
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (REPOSITORY / "docs/file-format.md").read_text("utf-8"), re.DOTALL)

MAP = "argmap: 1\nmap: m\n"
COMPARISON = "argmap: 1\ncomparison: c\nmaps: [a, b]\n"
BAD = [
    "[]",
    "map: m",
    "argmap: 2\nmap: m",
    "argmap: '1'\nmap: m",
    "argmap: 1\nmap: My_Map",
    "argmap: 1\nmap: [m]",
    MAP + "titel: x",
    MAP + "title: 3",
    MAP + "title: [x]",
    MAP + "thesis: {a: b}",
    MAP + "thesis: [1]",
    MAP + "actors: {a: {}}",
    MAP + "actors: {a: {name: 3}}",
    MAP + "actors: {A: {name: x}}",
    MAP + "actors: [a]",
    MAP + "defaults: {kind: event}",
    MAP + "nodes: [a]",
    MAP + "nodes: {a: x}",
    MAP + "nodes: {a: {}}",
    MAP + "nodes: {A: {claim: x}}",
    MAP + "nodes: {a: {claim: x, evidence: y}}",
    MAP + "nodes: {a: {claim: 3}}",
    MAP + "nodes: {a: {claim: x, stance: agreed}}",
    MAP + "nodes: {a: {claim: x, qualifier: perhaps}}",
    MAP + "nodes: {a: {evidence: x, kind: rumour}}",
    MAP + "nodes: {a: {claim: x, implicit: yes}}",
    MAP + "nodes: {a: {claim: x, formal: true}}",
    MAP + "nodes: {a: {claim: x, formal: [p, q]}}",
    MAP + "nodes: {a: {claim: x, quantities: {of: y, part_of: Not An Id, value: 1}}}",
    MAP + "nodes: {a: {claim: x, implicit: 1}}",
    MAP + "nodes: {a: {claim: x, by: 3}}",
    MAP + "nodes: {a: {claim: x, at: {end: y}}}",
    MAP + "nodes: {a: {claim: x, at: {start: y, stop: z}}}",
    MAP + "nodes: {a: {claim: x, at: 3}}",
    MAP + "nodes: {a: {claim: x, cite: {locator: p. 1}}}",
    MAP + "nodes: {a: {claim: x, said: [2014]}}",
    MAP + "nodes: {a: {claim: x, said: {inferred: year}}}",
    MAP + "nodes: {a: {claim: x, said: {date: 2014, inferred: week}}}",
    MAP + "nodes: {a: {claim: x, said: true}}",
    MAP + "nodes: {a: {claim: x, quantities: {of: y}}}",
    MAP + "nodes: {a: {claim: x, quantities: {value: 1}}}",
    MAP + "nodes: {a: {claim: x, quantities: {of: Y y, value: 1}}}",
    MAP + "nodes: {a: {claim: x, quantities: {of: y, value: true}}}",
    MAP + "nodes: {a: {claim: x, quantities: {of: y, value: 1, bound: roughly}}}",
    MAP + "nodes: {a: {claim: x, tags: [Big Tag]}}",
    MAP + "nodes: {a: {claim: x, supported_by: [[b, c]]}}",
    MAP + "nodes: {a: {claim: x, supported_by: {id: s}}}",
    MAP + "nodes: {a: {claim: x, supported_by: {premises: b, support: a}}}",
    MAP + "nodes: {a: {claim: x, supported_by: {premises: b, id: S}}}",
    MAP + "nodes: {a: {claim: x, undercut_by: b}}",
    MAP + "nodes: {a: {claim: x, supported_by: {premises: {The Goal: b}}}}",
    MAP + "nodes: {a: {claim: x, supported_by: {premises: {goal: {means: b}}}}}",
    MAP + "nodes: {a: {claim: x, supported_by: {premises: [{goal: b}]}}}",
    MAP + "nodes: {a: {claim: x, supported_by: {goal: b}}}",
    MAP + "steps: [{support: a, premises: {goal: 3}}]",
    MAP + "nodes: {a: {claim: x, attacked_by: {premises: b, attacked_by: c}}}",
    MAP + "nodes: {a: {claim: x, attacked_by: {premises: b, outweighed: 3}}}",
    MAP + "steps: {support: a, premises: b}",
    MAP + "steps: [a]",
    MAP + "steps: [{premises: a}]",
    MAP + "steps: [{support: a, attack: b, premises: c}]",
    MAP + "steps: [{support: a}]",
    MAP + "steps: [{prefer: a}]",
    MAP + "steps: [{prefer: a, over: b, premises: c}]",
    MAP + "steps: [{contradict: [a, b], premises: c}]",
    MAP + "steps: [{support: a, premises: b, over: c}]",
    MAP + "topics: {}",
    "argmap: 1\ncomparison: c",
    COMPARISON + "nodes: {}",
    COMPARISON + "topics: {t: {title: x}}",
    COMPARISON + "topics: {T: {positions: {}}}",
    COMPARISON + "topics: {t: {positions: {a: 3}}}",
    COMPARISON + "topics: {t: {positions: {}, verdict: same}}",
    COMPARISON + "topics: {t: {positions: {}, verdict: {about: x}}}",
    COMPARISON + "topics: {t: {positions: {}, verdict: {is: agree, why: x}}}",
]


@both_drafts
def test_it_is_a_valid_schema_of_its_dialect(draft):
    DIALECTS[draft].check_schema(schema(draft))
    assert schema(draft)["$schema"].startswith(DIALECTS[draft].META_SCHEMA["$schema"].rstrip("#"))


@both_drafts
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_it_accepts_the_real_maps(draft, path):
    assert [error.message for error in VALIDATORS[draft].iter_errors(parse(path.read_text("utf-8")).data)] == []


@both_drafts
@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_it_accepts_the_examples_of_its_page(draft, text):
    assert [error.message for error in VALIDATORS[draft].iter_errors(parse(text).data)] == []
    assert load(text, "example.yaml").faults == ()


def test_there_are_real_maps_and_examples_to_look_at():
    assert MAPS
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("text", BAD)
def test_the_reader_and_both_schemas_refuse_the_same(text):
    data = parse(text).data
    assert load(text, "map.yaml").faults
    assert [draft for draft, validator in VALIDATORS.items() if validator.is_valid(data)] == []


@given(maps() | comparisons())
def test_it_accepts_every_graph_that_is_written(content):
    data = json.loads(json.dumps(parse(dump(content)).data))
    for validator in VALIDATORS.values():
        assert [error.message for error in validator.iter_errors(data)] == []
