"""An anchor whose words do not stand in the source.

Why it matters: the receipt is false. The words are misquoted, from another source, or made up.

Example: `at: traffic has fallen` where the source says "traffic fell".

How to fix: copy the words from the source. Quotes, dashes, ligatures and white space may differ, letters and case may
not; `...` stands for at most a hundred words that are left out. The finding shows the nearest passage, with
`[-what the anchor has-]` and `{+what stands there+}`, and says where the words stand in another source at hand.
Where the same words stand there in one place, in another case or with other marks between them (`single` quotes for
double ones, a hyphen for a space), `--fix` writes them as the source does; `--unsafe-fixes` takes those of the nearest
passage. Nothing is said where the text of the source is not at hand.
"""

from collections.abc import Iterable, Iterator

from argmap.checks.engine.rule import GraphChange, GraphFix, MapContext, Place, Problem, on_map
from argmap.model import Anchor, Map, Severity
from argmap.sources import SourceText, anchors
from argmap.sources.nearest import nearest
from argmap.text.printable import shorten

_PARTS = ("start", "end", "prefix", "suffix")
_MOST_SHOWN = 300  # characters


@on_map("AM305", Severity.ERROR, needs="source")
def anchor_not_found(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors without a passage in the source at hand."""
    if context.source is None:
        return
    for place, anchor in anchors(map):
        if not context.source.occurrences(anchor):
            yield _problem(place, anchor, context.source, context.others())


def _problem(place: Place, anchor: Anchor, source: SourceText, others: Iterable[SourceText]) -> Problem:
    words = shorten(f"{anchor.start} ... {anchor.end}" if anchor.end else anchor.start, _MOST_SHOWN)
    lost = _lost(anchor, source)
    parts: dict[str, str] = {part: text for part in _PARTS if (text := getattr(anchor, part))}
    if lost is None:
        loose = source.occurrences(anchor.model_copy(update={"paragraph": None}))
        if loose:
            at = source.paragraph_at(loose[0][0])
            message = f"'{words}' stands in paragraph {at} of the source, not in {anchor.paragraph}"
            return Problem(place, message, "correct the number of the paragraph")
        message = f"the parts of '{words}' stand in the source, but not one after the other"
        return Problem(place, message, "copy the words from one passage")
    message = f"'{words}' does not stand in the source"
    elsewhere = [other.key for other in others if other.occurrences(anchor)]
    if elsewhere:
        message += f"; it stands in '{elsewhere[0]}'"
    wordings = {part: source.wording(text) or text for part, text in parts.items()}
    graph_fix = _as_in_source(place, anchor, source, wordings)
    if graph_fix is not None:
        return Problem(place, message, "write the words as the source does", graph_fix=graph_fix)
    near = nearest(source, parts[lost])
    if near is None:
        return Problem(place, message, "copy the words from the source")
    help = f"nearest, in paragraph {source.paragraph_at(near.start)}: {shorten(near.difference, _MOST_SHOWN)}"
    taken = {**parts, lost: source.text[near.start : near.end]}
    return Problem(place, message, help, graph_fix=_as_in_source(place, anchor, source, taken, safe=False))


def _lost(anchor: Anchor, source: SourceText) -> str | None:
    """The first part of the anchor that does not stand in the source by itself, None where each does."""
    for part in _PARTS:
        words = getattr(anchor, part)
        if words and not source.occurrences(Anchor(start=words)):
            return part
    return None


def _as_in_source(
    place: Place, anchor: Anchor, source: SourceText, written: dict[str, str], safe: bool = True
) -> GraphFix | None:
    """The anchor with its parts as *written*, where it then has one passage."""
    if len(source.occurrences(anchor.model_copy(update=written))) != 1:
        return None
    changes = [
        GraphChange((*place, part), getattr(anchor, part), words)
        for part, words in written.items()
        if getattr(anchor, part) != words
    ]
    message = "write the words as the source does" if safe else "take the words of the nearest passage"
    return GraphFix(message, tuple(changes), safe)
