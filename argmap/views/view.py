"""The ways to look at a map, together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from argmap.model import Map
from argmap.text.suggest import did_you_mean
from argmap.views.among import among
from argmap.views.focus import nearby
from argmap.views.fold import Fold, by_depth, by_tag, depths
from argmap.views.lift import lifted
from argmap.views.only import chosen
from argmap.views.unknown import UnknownViewError

_DEPTH = 2
_FOLD_DEPTH = re.compile(r"depth(?::([0-9]{1,9}))?")


class Options(NamedTuple):
    """What to show of a map. They go together: the nodes near the focus, of these only some, and those folded.

    Attributes:
        focus: The id of the node whose surroundings are shown. It is shown itself, and not folded, in any case.
        depth: How many steps around the focus are shown, 2 where it is None; without a focus, around the thesis.
        only: Of which type, with which tag, by whom: ``claim``, ``tag:partnership``, ``by:abadi``, or the bare word.
            Those of one sort are alternatives, those of different sorts combined.
        fold: ``tag``: one card for each tag; ``depth:N``: nodes more than N steps from the thesis stand behind their
            nearest shown ancestor (``depth``: N is 2).
    """

    focus: str | None = None
    depth: int | None = None
    only: tuple[str, ...] = ()
    fold: str | None = None


class View(NamedTuple):
    """What is shown of a map.

    Attributes:
        map: A map of its own: every id that it names is there.
        folded: How many nodes stand behind a card, by its id: itself not counted where it is one of the map's nodes.
            A card that stands for nobody else is not in it.
        left_out: How many nodes are neither shown nor behind a card.
    """

    map: Map
    folded: Mapping[str, int]
    left_out: int


def view(map: Map, options: Options) -> View:
    """Looks at a map in one way.

    The focus becomes the thesis where no thesis is shown.

    Args:
        map: The map.
        options: What to show of it. Where they say nothing, it is shown as it is.

    Returns:
        What is shown.

    Raises:
        UnknownViewError: An option means nothing in this map.
    """
    if options == Options():
        return View(map, {}, 0)
    focus = options.focus
    if focus is not None and focus not in map.nodes:
        raise _unknown(f"no node has the id '{focus}'", focus, map.nodes)
    level = None if options.fold is None or options.fold == "tag" else _level(options.fold)
    whole = among(map, map.nodes)
    present = _present(whole, options)
    part = whole if len(present) == len(whole.nodes) else among(whole, present)
    if focus is not None and not part.thesis:
        part = replace(part, thesis=(focus,))
    left_out = len(map.nodes) - len(part.nodes)
    if options.fold is None:
        return View(part, {}, left_out)
    kept = part.thesis if focus is None else (*part.thesis, focus)
    fold = by_tag(part, kept) if level is None else by_depth(depths(part, kept), part.nodes, level)
    return _folded(part, fold, left_out)


def fitted(map: Map, limit: int = 150) -> View:
    """Folds a map that is too large for one picture.

    By depth, as deep as fits, where two steps or more below the thesis fit; else by tag, where that fits and most nodes
    have tags; else by depth, one step or none. Nodes that hang on nothing are not below anything, and so a map of
    nothing else stays too large.

    Args:
        map: The map; not one that is folded already, for what stands behind its cards would not be counted.
        limit: How many nodes may be shown.

    Returns:
        What is shown: all of a map that fits, as it is.
    """
    if len(map.nodes) <= limit:
        return View(map, {}, 0)
    whole = among(map, map.nodes)
    deep = depths(whole, whole.thesis)
    counts = Counter(place.distance for name, place in deep.items() if name in whole.nodes)
    totals = accumulate(counts[level] for level in range(max(counts, default=0)))
    level = max(0, sum(total <= limit for total in totals) - 1)
    if level < _DEPTH:
        tagged = by_tag(whole, whole.thesis)
        covered = sum(bool(node.tags) for node in whole.nodes.values())
        if 2 * covered > len(whole.nodes) and len(set(tagged.cards.values())) <= limit:
            return _folded(whole, tagged, 0)
    return _folded(whole, by_depth(deep, whole.nodes, level), 0)


def _present(map: Map, options: Options) -> Collection[str]:
    """The nodes that are not left out."""
    present = frozenset(map.nodes)
    if options.focus is not None or options.depth is not None:
        starts = map.thesis if options.focus is None else (options.focus,)
        depth = _DEPTH if options.depth is None else options.depth
        if not starts:
            raise UnknownViewError("the map has no thesis to count steps from; choose a node to focus on")
        if depth < 0:
            raise UnknownViewError(f"the depth must be 0 or more, not {depth}")
        present = nearby(map, starts, depth)
    if options.only:
        present &= chosen(map, options.only)
    return present if options.focus is None else present | {options.focus}


def _level(fold: str) -> int:
    """The depth to which *fold* shows nodes."""
    match = _FOLD_DEPTH.fullmatch(fold)
    if match is None:
        raise _unknown(f"cannot fold by '{fold}'", fold, ("tag", "depth"), "write 'tag', 'depth' or 'depth:N'")
    return _DEPTH if match[1] is None else int(match[1])


def _unknown(what: str, word: str, known: Collection[str], otherwise: str = "") -> UnknownViewError:
    help = did_you_mean(word, known) or otherwise
    return UnknownViewError(f"{what}; {help}" if help else what)


def _folded(map: Map, fold: Fold, left_out: int) -> View:
    behind = Counter(card for node, card in fold.cards.items() if card != node)
    return View(lifted(map, fold) if behind else map, dict(behind), left_out)
