"""The small words on a picture: type words, who says a thing and when, what a line means. They are data by language."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from argmap.compare import Relation, Row
from argmap.errors import ArgmapError
from argmap.model import Actor, Date, Map, Node, Stance, Step, StepKind
from argmap.model.date import parse
from argmap.text.printable import shorten

_FOLDER = Path(__file__).with_name("languages")
_FALLBACK = "en"
_HEDGES = {"~": "about", "%": "about", "?": "perhaps"}
_MOST_CALLED = 60  # characters
_MOST_NAMED = 20  # premises


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The words of one language, by ``section.key``."""

    lang: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words at *key*, with *values* put in."""
        text = self.texts[key]
        return text.format_map(values) if values else text

    def many(self, key: str, number: int) -> str:
        """So many of what *key* names."""
        return self(f"{key}-{'one' if number == 1 else 'other'}", n=number)


class UnknownLanguageError(ArgmapError, ValueError):
    """A language that we have no words for; its text says which there are."""


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are words for."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def words(lang: str) -> Words:
    """The words of the language that a BCP 47 tag such as ``en-GB`` begins with. Raises UnknownLanguageError."""
    tag = lang.lower().replace("_", "-").partition("-")[0]
    if tag not in languages():
        raise UnknownLanguageError(f"no words for the language '{lang}'; there are {', '.join(languages())}")
    return Words(tag, _texts(tag))


def words_of(lang: str | None) -> Words:
    """The words for a map in the language *lang*: in English where there are none."""
    try:
        return words(lang or _FALLBACK)
    except UnknownLanguageError:
        return words(_FALLBACK)


@cache
def _texts(tag: str) -> Mapping[str, str]:
    data = tomllib.loads((_FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    own = {f"{section}.{key}": text for section, texts in data.items() for key, text in texts.items()}
    return own if tag == _FALLBACK else {**_texts(_FALLBACK), **own}


def line_kinds(w: Words) -> dict[str, str]:
    """What a line of each kind means, in the legend's order."""
    kinds = (*StepKind, "warrant", "specifies", "rephrases")
    return {str(kind): w(f"line.{kind}") for kind in kinds}


def role_of(node_id: str, map: Map) -> str | None:
    """What a node does in the debate.

    ``objection`` where it attacks or undercuts, ``rebuttal`` where it does so to an objection or to the step of one,
    else None.
    """
    hits = [step for step in map.steps_from.get(node_id, ()) if _hits(step) and step.conclusion is not None]
    if not hits:
        return None
    return "rebuttal" if any(_is_objection(step.conclusion, node_id, map) for step in hits) else "objection"


def _hits(step: Step) -> bool:
    return step.kind in (StepKind.ATTACK, StepKind.UNDERCUT)


def _is_objection(target: str | None, to: str, map: Map) -> bool:
    """Whether *target* hits something else than the node *to*: of two that attack each other neither came second."""
    if target in map.steps:
        return _hits(map.steps[target])
    return any(_hits(step) and step.conclusion != to for step in map.steps_from.get(target or "", ()))


def detail(node: Node, actors: Mapping[str, Actor], w: Words, strength: float | None = None) -> str:
    """Who says it, as what and when, whom it is for, and how it stands: ``A. Example, then mayor, 2024 · reported``."""
    parts = []
    if node.by:
        parts.append(", ".join(filter(None, (_names(node.by, actors, w), _role(node, actors, w), _when(node, w)))))
    elif _when(node, w):
        parts.append(_when(node, w))
    if node.addressee:
        parts.append(w("card.addressee", names=_names(node.addressee, actors, w)))
    if node.stance is not Stance.ENDORSED:
        parts.append(w(f"stance.{node.stance}"))
    if node.qualifier is not None:
        parts.append(w(f"qualifier.{node.qualifier}"))
    if node.implicit:
        parts.append(w("card.implicit"))
    if strength is not None:
        parts.append(w("card.strength", value=f"{strength:.2f}"))
    return "\u00a0· ".join(parts)


def _names(ids: tuple[str, ...], actors: Mapping[str, Actor], w: Words) -> str:
    names = [actors[actor].name if actor in actors else actor for actor in ids]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {w('card.and')} {names[-1]}"


