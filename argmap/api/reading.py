"""Ways to read a map: weighed, in part, beside another, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography
    from argmap.compare import Row
    from argmap.compare.proposal import Proposal
    from argmap.logic import Semantics
    from argmap.model import Comparison, Map
    from argmap.schemes.questions import Examined
    from argmap.schemes.scheme import Scheme
    from argmap.views import View
    from argmap.weigh import Support
    from argmap.weigh.report import Weighed


class ArgumentError(ArgmapError, ValueError):
    """An argument of a function that is none of those that it takes."""


def weigh(
    map: Map,
    *,
    semantics: Semantics | str = "grounded",
    support: Support | str = "none",
    credulous: bool = False,
    timeout: float | None = None,
) -> Weighed:
    """Says which statements can be accepted together, how strong they are, why, and what would change a thesis.

    Args:
        map: The map.
        semantics: ``grounded``, ``complete``, ``preferred``, ``stable``, ``semi-stable``, ``stage`` or ``ideal``.
        support: What a support does to acceptance: ``none``, ``deductive``, ``necessary`` or ``evidential``.
        credulous: Accept what one extension holds, not only what all hold.
        timeout: The seconds after which it is given up; None: never.

    Returns:
        The weighed map: the status, reason and strength (0 to 1) of each node, and of each thesis what would change it.

    Raises:
        ArgumentError: There is no such semantics or support.
        UndecidedError: The time has run out.
    """
    from argmap.logic import Semantics
    from argmap.weigh import Support
    from argmap.weigh.report import weigh as weighed

    known = {Semantic.name.lower().replace("_", "-"): Semantic for Semantic in Semantics}
    chosen = known.get(semantics, semantics)
    if not isinstance(chosen, Semantics):
        raise ArgumentError(f"there is no semantics '{semantics}'; choose one of {', '.join(known)}")
    if support not in list(Support):
        raise ArgumentError(f"there is no support '{support}'; choose one of {', '.join(Support)}")
    until = None if timeout is None else monotonic() + timeout
    return weighed(map, chosen, Support(support), credulous=credulous, until=until)


def view(
    map: Map,
    *,
    focus: str | None = None,
    depth: int | None = None,
    only: Iterable[str] = (),
    fold: str | None = None,
) -> View:
    """A part of a map, or all of it folded, as a map of its own.

    Args:
        map: The map.
        focus: The id of a node: only what is near it is shown.
        depth: How many steps from the focus, or from the thesis.
        only: Only nodes of these types, tags or actors: ``evidence``, ``tag:trade``, ``by:mayor``.
        fold: What puts nodes behind one card: ``tag``, ``depth`` or ``depth:N``.

    Returns:
        The map, how many nodes stand behind each of its cards, and how many are left out.

    Raises:
        UnknownViewError: The focus, a filter or a way to fold means nothing in this map.
    """
    from argmap.views import Options
    from argmap.views import view as viewed

    return viewed(map, Options(focus, depth, tuple(only), fold))


def compare(comparison: Comparison, maps: Mapping[str, Map] | Iterable[Map]) -> Sequence[Row]:
    """Aligns maps topic by topic.

    Args:
        comparison: The topics, and the verdicts on them.
        maps: The maps that it compares; one that is missing is left out of the rows.

    Returns:
        A row for each topic: the nodes of each map on it, and how the maps relate.
    """
    from argmap.compare import align

    return align(comparison, maps if isinstance(maps, Mapping) else {map.id: map for map in maps})


def propose(maps: Iterable[Map]) -> Proposal:
    """Proposes a comparison of maps that nobody has compared yet; it takes the extra ``propose``.

    Args:
        maps: Two maps or more, with ids of their own.

    Returns:
        The comparison, without verdicts, and how sure each of its topics is, from 0 to 1.

    Raises:
        ArgumentError: There are fewer than two maps, or two have one id.
        ArgmapError: The extra is not installed.
    """
    from argmap.actions.propose import proposed

    listed = list(maps)
    if len(listed) < 2 or len({map.id for map in listed}) < len(listed):
        raise ArgumentError("a comparison takes two maps or more, each with an id of its own")
    return proposed(listed)


def questions(map: Map) -> list[Examined]:
    """The steps of a map that name a scheme, each with its critical questions and what in the map answers them."""
    from argmap.schemes.questions import examine

    return list(examine(map))


def schemes() -> list[Scheme]:
    """The argumentation schemes that there are, by name."""
    from argmap.schemes import names, scheme

    return [found for name in names() if (found := scheme(name)) is not None]


def show(map: Map, *, bibliography: Bibliography | None = None, width: int = 100) -> str:
    """A map as a tree in plain text, its lines *width* columns long; a bibliography gives the labels of references."""
    from argmap.render.scene.references import reference_labels
    from argmap.writers.tree import show as tree

    return tree(map, reference_labels(bibliography), width)


def stats(maps: Iterable[Map]) -> dict[str, object]:
    """What maps hold, in numbers, map by map and in all, as data for JSON."""
    from argmap.writers.stats import as_data

    return as_data(list(maps))
