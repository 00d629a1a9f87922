"""How alike statements of several maps are: by wording, tags, shared references and shared actors.

A statement is a vector over what can be said of it, its traits, each weighed by how much it tells (its inverse document
frequency, Spärck Jones 1972); two are as alike as the cosine of the angle between them (Salton 1975). A statement is
partly about what it argues for, so that its vector takes in those of the statements that steps join it with.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from argmap.compare.wording import Wording, words
from argmap.model import Map, Node
from argmap.model.references import related


class LikenessKind(IntEnum):
    """What sort of thing a trait is, the most telling first."""

    TAG = 0
    REFERENCE = 1
    WORD = 2
    ACTOR = 3  # by its id
    NAME = 4  # an actor by its name


class Trait(NamedTuple):
    """Something that several statements can share: a tag, a cited work, a word, an actor."""

    kind: LikenessKind
    name: str


Vector = Mapping[Trait, float]

# How much each place counts in which a trait can stand. Authors choose tags and ids to say what a statement is about.
_IN_TAG, _IN_CITE, _IN_ID, _IN_TEXT, _AS_ACTOR = 2.0, 2.0, 1.5, 1.0, 0.5
_OF_NEIGHBOURS = 0.25
_SAME_NAME = 90  # of 100: "Haider al-Abadi" and "Haidar Al-Abadi"

# How far a trait may stand for what a statement is about, by the best place in which a map has it.
_TAGGED, _IDENTIFIED, _MENTIONED = 1.0, 0.8, 0.6


class Profile(NamedTuple):
    """The traits of a map's statements: by node with their weight, and how *prominent* each is in the map."""

    nodes: Mapping[str, Vector]
    prominence: Vector


def profiles(maps: Sequence[Map], wording: Wording) -> list[Profile]:
    """The traits of the statements of each map."""
    names = _same_names(actor.name for map in maps for actor in map.actors.values())
    uses = Counter(tag for map in maps for tag in {tag for node in map.nodes.values() for tag in node.tags})
    alone = frozenset(tag for tag, count in uses.items() if count == 1)
    return [_profile(map, wording, names, alone) for map in maps]


def _profile(map: Map, wording: Wording, names: Mapping[str, str], alone: Container[str]) -> Profile:
    nodes: dict[str, Vector] = {}
    prominence: dict[Trait, float] = defaultdict(float)
    for node in map.nodes.values():
        weights: dict[Trait, float] = {}
        for trait, weight, prominent in _traits(node, map, wording, names, alone):
            weights[trait] = max(weight, weights.get(trait, 0))
            prominence[trait] = max(prominent, prominence[trait])
        nodes[node.id] = weights
    return Profile(nodes, prominence)


def _traits(
    node: Node, map: Map, wording: Wording, names: Mapping[str, str], alone: Container[str]
) -> Iterable[tuple[Trait, float, float]]:
    """The traits of a node, each with its weight and prominence; one that stands in several places comes again."""
    for word in wording.of_text(node.text):
        yield Trait(LikenessKind.WORD, word), _IN_TEXT, _MENTIONED
    for word in wording.of_name(node.id):
        yield Trait(LikenessKind.WORD, word), _IN_ID, _IDENTIFIED
    for tag in node.tags:
        yield Trait(LikenessKind.TAG, tag), _IN_TAG, _TAGGED
        # What the other authors have no tag for they may have a word for. One of several words says little alone.
        parts = wording.of_name(tag) if tag in alone else ()
        for word in parts:
            yield Trait(LikenessKind.WORD, word), _IN_TEXT, _TAGGED if len(parts) == 1 else _MENTIONED
    for citation in node.cite:
        yield Trait(LikenessKind.REFERENCE, citation.key), _IN_CITE, _TAGGED
    for id in (*node.by, *node.addressee):
        yield Trait(LikenessKind.ACTOR, id), _AS_ACTOR, 0
        if id in map.actors:
            yield Trait(LikenessKind.NAME, names[map.actors[id].name]), _AS_ACTOR, 0


def _same_names(names: Iterable[str]) -> dict[str, str]:
    """For each name the one like it that came first, whatever the order of its parts."""
    sorted_names: dict[str, str] = {}
    representatives = {}
    for name in names:
        key = " ".join(sorted(words(name))).casefold() or name
        like = process.extractOne(key, sorted_names.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
        representatives[name] = sorted_names.setdefault(like[0] if like else key, name)
    return representatives


def vectors(maps: Sequence[Map], profiles: Sequence[Profile]) -> list[dict[str, Vector]]:
    """The statements of each map as vectors of length 1, by node; one that shares no trait with any other is zero."""
    uses = Counter(trait for profile in profiles for weights in profile.nodes.values() for trait in weights)
    total = sum(len(profile.nodes) for profile in profiles)
    worth = {trait: math.log(total / count) for trait, count in uses.items()}
    by_map = []
    for map, profile in zip(maps, profiles, strict=True):
        neighbours = _neighbours(map)
        by_map.append({id: _vector(id, profile.nodes, neighbours.get(id, ()), worth) for id in profile.nodes})
    return by_map


def _vector(id: str, nodes: Mapping[str, Vector], neighbours: Iterable[str], worth: Vector) -> Vector:
    weights = dict(nodes[id])
    near = list(neighbours)
    for other in near:
        for trait, weight in nodes[other].items():
            weights[trait] = weights.get(trait, 0) + _OF_NEIGHBOURS * weight / len(near)
    weighed = {trait: weight * worth[trait] for trait, weight in weights.items() if worth[trait]}
    length = math.sqrt(sum(weight * weight for weight in weighed.values()))
    return {trait: weight / length for trait, weight in weighed.items()}


def _neighbours(map: Map) -> dict[str, list[str]]:
    """The nodes that steps, ``specifies`` and ``rephrases`` join each node with, each once."""
    joined: dict[str, dict[str, None]] = defaultdict(dict)
    pairs = [(premise, step.conclusion) for step in map.steps.values() for premise in (*step.premises, *step.warrant)]
    pairs += [(node.id, other_id) for node in map.nodes.values() for other_id in related(node)]
    for node_id, other_id in pairs:
        if other_id is not None and node_id in map.nodes and other_id in map.nodes and node_id != other_id:
            joined[node_id][other_id] = joined[other_id][node_id] = None
    return {id: list(others) for id, others in joined.items()}


def dot(left: Vector, right: Vector) -> float:
    """The inner product; of vectors of length 1 it is the cosine of the angle between them."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[trait] for trait, weight in left.items() if trait in right)


def mean(vectors: Collection[Vector]) -> Vector:
    """The mean of *vectors*, whose product with a vector is the mean of their products with it."""
    if len(vectors) == 1:
        return next(iter(vectors))
    total: dict[Trait, float] = defaultdict(float)
    for vector in vectors:
        for trait, weight in vector.items():
            total[trait] += weight
    return {trait: weight / len(vectors) for trait, weight in total.items()}
