"""What it takes for an argument to have another status under the grounded semantics.

A framework is expanded by new arguments that nothing attacks and that attack old ones (strong expansions: Baumann and
Brewka, COMMA 2010). Of the expansions that give an argument the label that is wanted (status enforcement: Niskanen,
Wallner and Järvisalo, IJCAI 2016), the smallest are those of the fewest moves (after Baumann, ECAI 2012, who counts
attacks). To withdraw an argument does to all others what refuting it does, so one search serves both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.logic.frameworks.grounded import IN, OUT, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.logic.graph import Graph

MOST_TURNS = 20
"""A larger set than that is not looked for where not all sets can be tried."""


class Enforcements(NamedTuple):
    """Sets of moves that do it, each by the places of its moves.

    Where *complete*, they are all smallest ones, or there is none of any size. All sets of up to *tried* moves have
    been tried; where it ended before it found any, there may be one larger set, of which each move is needed.
    """

    sets: tuple[tuple[int, ...], ...]
    complete: bool
    tried: int


class _Labels(NamedTuple):
    """A grounded labelling: each argument's label, and what put those out that were labelled anew."""

    labels: bytearray
    by: dict[int, int]


class Enforcer:
    """Looks for the smallest sets of moves that give *goal* another grounded label.

    A move refutes the arguments that it names all at once, by a new argument. *most* is how many moves are taken
    together, and *bound* how many arguments are looked at for a label, each time anew for each set that is tried.
    """

    def __init__(self, graph: Graph, goal: int, moves: Sequence[Sequence[int]], *, most: int, bound: int) -> None:
        """Label the graph as it is."""
        self._graph, self._goal, self._moves = graph, goal, moves
        self._most, self._bound, self._left = most, bound, bound
        self._moves_on: dict[int, list[int]] = {}
        for place, refuted in enumerate(moves):
            for a in refuted:
                self._moves_on.setdefault(a, []).append(place)
        self._before = self._spread(bytearray(graph.size + 1), graph.numbers, frozenset())

    @property
    def label(self) -> int:
        """The label of the goal as it is."""
        return self._before.labels[self._goal]

    def to(self, wanted: int) -> Enforcements:
        """The smallest sets of moves after which the goal has the label *wanted*, which it does not have."""
        if wanted == UNDECIDED and self._graph.order() is not None:
            return Enforcements((), complete=True, tried=0)  # without cycles nothing is ever undecided
        self._left = self._bound
        level: list[tuple[int, ...]] = [()]
        for size in range(1, self._most + 1):
            enforcing: list[tuple[int, ...]] = []
            rest: list[tuple[int, ...]] = []
            seen: set[tuple[int, ...]] = set()
            for chosen in level:
                refuted = self._refuted(chosen)
                for move in self._useful(self._after(refuted), refuted, wanted):
                    if self._left <= 0:
                        return Enforcements(tuple(enforcing) or self._any(wanted), complete=False, tried=size - 1)
                    larger = tuple(sorted((*chosen, move)))
                    if larger in seen:
                        continue
                    seen.add(larger)
                    after = self._after(self._refuted(larger))
                    (enforcing if after.labels[self._goal] == wanted else rest).append(larger)
            if enforcing or not rest:
                return Enforcements(tuple(enforcing), complete=True, tried=size)
            level = rest
        if self._most >= len(self._moves):
            return Enforcements((), complete=True, tried=self._most)
        return Enforcements(self._any(wanted), complete=False, tried=self._most)

    def _any(self, wanted: int) -> tuple[tuple[int, ...], ...]:
        """A set that comes of taking the first useful move time and again, without what it does not need; or none."""
        chosen: tuple[int, ...] = ()
        while (now := self._after(refuted := self._refuted(chosen))).labels[self._goal] != wanted:
            move = next((move for move in self._useful(now, refuted, wanted) if move not in chosen), None)
            if move is None or len(chosen) == MOST_TURNS:
                return ()
            chosen = (*chosen, move)
        for move in chosen:
            fewer = tuple(other for other in chosen if other != move)
            if self._after(self._refuted(fewer)).labels[self._goal] == wanted:
                chosen = fewer
        return (tuple(sorted(chosen)),)

    def _refuted(self, chosen: Iterable[int]) -> frozenset[int]:
        return frozenset(a for place in chosen for a in self._moves[place])

    def _after(self, refuted: frozenset[int]) -> _Labels:
        """The labelling once *refuted* are out.

        Only what they attack along some path can change (directionality: Baroni and Giacomin, Artificial Intelligence
        171, 2007; Liao, Jin and Koons, Artificial Intelligence 175, 2011), and is labelled anew.
        """
        labels, targets = self._before.labels, self._graph.targets
        region = [a for a in refuted if labels[a] != OUT]
        seen = set(region)
        for a in region:
            for b in targets[a]:
                if b not in seen:
                    seen.add(b)
                    region.append(b)
        return self._spread(labels, region, refuted)

    def _spread(self, before: bytearray, region: Sequence[int], refuted: frozenset[int]) -> _Labels:
        """Label *region* anew, which holds all that it attacks; everything else keeps its label."""
        targets, attackers = self._graph.targets, self._graph.attackers
        self._left -= len(region)
        labels, by = bytearray(before), dict[int, int]()
        for a in region:
            labels[a] = UNDECIDED
        for a in refuted:
            labels[a] = OUT
        left = {a: sum(labels[b] != OUT for b in attackers[a]) for a in region if a not in refuted}
        queue = list(dict.fromkeys(b for a in left for b in attackers[a] if labels[b] == IN))
        for a, count in left.items():
            if not count:
                labels[a] = IN
                queue.append(a)
        for a in queue:
            for b in targets[a]:
                if b in left and labels[b] == UNDECIDED:
                    labels[b], by[b] = OUT, a
                    for c in targets[b]:
                        if c in left:
                            left[c] -= 1
                            if not left[c] and labels[c] == UNDECIDED:
                                labels[c] = IN
                                queue.append(c)
        return _Labels(labels, by)

    def _useful(self, now: _Labels, refuted: frozenset[int], wanted: int) -> Iterator[int]:
        """Moves of which every larger set that does it holds at least one, those near the goal first.

        An argument falls if a move refutes it or an attacker rises; it rises only if each of its attackers falls, and
        so one of these, whichever, says enough. What may be looked at is followed from the goal. To be out or in is
        reached from what nothing attacks on, so any attacker that is not out yet will do. To be undecided is reached
        where something accepted loses its ground, and that ground is followed in the order in which it was laid.
        """
        labels, attackers = now.labels, self._graph.attackers

        def holding(down: int) -> int | None:
            """What keeps *down* from rising, and would have to fall; None where a move does."""
            if down in refuted:
                return None
            if wanted == UNDECIDED:
                return now.by[down] if down in now.by else self._before.by[down]
            return next(a for a in attackers[down] if labels[a] != OUT)

        rises = wanted == IN or (wanted == UNDECIDED and labels[self._goal] == OUT)
        first = holding(self._goal) if rises else self._goal
        waiting = {} if first is None else {first: None}
        queue = list(waiting)
        yielded: set[int] = set()
        for a in queue:
            self._left -= 1
            for move in self._moves_on.get(a, ()):
                if move not in yielded:
                    yielded.add(move)
                    yield move
            for b in attackers[a]:
                c = holding(b)
                if c is not None and c not in waiting:
                    waiting[c] = None
                    queue.append(c)
