"""Argument graphs of Carneades 4, with the labels that its authors published for them, as maps.

The graphs and labels stand in the repository carneades/carneades-4, under examples/AGs/YAML, each with a section
``tests`` (once ``labels``: in, out, undecided) by which its evaluator is tested. Structure and labels are taken over,
into a file of the same name in ``carneades/``; the sentences are ours. Carneades counts only what is assumed or argued
for; so the reading is ``evidential``, and:

=====================================  ===========================================================================
Carneades                              map
=====================================  ===========================================================================
assumed                                a statement without supports
neither assumed nor argued for: out    ``stance: rejected``, for by itself it would stand (unsupported)
argument, undercutter                  a step, ``undercut_by``
linked, and the default                a step with several premises
convergent, cumulative, criteria       a step for each premise: these arguments stand without some of them
issue                                  ``contradict``
what the weights make the stronger     ``prefer``: the map says it, where Carneades computes it
=====================================  ===========================================================================

What differs stands in a file under ``x-argmap``:

- An issue that ends in a draw (bachelor, caminada1). Under the preponderance of evidence no position has the more, so
  all are out; of two that contradict each other argmap accepts neither and refutes neither: undecided.
- What hangs on a draw (risky-operation). What rests on a position that is out has no argument in Carneades: ambiguity
  is blocked. To grounded semantics it is undecided, and so is what it would defeat: ambiguity is handed on.
- Two assumptions that exclude each other (paraconsistency). Carneades never doubts an assumption: both are in.

Left out: graphs that are first derived by rules (walton, family-law, family-law2, chr-leq, basic_event_calculus,
abduction, defeasible-modus-ponens, constant_weight); a graph published without labels (legalization-of-marijuana);
vacation and trivial, which like unsupported are of statements without any argument; even-loop, Porsche2, mcda-porsche,
false-dilemma and simulating-Dung-AFs, which are support-loop, porsche, unreliable-witness and dung-AFs again. Of
pollock-red-light and toulmin there are revisions with the undercut conclusion undecided, and others, which agree with
unsupported2, with it out: here out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.native import load
from argmap.model import Map
from argmap.weigh import Status, Support
from argmap.weigh.report import weigh

GRAPHS = sorted((Path(__file__).parent / "carneades").glob("*.yaml"))
STATUSES = {"in": "accepted", "out": "rejected", "undecided": "undecided"}


def loaded(path: Path) -> Map:
    document = load(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(document.content, Map), document.faults
    assert not document.faults
    return document.content


def labels(map: Map, key: str) -> dict[str, str]:
    """The status that each node should have by the lists of the map's key *key*."""
    lists = map.extra.get(key, {})
    assert isinstance(lists, dict)
    return {id: STATUSES[label] for label, ids in lists.items() for id in ids}


def weighed(map: Map, support: Support = Support.EVIDENTIAL) -> dict[str, Status]:
    return {node.node: node.status for node in weigh(map, support=support).nodes}


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_labels_are_those_that_carneades_has_but_for_what_is_said_to_differ(path: Path) -> None:
    map = loaded(path)
    published, differs = labels(map, "x-carneades"), labels(map, "x-argmap")
    assert published
    assert all(published[id] != status for id, status in differs.items())
    found = weighed(map)
    assert {id: found[id] for id in published} == published | differs


def test_by_default_an_undercut_refutes_no_conclusion() -> None:
    (pollock,) = [loaded(path) for path in GRAPHS if path.stem == "pollock-red-light"]
    assert weighed(pollock, Support.NONE)["red"] == "accepted"
    assert weighed(pollock, Support.NECESSARY)["red"] == "rejected"
