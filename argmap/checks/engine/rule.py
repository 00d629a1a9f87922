"""What a rule is, and how a module becomes one.

A rule is a module under :mod:`argmap.checks`, named in the table of :mod:`argmap.checks.engine.registry`: its docstring
is the rule's documentation, its name the rule's name, and its one decorated function finds the problems (the decorator
turns it into the :class:`Rule`). Rules about spelling have
no function, because the reader of the file finds their problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model import Comparison, Dialect, Fix, Map, Severity, Span
from argmap.sources import SourceLock, SourceText

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography

Place = tuple[Any, ...]


class GraphChange(NamedTuple):
    """The text *old* at *place* becomes *new*; None takes the thing at *place* from its list.

    With *is_key* it is the key at the end of *place* that changes, and not what stands under it.
    """

    place: Place
    old: str
    new: str | None
    is_key: bool = False


class GraphFix(NamedTuple):
    """What fixes a problem in the graph: changes that belong together, and whether they can only be what was meant."""

    message: str
    changes: tuple[GraphChange, ...]
    safe: bool = True


class Problem(NamedTuple):
    """What a rule found: where in the graph, what, how to fix it, and other places that have to do with it.

    *severity* is given only where it is not that of the rule, as where the rule could not look.

    A place is a path in the graph, as :meth:`argmap.formats.native.Document.span` takes it; in a bibliography it is
    ``(KEY,)`` or ``(KEY, FIELD)``, in a workspace ``(FILE,)``. A rule on maps knows no text and says as
    *graph_fix* what is to change; one on bibliographies has the text before it and gives the *fix* itself.
    """

    place: Place
    message: str
    help: str | None = None
    related: tuple[tuple[str, Place], ...] = ()
    graph_fix: GraphFix | None = None
    fix: Fix | None = None
    severity: Severity | None = None


class MapContext(NamedTuple):
    """What a rule on a map may look at beside it. None: not at hand, and nothing is said about it.

    *source* is the text of its source, *lock* what is attested of that, and *others* gives the texts of the other
    sources, which are read when first asked for.
    """

    bibliography: Bibliography | None = None
    source: SourceText | None = None
    lock: SourceLock | None = None
    others: Callable[[], Iterable[SourceText]] = tuple


class ComparisonContext(NamedTuple):
    """What a rule on a comparison may look at: the maps by id."""

    maps: Mapping[str, Map]


class BibliographyContext(NamedTuple):
    """What a rule on a bibliography may look at.

    *used* holds every key that a map of the workspace cites or is of; None where not every map was looked at, so that
    an absence means nothing. *dialect* says whose types and fields the entries have.
    """

    used: frozenset[str] | None = None
    dialect: Dialect = Dialect.BIBLATEX


class Identified(NamedTuple):
    """A file whose map or comparison has an id: where that stands, and the folder in which no other may have it."""

    file: str
    id: str
    span: Span | None
    folder: str


class Scope(Enum):
    """What a rule is about; those about a workspace look at all files of a run at once."""

    SYNTAX = "syntax"
    MAP = "map"
    COMPARISON = "comparison"
    BIBLIOGRAPHY = "bibliography"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    *partial* says that it also makes sense where parts of a file could not be read. *needs* names what of the context
    must be at hand for it to run. *hides* says that what it finds keeps other rules from looking: a misspelt field.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    module: str
    partial: bool = False
    run: Callable[..., Iterable[Problem]] | None = None
    needs: str | None = None
    hides: bool = False


def on_map(
    code: str, severity: Severity, *, partial: bool = False, needs: str | None = None
) -> Callable[[Callable[[Map, MapContext], Iterable[Problem]]], Rule]:
    """Make the function the rule *code* on maps."""
    return lambda run: _rule(run.__module__, code, severity, Scope.MAP, partial, run, needs)


def on_comparison(
    code: str, severity: Severity, *, partial: bool = False
) -> Callable[[Callable[[Comparison, ComparisonContext], Iterable[Problem]]], Rule]:
    """Make the function the rule *code* on comparisons."""
    return lambda run: _rule(run.__module__, code, severity, Scope.COMPARISON, partial, run)


def on_bibliography(
    code: str, severity: Severity, *, needs: str | None = None, hides: bool = False
) -> Callable[[Callable[[Bibliography, BibliographyContext], Iterable[Problem]]], Rule]:
    """Make the function the rule *code* on bibliographies."""
    return lambda run: _rule(run.__module__, code, severity, Scope.BIBLIOGRAPHY, True, run, needs, hides)


def on_workspace(
    code: str, severity: Severity
) -> Callable[[Callable[[Sequence[Identified]], Iterable[Problem]]], Rule]:
    """Make the function the rule *code* on the files of a workspace."""
    return lambda run: _rule(run.__module__, code, severity, Scope.WORKSPACE, True, run)


def found_by_reader(module: str, code: str, severity: Severity) -> Rule:
    """The rule of *module* (its ``__name__``), whose problems the reader of the file finds."""
    return _rule(module, code, severity, Scope.SYNTAX, True, None)


def _rule(
    module: str,
    code: str,
    severity: Severity,
    scope: Scope,
    partial: bool,
    run: Callable[..., Any] | None,
    needs: str | None = None,
    hides: bool = False,
) -> Rule:
    return Rule(code, module.rpartition(".")[2].replace("_", "-"), severity, scope, module, partial, run, needs, hides)
