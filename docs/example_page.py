"""The page on the two articles: what each position rests on, where it is in tension, and what it leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.actions.by_node import findings_by_node
from argmap.actions.check import check
from argmap.checks.engine.registry import rules
from argmap.compare import align
from argmap.compare.align import Relation
from argmap.model import Comparison, Finding, Map, Node, NodeType, Stance, Step, StepKind
from argmap.render.scene.references import reference_labels
from argmap.schemes.questions import Examined, examine
from argmap.weigh import Support
from argmap.weigh.change import RevisionKind
from argmap.weigh.report import weigh
from argmap.weigh.sensitivity import MARGIN
from argmap.weigh.weight import Weight
from argmap.workspace.workspace import Workspace, loaded

_ROOT = Path(__file__).parents[1]
_MAPS = ("al-monitor-2015", "washington-institute-2024")
_COMPARISON = "iraq-2015-2024"
_ABOUT = """\
Two articles on Iraq and the West, each weighed by itself and then both together. The page is made from the maps in
`maps/` by `make docs`; nothing on it is written by hand but the words that hold it together.

Weighing takes the maps by their word: `argmap weigh` says what can be accepted together given the attacks that the
article itself mentions ([how](consistency.md)). It does not say who is right."""
_GROUNDS = (StepKind.SUPPORT, StepKind.EXPLAIN)


def example_page() -> str:
    """The page in Markdown."""
    workspace = Workspace(_ROOT)
    return "\n".join(["# The two articles, weighed", "", _ABOUT, *_body(workspace)]) + "\n"


def _body(workspace: Workspace) -> Iterator[str]:
    run = check(workspace, [workspace.settings.maps])
    for name in _MAPS:
        document = workspace.find(name)
        map = loaded(document)
        if not isinstance(map, Map):
            raise SystemExit(f"{name} is no map")
        source = reference_labels(workspace.bibliography)[map.source or ""].text
        yield from ("", f"## {map.title} ({source})", "")
        yield from _rests_on(map)
        weighed = weigh(map)
        yield from _tensions(map, weighed.nodes, findings_by_node(document, run.findings))
        yield from _changes(map)
        yield from _open(map)
    comparison = loaded(workspace.find(_COMPARISON))
    if not isinstance(comparison, Comparison):
        raise SystemExit(f"{_COMPARISON} is no comparison")
    yield from _together(workspace, comparison, run.findings)


def _rests_on(map: Map) -> Iterator[str]:
    yield "### What the position rests on"
    for thesis in map.thesis:
        yield from ("", f"**{map.nodes[thesis].text}**", "")
        for step in map.steps_to.get(thesis, ()):
            if step.kind in _GROUNDS:
                behind = [map.nodes[id] for id in _behind(map, step.premises)]
                yield f"- {_said(map, step)} {_counted(behind)}"
        parts = [node for node in map.nodes.values() if thesis in node.specifies]
        if parts:
            yield f"- In particular: {'; '.join(node.text.rstrip('.') for node in parts)}."


def _said(map: Map, step: Step) -> str:
    scheme = f" *({step.scheme})*" if step.scheme else ""
    return " And: ".join(map.nodes[id].text for id in step.premises if id in map.nodes) + scheme


def _behind(map: Map, ids: Iterable[str]) -> list[str]:
    """What leads to *ids* by supports and explanations, directly or not, without *ids* themselves."""
    seen = dict.fromkeys(ids)
    waiting = list(seen)
    for id in waiting:
        for step in map.steps_to.get(id, ()):
            for premise in step.premises if step.kind in _GROUNDS else ():
                if premise in map.nodes and premise not in seen:
                    seen[premise] = None
                    waiting.append(premise)
    return [id for id in seen if id not in set(ids)]


def _counted(behind: list[Node]) -> str:
    if not behind:
        return "(Nothing stands behind it but the author's word.)"
    evidence = [node for node in behind if node.type is NodeType.EVIDENCE]
    reported = [node for node in behind if node.stance is Stance.REPORTED]
    cited = sum(bool(node.cite) for node in behind)
    parts = [f"{len(behind)} statement{'s' if len(behind) > 1 else ''} behind it"]
    parts += [f"{len(evidence)} of record"] if evidence else []
    parts += [f"{len(reported)} in quoted voices"] if reported else []
    parts += [f"{cited} with a reference"] if cited else []
    return f"({', '.join(parts)}.)"


def _tensions(map: Map, weights: Iterable[Weight], findings: dict[str, list[Finding]]) -> Iterator[str]:
    yield from ("", "### Where it is in tension with itself", "")
    counts = Counter(weight.status for weight in weights)
    said = ", ".join(f"{count} {status}" for status, count in counts.items())
    yield f"Weighed, its statements stand thus: {said}."
    rejected = [weight for weight in weights if weight.status != "accepted"]
    if rejected:
        yield ""
        yield from (f"- Not accepted: {map.nodes[each.node].text} For {each.why}." for each in rejected)
    conceded = [step for step in map.steps.values() if step.outweighed or step.outweighed_by]
    if conceded:
        yield from ("", "It grants objections and holds that something weighs more:", "")
        for step in conceded:
            by = " ".join(map.nodes[id].text for id in step.outweighed_by if id in map.nodes)
            against = map.nodes[step.conclusion].text if step.conclusion in map.nodes else "a step"
            yield f"- {_texts(map, step)} This speaks against: {against}" + (f" What weighs more: {by}" if by else "")
    found = {finding for each in findings.values() for finding in each if finding.code.startswith("AM5")}
    if found:
        yield from ("", "`argmap check` says of it:", "")
        yield from _listed(sorted(found, key=_line))


def _changes(map: Map) -> Iterator[str]:
    """What would defeat the thesis where a statement must keep one of its supports, and what moves its strength."""
    yield from ("", "### What would change it", "")
    weighed = weigh(map, support=Support.EVIDENTIAL)
    for thesis, found in weighed.prospects.items():
        yield "An objection to the thesis that nothing answers would defeat it. Where a statement has to keep one of"
        yield f"its supports (`--support {weighed.support}`) the thesis is {found.status}, and hangs on these as well:"
        for outcome in found.outcomes:
            for chosen in outcome.sets:
                if chosen[0].what is RevisionKind.FALLS:
                    yield from (
                        "",
                        f"It would be {outcome.status} if {'each of these' if chosen[1:] else 'this'} fell:",
                        "",
                    )
                    yield from (f"- {' *Or:* '.join(map.nodes[id].text for id in change.nodes)}" for change in chosen)
        hangs, strength = weighed.sensitivities[thesis], weighed.strength.values[thesis]
        yield ""
        yield f"Its strength is {strength:.2f}, and stays between {hangs.low:.2f} and {hangs.high:.2f}"
        yield f"where each statement begins up to {MARGIN} higher or lower. It moves most with these (its derivative by"
        yield "what they begin at):"
        yield ""
        yield from (f"- {map.nodes[id].text} ({by:+.3f})" for id, by in list(hangs.by.items())[:3])


def _listed(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        page = f"rules/{finding.code}-{rules()[finding.code].name}.md"
        yield f"- [{finding.code}]({page}) {finding.message}."


def _texts(map: Map, step: Step) -> str:
    return " ".join(map.nodes[id].text for id in step.premises if id in map.nodes)


def _line(finding: Finding) -> tuple[int, str]:
    return finding.span.line if finding.span else 0, finding.message


def _open(map: Map) -> Iterator[str]:
    yield from ("", "### What it never answers", "")
    examined = [each for each in examine(map) if each.step.conclusion in map.thesis]
    yield "The critical questions about the steps to its thesis, as far as nothing in the article answers them"
    yield "(`argmap questions` asks those of all steps):"
    yield ""
    for each in examined:
        yield f"- *{_step_name(map, each)}* ({each.scheme.name}): {' '.join(question.text for question in each.open)}"
    alone = [node for node in map.nodes.values() if node.type is NodeType.CLAIM and _on_word_alone(map, node)]
    if alone:
        yield from (
            "",
            f"{len(alone)} of its own claims that carry others rest on its word alone, the first of them:",
            "",
        )
        yield from (f"- {node.text}" for node in alone[:5])


def _step_name(map: Map, each: Examined) -> str:
    return _texts(map, each.step).rstrip(".")


def _on_word_alone(map: Map, node: Node) -> bool:
    grounds = any(step.kind in _GROUNDS for step in map.steps_to.get(node.id, ()))
    carries = any(node.id in step.premises for step in map.steps.values())
    own = node.stance is Stance.ENDORSED and not node.by and not node.implicit
    return own and carries and not grounds and not node.cite


def _together(workspace: Workspace, comparison: Comparison, findings: Iterable[Finding]) -> Iterator[str]:
    maps = {id: map for id, map in workspace.maps().items() if id in comparison.maps}
    rows = align(comparison, maps)
    yield from ("", "## Both together", "")
    counts = Counter(judgement.relation.value for row in rows for judgement in row.judgements)
    yield f"{len(rows)} topics: {', '.join(f'{count} {relation}' for relation, count in counts.most_common())}."
    for relation, words in (
        (Relation.DIFFER, "Where the two differ"),
        (Relation.EVOLVED, "Where the matter has moved on between the two"),
        (Relation.AGREE, "Where they agree"),
    ):
        chosen = [row for row in rows if any(judgement.relation is relation for judgement in row.judgements)]
        yield from ("", f"### {words}", "")
        yield from (f"- **{row.title}.** {row.note or ''}".rstrip() for row in chosen)
    yield from ("", "### Whether they contradict each other", "")
    file = workspace.find(_COMPARISON).file
    said = [finding for finding in findings if finding.file == file and finding.code.startswith(("AM5", "AM6"))]
    if said:
        yield from _listed(said)
    else:
        yield "`argmap check` finds no figure, no date and no formal statement of the one that contradicts the other."
