"""A comparison proposed for maps: what both authors name, and what they say on it.

Each topic grows from one trait that statements of two maps share: a tag, a cited work, or a word. Labels come first and
groups after them, as in the Lingo algorithm (Osiński and Weiss 2005), so that every topic can be named honestly. The
work grows with the number of statements and not with that of their pairs, which are looked at within topics only.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from argmap.compare.likeness import LikenessKind, Profile, Trait, Vector, dot, mean, profiles, vectors
from argmap.compare.proposal import HALF, Proposal
from argmap.compare.wording import FUNCTION_WORDS, Wording, wording
from argmap.model import Comparison, Map, Node, Topic

MOST_NODES = 4
"""Nodes of one map in a topic."""
MOST_TOPICS = 20
"""Topics of a proposal: what one sitting can judge."""
LEAST_CONFIDENCE = 0.1
"""What is less sure is left out; of maps about different matters hardly anything is surer."""

_COMMON = 1 / 3  # of a map's statements; what more of them say is what the whole map is about
_FEW = 3  # statements that may have a word in common in a map of any size
_PRIOR = 4  # pairs as alike as any that are thought to be there too, so that one pair proves less than many
_OVERLAP = 1 / 2  # of its pairs; a topic that has more in common with those before it says them again

Statement = tuple[int, str]
"""The place of a map among those compared, and the id of a node."""


class _Candidate(NamedTuple):
    """What statements of some maps have in common, the best of them by the place of their map, and how sure it is."""

    trait: Trait
    sides: Mapping[int, tuple[str, ...]]
    confidence: float

    @property
    def pairs(self) -> set[tuple[Statement, Statement]]:
        """The pairs of statements of different maps."""
        return set(_pairs(self.sides))


def propose(maps: Sequence[Map]) -> Proposal:
    """Aligns *maps* by the wording, tags, references and actors of their nodes; no model of language is asked.

    Args:
        maps: Two or more, each with an id of its own.

    Returns:
        A comparison without verdicts, its topics in the order of the first map's article, with at most four nodes a
        map in each, the most representative first; and the confidence of each topic. A map that a topic has nothing of
        is not named in it. The same maps give the same proposal.
    """
    language = wording(maps)
    described = profiles(maps, language)
    chosen = _chosen(described, vectors(maps, described))
    order = [{id: index for index, id in enumerate(map.nodes)} for map in maps]
    chosen.sort(key=lambda candidate: next((side, order[side][ids[0]]) for side, ids in candidate.sides.items()))
    topics: dict[str, Topic] = {}
    confidence = {}
    for candidate in chosen:
        nodes = [maps[side].nodes[id] for side, ids in candidate.sides.items() for id in ids]
        title = _title(candidate.trait, nodes, language)
        id = _free(_kebab(title) or "topic", topics)
        topics[id] = Topic(id=id, title=title, positions={maps[side].id: ids for side, ids in candidate.sides.items()})
        confidence[id] = round(candidate.confidence, 2)
    return Proposal(_comparison(maps, topics), confidence)


def _comparison(maps: Sequence[Map], topics: dict[str, Topic]) -> Comparison:
    titles = [map.title or map.id for map in maps]
    languages = {map.lang for map in maps}
    return Comparison(
        id="-and-".join(map.id for map in maps),
        title=f"Proposed comparison: {' / '.join(titles)}",
        lang=languages.pop() if len(languages) == 1 else None,
        maps=tuple(map.id for map in maps),
        topics=topics,
    )


def _chosen(profiles: Sequence[Profile], vectors: Sequence[Mapping[str, Vector]]) -> list[_Candidate]:
    """The surest candidates. Those that cannot be as sure as what is chosen already are not looked at."""
    bearers = [_bearers(profile) for profile in profiles]
    shared: dict[float, list[Trait]] = defaultdict(list)
    for trait, count in Counter(trait for of_map in bearers for trait in of_map).items():
        if count > 1:
            having = (profile for profile, of_map in zip(profiles, bearers, strict=True) if trait in of_map)
            best, second, *_ = sorted((profile.prominence[trait] for profile in having), reverse=True)
            shared[best * second].append(trait)
    chance = _chance(vectors)
    candidates: list[_Candidate] = []
    for limit in sorted(shared, reverse=True):
        chosen = _apart(candidates)
        if len(chosen) == MOST_TOPICS and chosen[-1].confidence > limit:
            return chosen
        for trait in shared[limit]:
            sides = {
                side: [(id, profiles[side].nodes[id][trait]) for id in of_map[trait]]
                for side, of_map in enumerate(bearers)
                if trait in of_map
            }
            best_of = _representatives(sides, vectors)
            candidates.append(_Candidate(trait, best_of, round(limit * _certainty(best_of, vectors, chance), 9)))
    return _apart(candidates)


def _bearers(profile: Profile) -> dict[Trait, list[str]]:
    """The nodes that have each trait, of the traits that can name a topic."""
    bearers: dict[Trait, list[str]] = defaultdict(list)
    for id, weights in profile.nodes.items():
        for trait in weights:
            if trait.kind is not LikenessKind.ACTOR and trait.kind is not LikenessKind.NAME:
                bearers[trait].append(id)
    limit = max(_FEW, len(profile.nodes) * _COMMON)
    return {
        trait: ids
        for trait, ids in bearers.items()
        if trait.kind is not LikenessKind.WORD
        or (len(ids) <= limit and trait.name not in FUNCTION_WORDS and not trait.name.isdigit())
    }


def _representatives(
    sides: Mapping[int, Sequence[tuple[str, float]]], vectors: Sequence[Mapping[str, Vector]]
) -> dict[int, tuple[str, ...]]:
    """Of each side the nodes that the trait says most of, and that are most like those of the other sides.

    Args:
        sides: The nodes that have the trait, each with the weight that it has for the node.
        vectors: The nodes as vectors, map by map.

    Returns:
        At most four nodes a side, the best first; of those that are equally good, in the order of the article.
    """
    centres = {side: mean([vectors[side][id] for id, _ in nodes]) for side, nodes in sides.items()}
    best = {}
    for side, nodes in sides.items():
        others = mean([centre for other, centre in centres.items() if other != side])
        fit = {id: round(weight * dot(vectors[side][id], others), 9) for id, weight in nodes}
        best[side] = tuple(sorted(fit, key=fit.__getitem__, reverse=True)[:MOST_NODES])
    return best


def _chance(vectors: Sequence[Mapping[str, Vector]]) -> float:
    """How alike two statements of two maps are on the average, over all pairs."""
    means = [mean(of_map.values()) for of_map in vectors if of_map]
    products = [dot(first, second) for first, second in combinations(means, 2)]
    return sum(products) / len(products) if products else 0.0


def _certainty(sides: Mapping[int, Sequence[str]], vectors: Sequence[Mapping[str, Vector]], chance: float) -> float:
    """How sure it is that the nodes speak of one thing, by how alike they are: see :class:`Proposal`."""
    products = [dot(vectors[side][a], vectors[other_side][b]) for (side, a), (other_side, b) in _pairs(sides)]
    alike = (sum(products) + _PRIOR * chance) / (len(products) + _PRIOR)
    return alike / (alike + HALF)


def _pairs(sides: Mapping[int, Sequence[str]]) -> Iterator[tuple[Statement, Statement]]:
    for side, other in combinations(sides, 2):
        yield from (((side, a), (other, b)) for a in sides[side] for b in sides[other])


def _apart(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The surest of *candidates*, without those that for the most part say again what surer ones say."""
    chosen: list[_Candidate] = []
    taken: set[tuple[Statement, Statement]] = set()
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.confidence, candidate.trait)):
        if candidate.confidence < LEAST_CONFIDENCE or len(chosen) == MOST_TOPICS:
            break
        if len(candidate.pairs & taken) <= _OVERLAP * len(candidate.pairs):
            chosen.append(candidate)
            taken |= candidate.pairs
    return chosen


def _title(trait: Trait, nodes: Sequence[Node], language: Wording) -> str:
    match trait.kind:
        case LikenessKind.TAG:
            return language.tag_title(trait.name) or trait.name
        case LikenessKind.REFERENCE:
            return f"The source {trait.name}"
        case _:
            return language.word_title(trait.name, nodes)


def _kebab(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def _free(id: str, taken: Mapping[str, Topic]) -> str:
    number, free = 1, id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    return free
