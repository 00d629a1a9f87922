"""Who inherits from whom in a bibliography, and which names of other entries lead nowhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from argmap.bibliography.model import RELATIONS, Bibliography, Entry, named_keys


class Parents:
    """The entries of *bibliography* that other entries name.

    A ``crossref`` in other case means its parent too, for BibTeX does not tell keys apart by case; the other relations
    are BibLaTeX's, which does. An entry is also called by its ``ids``.

    Attributes:
        lenders: The parents that lend to each entry that has such: key and relation, ``xdata`` before ``crossref``.
            An entry whose parents do not exist is there, with none.
        orphans: The entries that name a lender that does not exist.
    """

    def __init__(self, bibliography: Bibliography) -> None:
        self._entries = entries = bibliography.entries
        self._aliases = {
            alias: entry.key
            for entry in entries.values()
            if "ids" in entry.fields
            for alias in named_keys(entry, "ids")
        }
        self._folded: dict[str, str] | None = None
        self.lenders: dict[str, list[tuple[str, str]]] = {}
        self.orphans: set[str] = set()
        for entry in entries.values():
            if "xdata" not in entry.fields and "crossref" not in entry.fields:
                continue
            named = [(name, field) for field in ("xdata", "crossref") for name in named_keys(entry, field)]
            if named:
                lenders = [(self.find(name, relation), relation) for name, relation in named]
                self.lenders[entry.key] = [(key, relation) for key, relation in lenders if key is not None]
                if len(self.lenders[entry.key]) < len(lenders):
                    self.orphans.add(entry.key)

    def find(self, name: str, relation: str) -> str | None:
        """The key of the entry that *name* means in a field of that *relation*; None where there is none."""
        if name in self._entries:
            return name
        if name in self._aliases or relation != "crossref":
            return self._aliases.get(name)
        if self._folded is None:
            self._folded = {}
            for key in self._entries:
                self._folded.setdefault(key.casefold(), key)
        return self._folded.get(name.casefold())

    def related(self, entry: Entry) -> Iterator[tuple[str, str, str | None]]:
        """All that *entry* names: the field, the name as it is written, and the key that it means, if any."""
        for field in RELATIONS:
            if field in entry.fields:
                for name in named_keys(entry, field):
                    yield field, name, self.find(name, field)

    def closure(self, keys: Iterable[str]) -> set[str]:
        """Those of *keys* that have an entry, with all that these inherit from or refer to."""
        reached: set[str] = set()
        waiting = [key for key in keys if key in self._entries]
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                waiting += [other for _, _, other in self.related(self._entries[key]) if other is not None]
        return reached

    def ancestry(self, keys: Iterable[str]) -> set[str]:
        """Those of *keys* that inherit, and all from which they do that inherit themselves."""
        descended: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key in self.lenders and key not in descended:
                descended.add(key)
                waiting += [parent for parent, _ in self.lenders[key]]
        return descended

    def eldest_first(self, keys: Iterable[str]) -> tuple[list[str], list[str]]:
        """Those of *keys*, which hold all their ancestors, so that parents come first; and those that cannot be so.

        The latter descend from themselves, or from one that does.
        """
        waits: dict[str, int] = {}
        children: dict[str, list[str]] = {}
        for key in keys:
            elders = [parent for parent, _ in self.lenders[key] if parent in self.lenders]
            waits[key] = len(elders)
            for parent in elders:
                children.setdefault(parent, []).append(key)
        ready = deque(key for key, count in waits.items() if not count)
        order = []
        while ready:
            order.append(key := ready.popleft())
            for child in children.get(key, ()):
                waits[child] -= 1
                if not waits[child]:
                    ready.append(child)
        return order, [key for key, count in waits.items() if count]

    def cycles(self) -> Iterator[list[str]]:
        """Entries that inherit from themselves, each with its line of parents; of several cycles that meet, one."""
        stuck = dict.fromkeys(self.eldest_first(self.lenders)[1])
        seen: set[str] = set()
        for start in stuck:
            # Every entry that is stuck has a parent that is, so this way ends where it has been before.
            way: dict[str, None] = {}
            key = start
            while key not in seen:
                seen.add(key)
                way[key] = None
                key = next(parent for parent, _ in self.lenders[key] if parent in stuck)
            if key in way:
                line = list(way)
                yield line[line.index(key) :]
