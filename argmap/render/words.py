"""The small words on a picture: type words, who says a thing and when, what a line means."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model import Actor, Date, Map, Node, Stance, Step, StepKind

LINE_WORDS = {
    "support": "supports",
    "attack": "attacks",
    "undercut": "undercuts the step",
    "explain": "explains",
    "contradict": "contradict each other",
    "prefer": "is preferred to",
    "warrant": "licenses the step",
    "specifies": "is part of",
    "rephrases": "says in other words",
}

# EDTF counts seasons as the months 21 to 24.
_MONTHS = {
    1: "January",
    2: "February",
    3: "March",
    4: "April",
    5: "May",
    6: "June",
    7: "July",
    8: "August",
    9: "September",
    10: "October",
    11: "November",
    12: "December",
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
}


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


def detail(node: Node, actors: Mapping[str, Actor]) -> str:
    """Who says it, as what and when, whom it is for, and how it stands: ``A. Example, then mayor, 2024 · reported``."""
    parts = []
    if node.by:
        parts.append(", ".join(filter(None, (_names(node.by, actors), _role(node, actors), _when(node)))))
    elif _when(node):
        parts.append(_when(node))
    if node.addressee:
        parts.append(f"for {_names(node.addressee, actors)}")
    if node.stance is not Stance.ENDORSED:
        parts.append(node.stance.value)
    if node.qualifier is not None:
        parts.append(node.qualifier.value)
    if node.implicit:
        parts.append("implicit")
    return "\u00a0· ".join(parts)


def _names(ids: tuple[str, ...], actors: Mapping[str, Actor]) -> str:
    names = [actors[actor].name if actor in actors else actor for actor in ids]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _role(node: Node, actors: Mapping[str, Actor]) -> str | None:
    if node.role:
        return f"then {node.role}"
    speaker = actors.get(node.by[0]) if len(node.by) == 1 else None
    return speaker.role if speaker else None


def _when(node: Node) -> str:
    if node.said:
        return date_words(node.said)
    if node.happened:
        return date_words(node.happened)
    return f"due {date_words(node.due)}" if node.due else ""


def date_words(date: Date) -> str:
    """An EDTF date as a reader would write it: ``about 10 June 2014``, ``January 2006–2014``, ``since 2003``."""
    start, slash, end = date.date.partition("/")
    if not slash:
        return _day_words(start)
    if start in ("", ".."):
        return f"until {_day_words(end)}"
    if end in ("", ".."):
        return f"since {_day_words(start)}"
    return f"{_day_words(start)}–{_day_words(end)}"


def _day_words(edtf: str) -> str:
    hedge = "about " if edtf[-1:] in ("~", "%") else "perhaps " if edtf[-1:] == "?" else ""
    before = edtf.startswith("-")
    year, *rest = edtf.strip("-~?%").split("-")
    known = [part for part in rest if part.isdigit()]
    month = _MONTHS.get(int(known[0]), "") if known else ""
    day = str(int(known[1])) if len(known) > 1 else ""
    words = "\u00a0".join(filter(None, (day, month, year)))
    return f"{hedge}{words}{' BC' if before else ''}".replace("XX", "00s").replace("X", "0s")


def step_words(step: Step, map: Map) -> str:
    """A step in one sentence, as its tooltip and for those who hear the picture."""
    texts = [map.nodes[premise].text for premise in step.premises if premise in map.nodes]
    target = map.nodes[step.conclusion].text if step.conclusion in map.nodes else None
    if step.kind is StepKind.CONTRADICT:
        parts = [f"Contradict each other: {' / '.join(texts)}"]
    else:
        parts = [f"{' + '.join(texts)} — {LINE_WORDS[step.kind.value]}{': ' + target if target else ''}"]
    parts += [value for value in (step.qualifier, step.scheme and f"scheme: {step.scheme}") if value]
    parts += ["inferred by the map's maker"] if step.inferred else []
    if outweighed(step):
        by = [map.nodes[node].text for node in step.outweighed_by if node in map.nodes]
        parts.append(f"outweighed{' by ' + ' + '.join(by) if by else ''}")
    return " · ".join(parts)


def outweighed(step: Step) -> bool:
    """Whether something outweighs the step."""
    return step.outweighed or bool(step.outweighed_by)