def _role(node: Node, actors: Mapping[str, Actor], w: Words) -> str | None:
    if node.role:
        return w("card.role", role=node.role)
    speaker = actors.get(node.by[0]) if len(node.by) == 1 else None
    return speaker.role if speaker else None


def _when(node: Node, w: Words) -> str:
    if node.said:
        return date_words(node.said, w)
    if node.happened:
        return date_words(node.happened, w)
    return w("card.due", date=date_words(node.due, w)) if node.due else ""


def date_words(date: Date, w: Words) -> str:
    """An EDTF date as a reader would write it: ``about 10 June 2014``, ``January 2006–2014``, ``since 2003``."""
    start, slash, end = date.date.partition("/")
    if not slash:
        return _day_words(start, w)
    if start in ("", ".."):
        return w("date.until", date=_day_words(end, w))
    if end in ("", ".."):
        return w("date.since", date=_day_words(start, w))
    return f"{_day_words(start, w)}–{_day_words(end, w)}"


# Events are many, and days few.
@lru_cache(maxsize=1 << 12)
def _day_words(edtf: str, w: Words) -> str:
    part = parse(edtf)
    if part is None:
        return edtf
    year = part.year.lstrip("-")
    if "X" in year:
        year = w("date.decade", year=year.replace("X", "0"))
    # EDTF counts seasons as the months 21 to 24.
    month = w.texts.get(f"month.{part.known_month}", "")
    if month and part.known_day:
        date = w("date.day", day=part.known_day, month=month, year=year)
    else:
        date = w("date.month", month=month, year=year) if month else year
    if part.year.startswith("-"):
        date = w("date.before-christ", year=date)
    hedge = _HEDGES.get(part.mark)
    return w(f"date.{hedge}", date=date) if hedge else date


def step_words(step: Step, map: Map, w: Words) -> str:
    """A step in one sentence, as its tooltip and for those who hear the picture."""
    texts = [called(map.nodes[premise]) for premise in step.premises[:_MOST_NAMED] if premise in map.nodes]
    target = called(map.nodes[step.conclusion]) if step.conclusion in map.nodes else None
    if step.kind is StepKind.CONTRADICT:
        return f"{w('step.contradict')}: {' / '.join(texts)}"
    return f"{' + '.join(texts)} — {w(f'line.{step.kind}')}{': ' + target if target else ''}"


def called(node: Node) -> str:
    """The beginning of a node's text, by which it is known."""
    return _beginning(node.text)


# A node is named by each of its lines.
@lru_cache(maxsize=1 << 14)
def _beginning(text: str) -> str:
    return shorten(text, _MOST_CALLED)


def step_remarks(step: Step, map: Map, w: Words) -> str:
    """What else there is to say of a step."""
    parts = []
    if step.qualifier:
        parts.append(w(f"qualifier.{step.qualifier}"))
    if step.scheme:
        parts.append(w("step.scheme", name=step.scheme))
    if step.inferred:
        parts.append(w("step.inferred"))
    if outweighed(step):
        by = " + ".join(called(map.nodes[node]) for node in step.outweighed_by if node in map.nodes)
        parts.append(w("step.outweighed-by", what=by) if by else w("step.outweighed"))
    return " · ".join(parts)


def outweighed(step: Step) -> bool:
    """Whether something outweighs the step."""
    return step.outweighed or bool(step.outweighed_by)


def summary(rows: Iterable[Row], w: Words) -> str:
    """How many topics there are and how each relation fares: ``16 topics: 3 agreed, 6 differ, 7 partly``.

    Where topics have several verdicts, one for each aspect, it counts the aspects: ``16 topics, 19 aspects: …``.
    """
    topics = tuple(rows)
    counts = Counter(judgement.relation for row in topics for judgement in row.judgements)
    parts = [f"{counts[relation]} {w(f'counted.{relation}')}" for relation in Relation if counts[relation]]
    total = w.many("comparison.topic", len(topics))
    if counts.total() != len(topics):
        total += f", {w.many('comparison.aspect', counts.total())}"
    return f"{total}: {', '.join(parts)}" if parts else total
