"""An anchor whose words do not stand in the source.

Why it matters: the receipt is false. The words are misquoted, from another source, or made up.

Example: `at: traffic has fallen` where the source says "traffic fell".

How to mend: copy the words from the source. Quotes, dashes and white space may differ, letters and their case may not.
Where the same words stand there in one place, in another case or with other marks between them (`single` quotes for
double ones, a hyphen for a space), `--fix` writes them as the source does. Nothing is said where the text of the source
is not at hand.
"""

from collections.abc import Iterator

from argmap.checks.receipts._anchors import anchors
from argmap.checks.rule import Change, MapContext, Path, Problem, Repair, on_map
from argmap.model import Anchor, Map, Severity
from argmap.sources import SourceText


@on_map("AM305", Severity.ERROR, needs="source")
def anchor_not_found(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors without a passage in the source at hand."""
    if context.source is None:
        return
    for place, anchor in anchors(map):
        if not context.source.occurrences(anchor):
            words = f"{anchor.start} ... {anchor.end}" if anchor.end else anchor.start
            message, help = f"'{words}' does not stand in the source", "copy the words from the source"
            yield Problem(place, message, help, repair=_as_in_source(place, anchor, context.source))


def _as_in_source(place: Path, anchor: Anchor, source: SourceText) -> Repair | None:
    """The anchor as the source writes its words, where it then has one passage."""
    parts: dict[str, str] = anchor.model_dump(exclude_none=True)
    written = {part: source.wording(words) or words for part, words in parts.items()}
    if len(source.occurrences(Anchor(**written))) != 1:
        return None
    changes = [Change((*place, part), words, written[part]) for part, words in parts.items() if written[part] != words]
    return Repair("write the words as the source does", tuple(changes))
