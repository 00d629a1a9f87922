"""Formulas of propositional logic: reading, printing, evaluating, and clauses of them.

The language: atoms in snake_case (``troops_leave``), ``true``, ``false``, ``not``, ``and``, ``or``, ``->`` (if),
``<->`` (exactly if), parentheses. They bind in that order: ``not a and b or c -> d`` is read as
``(((not a) and b) or c) -> d``. A chain of ``->`` is read from the right, as ``a -> (b -> c)``; one of ``<->`` from the
left.

Clauses are made by the translation of Tseitin (On the complexity of derivation in propositional calculus, 1968): a
variable for each part of a formula, which is true exactly where the part is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.errors import ArgmapError

LONGEST = 2000
"""The most characters that a formula may have."""
DEEPEST = 60
"""How deep its parts may nest; a chain of ``and``, or of ``or``, is one part."""

_TOKEN = re.compile(r"\s*(?:(?P<word>[A-Za-z0-9_]+)|(?P<sign><->|->|[()])|(?P<other>\S))")
_ATOM = re.compile(r"[a-z][a-z0-9_]*")
_KEBAB = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+")
_BINARY = {"<->": 1, "->": 2, "or": 3, "and": 4}
_TIGHTEST = 5
_MEANT = {
    **dict.fromkeys(("&", "∧"), "and"),
    **dict.fromkeys(("|", "∨"), "or"),
    **dict.fromkeys(("!", "~", "¬"), "not"),
    **dict.fromkeys(("=", "→", "⇒", "⊃", "-", ">"), "->"),
    **dict.fromkeys(("<", "↔", "⇔", "≡"), "<->"),
}


class FormulaError(ArgmapError, ValueError):
    """What is wrong with a formula.

    Attributes:
        message: What is wrong.
        column: Where, from 1, in code points.
        remedy: What to write instead.
    """

    def __init__(self, message: str, column: int, remedy: str) -> None:
        super().__init__(f"column {column}: {message}; {remedy}")
        self.message, self.column, self.remedy = message, column, remedy


class Formula(NamedTuple):
    """A formula: an atom *name*; or what *op* (``not``, ``and``, ``or``, ``->``, ``<->``, ``true``, ``false``) makes.

    ``and`` and ``or`` have two parts or more, ``->`` and ``<->`` two, ``not`` one.
    """

    op: str
    parts: tuple[Formula, ...] = ()
    name: str = ""
    depth: int = 1

    def __str__(self) -> str:
        """It as it is read, with the parentheses that it needs."""
        if self.op == "atom":
            return self.name
        if self.op == "not":
            return f"not {_within(self.parts[0], _TIGHTEST)}"
        if not self.parts:
            return self.op
        rank = _BINARY[self.op]
        # A chain of its own kind needs parentheses on the side from which it is not read.
        left, right = {"->": (rank + 1, rank), "<->": (rank, rank + 1)}.get(self.op, (rank + 1, rank + 1))
        first, *rest = self.parts
        return f" {self.op} ".join((_within(first, left), *(_within(part, right) for part in rest)))


def parse(text: str) -> Formula:
    """The formula that *text* spells; raises FormulaError for what is none, is too long or nests too deep."""
    if len(text) > LONGEST:
        raise FormulaError("the formula is too long", LONGEST + 1, f"keep it to {LONGEST:,} characters")
    # Operator precedence parsing with two stacks (Dijkstra 1961), so that no nesting exhausts Python's own.
    values: list[Formula] = []
    waiting: list[tuple[str, int]] = []
    operand_next = True
    last = ("", 0)
    for word, column in _tokens(text):
        if operand_next:
            if word in _BINARY or word == ")":
                what = f"before '{word}'" if not last[0] else f"between '{last[0]}' and '{word}'"
                raise FormulaError(f"something is missing {what}", column, "write an atom or a formula there")
            if word in ("not", "("):
                waiting.append((word, column))
            else:
                values.append(Formula(word) if word in ("true", "false") else Formula("atom", (), word))
                operand_next = False
        elif word == ")":
            _reduce(values, waiting, 0)
            if not waiting:
                raise FormulaError("this parenthesis was never opened", column, "remove it, or open it before")
            waiting.pop()
        elif word in _BINARY:
            # What is read from the right waits for what follows.
            _reduce(values, waiting, _BINARY[word] + (word == "->"))
            waiting.append((word, column))
            operand_next = True
        else:
            message = f"'{_short(last[0])}' and '{_short(word)}' stand side by side"
            raise FormulaError(message, column, "put 'and', 'or', '->' or '<->' between; an atom is one_word")
        last = (word, column)
    if operand_next:
        if not last[0]:
            raise FormulaError("the formula is empty", 1, "write an atom, such as troops_leave")
        raise FormulaError(f"nothing follows '{last[0]}'", last[1], "write an atom or a formula after it")
    _reduce(values, waiting, 0)
    if waiting:
        raise FormulaError("this parenthesis is never closed", waiting[-1][1], "close it with ')'")
    return values[0]


def atoms(formula: Formula) -> Iterator[str]:
    """The names of its atoms, as often as each occurs, from left to right."""
    if formula.op == "atom":
        yield formula.name
    for part in formula.parts:
        yield from atoms(part)


def holds(formula: Formula, world: Mapping[str, bool]) -> bool:
    """Whether it is true where the atoms are as *world* says; an atom that it does not name is false."""
    if formula.op == "atom":
        return world.get(formula.name, False)
    if formula.op == "not":
        return not holds(formula.parts[0], world)
    if formula.op == "and":
        return all(holds(part, world) for part in formula.parts)
    if formula.op == "or":
        return any(holds(part, world) for part in formula.parts)
    if formula.op == "->":
        return not holds(formula.parts[0], world) or holds(formula.parts[1], world)
    if formula.op == "<->":
        return holds(formula.parts[0], world) == holds(formula.parts[1], world)
    return formula.op == "true"


class Clauses:
    """The clauses of formulas over shared atoms. Variables are numbered from 1.

    Attributes:
        clauses: All clauses so far; they can always be true together.
        variables: The variable of each atom.
    """

    def __init__(self) -> None:
        self.clauses: list[list[int]] = []
        self.variables: dict[str, int] = {}
        self._most = 0

    def literal(self, formula: Formula) -> int:
        """The literal that is true exactly where *formula* is; what is needed for that is added to the clauses."""
        if formula.op == "atom":
            if formula.name not in self.variables:
                self.variables[formula.name] = self._new()
            return self.variables[formula.name]
        literals = [self.literal(part) for part in formula.parts]
        if formula.op == "not":
            return -literals[0]
        if formula.op == "<->":
            left, right = literals
            variable = self._new()
            self.clauses += [[-variable, -left, right], [-variable, left, -right]]
            self.clauses += [[variable, left, right], [variable, -left, -right]]
            return variable
        if formula.op in ("and", "true"):  # `true` is the conjunction of nothing, `false` the disjunction
            return -self._any([-literal for literal in literals])
        return self._any([-literals[0], literals[1]] if formula.op == "->" else literals)

    def _any(self, literals: list[int]) -> int:
        variable = self._new()
        self.clauses += [[-variable, *literals], *([variable, -literal] for literal in literals)]
        return variable

    def _new(self) -> int:
        self._most += 1
        return self._most


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    end = len(text.rstrip())
    position = 0
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            break
        word, column = match[match.lastgroup], match.start(match.lastgroup) + 1
        lower = word.lower()
        kebabs = (kebab[0] for kebab in _KEBAB.finditer(text) if kebab.start() < column <= kebab.end())
        if word == "-" and (kebab := next(kebabs, None)):
            remedy = f"write '{_short(kebab.lower().replace('-', '_'))}', or '->' for if"
            raise FormulaError("'-' is not part of a formula", column, remedy)
        if match.lastgroup == "other" or (match.lastgroup == "word" and lower in _BINARY and word != lower):
            meant = _MEANT.get(word, lower)
            known = meant in _BINARY or meant == "not"
            remedy = (
                f"write '{meant}'" if known else "use atoms like troops_leave, not, and, or, ->, <-> and parentheses"
            )
            raise FormulaError(f"'{word}' is not part of a formula", column, remedy)
        if match.lastgroup == "word" and not _ATOM.fullmatch(word):
            fits = re.sub(r"^[0-9_]+", "", lower)
            remedy = f"write '{_short(fits)}'" if fits else "begin with a letter"
            raise FormulaError(f"'{_short(word)}' is not an atom in snake_case", column, remedy)
        position = match.end()
        yield word, column


def _reduce(values: list[Formula], waiting: list[tuple[str, int]], rank: int) -> None:
    """Apply what waits and binds at least as strongly as *rank*, down to the last open parenthesis."""
    while waiting and waiting[-1][0] != "(":
        op, column = waiting[-1]
        if op != "not" and _BINARY[op] < rank:
            break
        waiting.pop()
        right = values.pop()
        if op == "not":
            parts: tuple[Formula, ...] = (right,)
        else:
            left = values.pop()
            # A chain of `and` is one conjunction.
            parts = (*left.parts, right) if op == left.op in ("and", "or") else (left, right)
        depth = 1 + max(part.depth for part in parts)
        if depth > DEEPEST:
            raise FormulaError("the formula nests too deep", column, f"nest {DEEPEST} deep at most")
        values.append(Formula(op, parts, "", depth))


def _within(part: Formula, rank: int) -> str:
    return f"({part})" if part.op in _BINARY and _BINARY[part.op] < rank else str(part)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
