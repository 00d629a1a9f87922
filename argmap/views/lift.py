"""The steps of a folded map, drawn between its cards."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace
from itertools import count
from operator import itemgetter

from argmap.model import Map, Node, Step, StepKind
from argmap.model.step import is_unnamed, unnamed_id
from argmap.views.among import changed, targets
from argmap.views.fold import Fold

_Key = tuple[StepKind, frozenset[str], str | None]


def lifted(map: Map, fold: Fold) -> Map:
    """The map as *fold* shows it.

    A step between cards that stand for nobody but themselves stays as it is. Any other is lifted: a line from the
    cards that its premises stand behind to the card that its conclusion stands behind. Such a line says no more than
    that something behind the one bears on something behind the other. So there is one for each kind, premises and
    conclusion, none where a stated step says the same, and it has none of the marks of the steps that it stands for;
    it is outweighed where all of them are, and called ``lifted-1`` or so. What ``specifies`` and ``rephrases`` say is
    lifted alike.

    A premise that stands behind the same card as the conclusion is not named; a step that has no other has gone into
    the card. A step upon a step counts to the card that it bears on in the end: an undercut from behind that card has
    gone into it too. One from elsewhere becomes an attack on the card, and a warrant from elsewhere a support of it:
    the step that they hit is no longer there, but left out, they would make the card look unopposed or self-sufficient.

    Args:
        map: The map; every id that is named is there, and each step stands after those that it is upon.
        fold: The card of each node.

    Returns:
        The map of the cards.
    """
    return replace(map, nodes=_nodes(map, fold), steps=_Lines(map, fold.cards).steps())


def _nodes(map: Map, fold: Fold) -> dict[str, Node]:
    """The cards, each in its place; a new one stands in the place of the first node behind it."""
    cards: dict[str, Node] = {}
    related: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for node in map.nodes.values():
        card = fold.cards[node.id]
        if card == node.id or card in fold.groups:
            cards.setdefault(card, fold.groups.get(card, node))
        if node.specifies or node.rephrases:
            wholes, wordings = related.setdefault(card, ({}, {}))
            wholes |= _others(node.specifies, card, fold.cards)
            wordings |= _others(node.rephrases, card, fold.cards)
    for card, (wholes, wordings) in related.items():
        cards[card] = replace(cards[card], specifies=tuple(wholes), rephrases=tuple(wordings))
    return cards


def _others(names: Iterable[str], card: str, cards: Mapping[str, str]) -> dict[str, None]:
    return dict.fromkeys(cards[name] for name in names if cards[name] != card)


class _Lines:
    def __init__(self, map: Map, cards: Mapping[str, str]) -> None:
        self.map = map
        self.cards = cards
        self.drawn: dict[str, Step] = {}  # what stays as it is, and what is lifted, by its id from now on
        self.place: dict[str, str] = {}  # of each step: what is drawn for it, or the card that it has gone into
        self.end: dict[str, str | None] = {}  # of each step: the card that it bears on in the end
        self.stated: dict[_Key, Step] = {}
        self.lifted: dict[_Key, str] = {}
        self.ids = (f"lifted-{number}" for number in count(1))
        self.outweighed: dict[str, bool] = {}  # of what is lifted
        self.warrants: dict[str, dict[str, None]] = {}

    def steps(self) -> dict[str, Step]:
        """The steps that are drawn."""
        for step, alone in self._in_order():
            premises = tuple(self._at(premise) for premise in step.premises)
            conclusion = None if step.conclusion is None else self._at(step.conclusion)
            self.end[step.id] = self._end(step)
            if alone and self._stand(targets(step, self.map)):
                self._keep(step, premises, conclusion)
            else:
                self._lift(step, premises, conclusion)
        for id, outweighed in self.outweighed.items():
            if outweighed or self.warrants[id]:
                self.drawn[id] = replace(self.drawn[id], outweighed=outweighed, warrant=tuple(self.warrants[id]))
        return self.drawn

    def _in_order(self) -> list[tuple[Step, bool]]:
        """The steps, and whether the nodes that they connect stand for themselves.

        Those that others are upon come first; of equals, those that may stay as they are: lifted ones give way to them.
        """
        hidden = {node for node, card in self.cards.items() if node != card}
        level: dict[str, int] = {}
        ordered: list[tuple[int, bool, Step]] = []
        for step in self.map.steps.values():
            level[step.id] = max((level[target] + 1 for target in targets(step, self.map)), default=0)
            lifted = step.conclusion in hidden or not hidden.isdisjoint(step.premises)
            ordered.append((level[step.id], lifted, step))
        ordered.sort(key=itemgetter(0, 1))
        return [(step, not lifted) for _, lifted, step in ordered]

    def _stand(self, upon: Collection[str]) -> bool:
        """Whether each of these steps is still drawn, and as another line than the rest of them."""
        return not upon or len({self.place[target] for target in upon} & self.drawn.keys()) == len(upon)

    def _at(self, name: str) -> str:
        return self.cards.get(name) or self.place[name]

    def _end(self, step: Step) -> str | None:
        if step.conclusion is None:
            return None
        return self.cards.get(step.conclusion) or self.end[step.conclusion]

    def _keep(self, step: Step, premises: tuple[str, ...], conclusion: str | None) -> None:
        kept = changed(
            step,
            id=unnamed_id(step.kind, premises, conclusion, self.drawn) if is_unnamed(step) else step.id,
            premises=premises,
            conclusion=conclusion,
            warrant=self._warrants(step, {*premises, self.end[step.id]}),
            outweighed_by=tuple(name for name in step.outweighed_by if self.cards[name] == name),
        )
        self.drawn[kept.id] = kept
        self.place[step.id] = kept.id
        key = (step.kind, frozenset(premises), conclusion)
        if key not in self.stated or self.stated[key].outweighed:
            self.stated[key] = kept

    def _warrants(self, step: Step, own: Container[str | None]) -> tuple[str, ...]:
        """The cards of its warrants; one that is among the cards that the step connects goes without saying."""
        cards = dict.fromkeys(self.cards[name] for name in step.warrant)
        return tuple(card for card in cards if card not in own)

    def _lift(self, step: Step, premises: tuple[str, ...], conclusion: str | None) -> None:
        card = self.end[step.id]
        # What a ranking is upon may be drawn as one line with what it ranks higher: that is not to be seen either.
        tails = tuple(dict.fromkeys(premise for premise in premises if premise not in (card, conclusion)))
        if step.kind is StepKind.CONTRADICT and len(tails) == 1:
            card, tails = tails[0], ()
        warrants = self._warrants(step, {*tails, card})
        into = card or conclusion
        if tails or into is None:
            undone = step.conclusion not in self.cards and conclusion not in self.drawn
            kind = StepKind.ATTACK if step.kind is StepKind.UNDERCUT and undone else step.kind
            self.place[step.id] = self._line(kind, tails, conclusion, step.outweighed, warrants)
            return
        self.place[step.id], self.end[step.id] = into, card
        for warrant in warrants:
            self._line(StepKind.SUPPORT, (warrant,), into, False, ())

    def _line(
        self, kind: StepKind, tails: tuple[str, ...], head: str | None, outweighed: bool, warrants: Iterable[str]
    ) -> str:
        """The id of the step that is drawn for one that is lifted."""
        key = (kind, frozenset(tails), head)
        stated = self.stated.get(key)
        if stated is not None and (outweighed or not stated.outweighed):
            return stated.id
        if key not in self.lifted:
            id = self.lifted[key] = self._free_id()
            self.drawn[id] = Step(id=id, kind=kind, premises=tails, conclusion=head)
            self.outweighed[id], self.warrants[id] = True, {}
        id = self.lifted[key]
        self.outweighed[id] &= outweighed
        self.warrants[id] |= dict.fromkeys(warrants)
        return id

    def _free_id(self) -> str:
        """An id for a line. Made of what it connects, ids of lines upon lines could grow with the square of the map."""
        id = next(self.ids)
        while id in self.map.nodes or id in self.map.steps:
            id = next(self.ids)
        return id
