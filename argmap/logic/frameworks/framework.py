"""Abstract argumentation frameworks (Dung, Artificial Intelligence 77, 1995): arguments, and which attacks which."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from argmap.logic.graph import Graph


class Framework:
    """Arguments by their names, and attacks between them.

    A name is any hashable value; attacks are pairs, attacker first. Arguments keep their order, and an attack that is
    given twice counts once in every answer.
    """

    def __init__(self, arguments: Iterable[Hashable], attacks: Iterable[tuple[Hashable, Hashable]]) -> None:
        """Raise ``ValueError`` for an argument that is given twice, and for an attack on or by none that is given."""
        self.arguments: Sequence[Any] = list(arguments)
        if len(self._numbers) < len(self.arguments):
            raise ValueError("an argument is given twice")
        targets: list[list[int]] = [[] for _ in range(len(self.arguments) + 1)]
        for attacker, attacked in attacks:
            targets[self.number(attacker)].append(self.number(attacked))
        self.graph = Graph(targets)

    @classmethod
    def of(cls, arguments: Sequence[Any], graph: Graph) -> Framework:
        """The framework of a *graph*, in which number i is called ``arguments[i - 1]``."""
        framework = cls.__new__(cls)
        framework.arguments = arguments
        framework.graph = graph
        return framework

    @cached_property
    def _numbers(self) -> dict[Any, int]:
        return {name: number for number, name in enumerate(self.arguments, 1)}

    def number(self, argument: Hashable) -> int:
        """The number of an argument; raises ``ValueError`` where there is none of that name."""
        try:
            if isinstance(self.arguments, range):
                return self.arguments.index(argument) + 1  # type: ignore[arg-type]
            return self._numbers[argument]
        except (KeyError, ValueError):
            raise ValueError(f"there is no argument {argument!r}") from None

    def names(self, numbers: Iterable[int]) -> tuple[Any, ...]:
        """What arguments are called."""
        if self.arguments == range(1, len(self.arguments) + 1):
            return tuple(numbers)
        return tuple([self.arguments[number - 1] for number in numbers])

    def attacks(self) -> Iterator[tuple[Any, Any]]:
        """The attacks as they were given, by attacker."""
        for a in self.graph.numbers:
            for b in self.graph.targets[a]:
                yield self.arguments[a - 1], self.arguments[b - 1]

    def __len__(self) -> int:
        return len(self.arguments)
