"""Extensions of a few arguments, sooner than a solver can be told what they are.

A search goes from an argument to what answers its attackers (Nofal, Atkinson and Dunne, Artificial Intelligence 207,
2014). What cannot be accepted with some arguments cannot be with more, and is not tried with them again. Sets of the
undecided arguments *free* of a labelling are numbers, bit i for ``free[i]``.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.logic.frameworks.grounded import Labelling

MOST = 30
"""Arguments that are few: a number has so many bits in its first digit, and no search among them takes long."""


def preferred(labelling: Labelling, free: Sequence[int]) -> list[int]:
    """A largest set of *free* arguments that can be accepted, where no others are."""
    targets, attackers, able = _sets(labelling, free)

    def grown(chosen: int, attacked: int, attacking: int, others: int) -> int:
        """A largest admissible set that holds *chosen*, and of the rest only *others*; 0 where there is none."""
        unanswered = attacking & ~attacked
        options = others & ~attacked & ~attacking
        if unanswered:  # an answer to any of them must be found; which comes first is all the same
            options &= attackers[unanswered.bit_length() - 1]
        while options:
            i = options.bit_length() - 1
            options ^= 1 << i
            others ^= 1 << i
            larger = grown(chosen | 1 << i, attacked | targets[i], attacking | attackers[i], others)
            if larger:
                return larger
        return 0 if unanswered else chosen

    largest = grown(0, 0, 0, able)
    return [a for i, a in enumerate(free) if largest >> i & 1]


def stable(labelling: Labelling, free: Sequence[int]) -> list[int] | None:
    """A set of *free* arguments without conflict that attacks all others of them; None where there is none."""
    if not free:
        return []
    targets, attackers, able = _sets(labelling, free)

    def grown(chosen: int, undecided: int, others: int) -> int:
        """Such a set that holds *chosen*, and of the rest only *others*; 0 where there is none."""
        if not undecided:
            return chosen
        # Any of those that are undecided must be accepted, or one of its attackers.
        i = undecided.bit_length() - 1
        options = others & (attackers[i] | 1 << i)
        while options:
            i = options.bit_length() - 1
            options ^= 1 << i
            others ^= 1 << i
            larger = grown(chosen | 1 << i, undecided & ~(targets[i] | 1 << i), others & ~(targets[i] | attackers[i]))
            if larger:
                return larger
        return 0

    chosen_bits = grown(0, (1 << len(free)) - 1, able)
    return [a for i, a in enumerate(free) if chosen_bits >> i & 1] if chosen_bits else None


def _sets(labelling: Labelling, free: Sequence[int]) -> tuple[list[int], list[int], int]:
    """Whom each attacks, who attacks each, and who can be accepted at all."""
    place = {a: i for i, a in enumerate(free)}
    targets, attackers, inside = [0] * len(free), [0] * len(free), [0] * len(free)
    for i, a in enumerate(free):
        attacked_bits = 0
        for b in labelling.graph.targets[a]:
            if b in place:
                j = place[b]
                attacked_bits |= 1 << j
                attackers[j] |= 1 << i
                inside[j] += 1
        targets[i] = attacked_bits
    # Not what attacks itself, nor what is attacked by more than these: by what stays undecided outside.
    able = [1 << i for i, a in enumerate(free) if inside[i] == labelling.left[a] and not targets[i] >> i & 1]
    return targets, attackers, sum(able)
