"""References as BibLaTeX, just as the file has them."""

from __future__ import annotations

from collections.abc import Container

from argmap.bibliography import Bibliography
from argmap.bibliography.parents import Parents


def export(bibliography: Bibliography, keys: Container[str] | None = None) -> str:
    """The entries of *keys*, all of them for None, byte for byte as in the file and in its order.

    With them come the entries that they inherit from or refer to, the preambles, and the ``@string`` definitions in
    use. Keys that no entry has are passed over. A blank line stands between two blocks and a newline at the end; where
    there is no entry to export the text is empty.
    """
    entries = bibliography.entries
    chosen = [key for key in entries if keys is None or key in keys]
    wanted = Parents(bibliography).closure(chosen)
    if not wanted:
        return ""
    blocks = {entries[key].offset: entries[key].source for key in wanted}
    blocks |= {preamble.offset: preamble.source for preamble in bibliography.preambles}
    names = {name for key in wanted for name in entries[key].strings}
    names.update(name for preamble in bibliography.preambles for name in preamble.strings)
    # A definition can only use those before it.
    for string in reversed(bibliography.strings):
        if string.name in names:
            names.update(string.strings)
            blocks[string.offset] = string.source
    return "\n\n".join(blocks[offset] for offset in sorted(blocks)) + "\n"
