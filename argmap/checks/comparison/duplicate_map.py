"""Two files with the same id.

Why it matters: comparisons, commands and the files of `argmap build` name a map, or a comparison, by its id; where two
have the same one nobody knows which is meant.

Example::

    map: city-transport-2025            # AM607, where another file begins with the same line

It is looked for among the files that are checked together: below the maps folder, and elsewhere within one folder.

How to fix: give one of them another id, and where it is meant write that.
"""

from collections.abc import Iterator, Sequence

from argmap.checks.engine.rule import Identified, Problem, on_workspace
from argmap.model import Severity


@on_workspace("AM607", Severity.ERROR)
def duplicate_map(files: Sequence[Identified]) -> Iterator[Problem]:
    """Every file whose id one before it has."""
    first: dict[tuple[str, str], Identified] = {}
    for file in files:
        other = first.setdefault((file.folder, file.id), file)
        if other is not file:
            related = (("it stands here first", (other.file,)),)
            yield Problem((file.file,), f"another file has the id '{file.id}'", "give one of them another id", related)
