"""A preferred extension of a few arguments, sooner than a solver can be told what one is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.logic.grounded import Labelling

MOST = 30
"""Arguments that are few: with 40 that attack one another much, the solver is as quick."""


def preferred(labelling: Labelling, free: Sequence[int]) -> list[int]:
    """A largest set of the undecided arguments *free* that can be accepted, where no others are.

    The search goes from an argument to what answers its attackers (Nofal, Atkinson and Dunne, Artificial Intelligence
    207, 2014). What cannot be accepted with some arguments cannot be with more, and is not tried with them again.
    """
    targets = labelling.graph.targets
    attackers: dict[int, list[int]] = {a: [] for a in free}
    for a in free:
        for b in targets[a]:
            if b in attackers:
                attackers[b].append(a)

    def grown(chosen: list[int], attacked: set[int], barred: set[int]) -> list[int]:
        """A largest admissible set that holds *chosen*, and of the rest nothing *barred*; empty where there is none."""
        unanswered = [b for a in chosen for b in attackers[a] if b not in attacked]
        # An answer to any of them must be found; which comes first is all the same.
        for a in attackers[unanswered[0]] if unanswered else free:
            if a not in barred:
                found = grown([*chosen, a], attacked.union(targets[a]), barred.union([a], targets[a], attackers[a]))
                if found:
                    return found
                barred.add(a)
        return [] if unanswered else chosen

    # Not what attacks itself, nor what is attacked by more than the others: by what stays undecided outside.
    unable = {a for a in free if a in targets[a] or len(attackers[a]) < labelling.left[a]}
    return grown([], set(), unable)
