"""What formulas say together: whether they can all be true, what follows from them, and what they leave open.

Each answer is checked again before it is given. A world in which formulas are true is evaluated by the formulas
themselves; that there is none is confirmed by all worlds one by one where there are few, else by a solver of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Self

from argmap.logic.formulas.formula import Clauses, Formula, atoms, holds
from argmap.logic.sat import CertificateError, Sat

World = dict[str, bool]
_FEW = 10


class Theory:
    """Formulas by number, from 0, that are asked about again and again; close it, or use ``with``.

    Every question may raise ``UndecidedError`` where the time ran out.
    """

    def __init__(self, formulas: Sequence[Formula], *, until: float | None = None) -> None:
        """Take *formulas*; no answer is sought after *until*, on the clock of ``time.monotonic``."""
        self.formulas = tuple(formulas)
        self.until = until
        self._clauses = Clauses()
        self._literals = [self._clauses.literal(formula) for formula in self.formulas]
        self._sat = Sat(self._clauses.clauses, until=until)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sat.close()

    def world(self, chosen: Iterable[int]) -> World | None:
        """A world in which the formulas *chosen* are true together; None where there is none."""
        numbers = tuple(chosen)
        return self._world(numbers, [self._literals[number] for number in numbers])

    def core(self, chosen: Iterable[int]) -> tuple[int, ...] | None:
        """Some of the formulas *chosen* that cannot be true together, not always the fewest; None where all can be."""
        numbers = tuple(chosen)
        if self.world(numbers) is not None:
            return None
        in_core = set(self._sat.core())
        return tuple(number for number in numbers if self._literals[number] in in_core)

    def counterexample(self, premises: Iterable[int], conclusion: int) -> World | None:
        """A world in which *premises* are true and *conclusion* is not; None where it follows from them.

        The world names the atoms of these formulas alone.
        """
        numbers = tuple(premises)
        world = self._world(numbers, [*(self._literals[number] for number in numbers), -self._literals[conclusion]])
        if world is None:
            return None
        if holds(self.formulas[conclusion], world):
            raise CertificateError("the counterexample found is not a counterexample")
        named = {name for number in (*numbers, conclusion) for name in atoms(self.formulas[number])}
        return {name: world.get(name, False) for name in sorted(named)}

    def decided(self, chosen: Iterable[int]) -> World | None:
        """The atoms that the formulas *chosen* decide, and how; None where they cannot be true together.

        That is the backbone, found by asking about one atom after another and dropping what each world shows to be open
        (Marques-Silva, Janota and Lynce, On computing backbones of propositional theories, ECAI 2010).
        """
        numbers = tuple(chosen)
        world = self.world(numbers)
        if world is None:
            return None
        names = dict.fromkeys(name for number in numbers for name in atoms(self.formulas[number]))
        waiting = {name: world[name] for name in names}
        decided: World = {}
        roots = [self._literals[number] for number in numbers]
        while waiting:
            name, value = waiting.popitem()
            variable = self._clauses.variables[name]
            other = self._world(numbers, [*roots, -variable if value else variable])
            if other is None:
                decided[name] = value
            else:
                waiting = {atom: assumed for atom, assumed in waiting.items() if other[atom] is assumed}
        return {name: decided[name] for name in names if name in decided}

    def refuted(self, chosen: Iterable[int]) -> bool:
        """Whether the formulas *chosen* cannot be true together, found without what the solver has learnt so far."""
        formulas = [self.formulas[number] for number in chosen]
        names = sorted({name for formula in formulas for name in atoms(formula)})
        if len(names) <= _FEW:
            worlds = (dict(zip(names, row, strict=True)) for row in product((False, True), repeat=len(names)))
            return not any(all(holds(formula, world) for formula in formulas) for world in worlds)
        clauses = Clauses()
        roots = [[clauses.literal(formula)] for formula in formulas]
        with Sat([*clauses.clauses, *roots], until=self.until) as fresh:
            return not fresh.solve()

    def _world(self, numbers: Iterable[int], literals: list[int]) -> World | None:
        if not self._sat.solve(literals):
            return None
        true = {literal for literal in self._sat.model() if literal > 0}
        world = {name: variable in true for name, variable in self._clauses.variables.items()}
        if not all(holds(self.formulas[number], world) for number in numbers):
            raise CertificateError("the formulas are not true in the world found for them")
        return world
