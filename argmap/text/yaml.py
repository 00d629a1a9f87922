"""YAML to plain data and the places of all of it, in one pass over the parser's events.

Composing is ours, and iterative, so that depth, aliases, duplicate keys and places are seen in the same pass: 100,000
brackets are a finding here, where a recursive composer overflows the stack. Only libyaml's scanner is trusted to say
what an event is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from argmap.model import Fault, Span
from argmap.text.scalar import resolve

MOST_DEPTH = 60
MOST_BYTES = 32 * 1024 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_STRAY_COLONS = 20
_MOST_REREAD = 2_000_000
# Line breaks to YAML 1.1 and so to libyaml; to YAML 1.2, and to those who count lines, they are none.
OLD_BREAK = re.compile("[\x85\u2028\u2029]")
# How JSON writes what is beyond 16 bits, and YAML does not.
_JSON_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_LEADING_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_BLOCK_STYLES = frozenset("|>")


class Tree:
    """A place in the file: of a scalar, or of a collection with the places of what it holds."""

    __slots__ = ("children", "end", "keys", "plain", "start")

    def __init__(self, start: Any, end: Any, plain: bool = False) -> None:
        """*start* and *end* are the parser's marks; *plain* says that a scalar stands without quotes."""
        self.start = start
        self.end = end
        self.plain = plain
        self.keys: dict[Any, Tree] | None = None
        self.children: Any = None

    @property
    def span(self) -> Span:
        """Where it stands; a collection's end is that of its last line."""
        return Span(self.start.line + 1, self.start.column + 1, self.end.line + 1, self.end.column + 1)


class Parsed(NamedTuple):
    """The data, None where there is none; where it stands; and what is wrong with the YAML.

    *unread* is the number of lines from where the reader had to stop, 0 where it came to the end.
    """

    data: Any
    tree: Tree | None
    faults: list[Fault]
    unread: int = 0


def locate(tree: Tree, path: tuple[Any, ...], key: bool = False) -> Span:
    """The span of what *path* leads to, or of the nearest thing above it that is there.

    With *key*, or where the path leads to a collection below a key, it is the key's own span.
    """
    span = tree.span
    for part in path:
        if tree.keys is not None and part in tree.keys:
            span, tree = tree.keys[part].span, tree.children[part]
        elif tree.keys is None and isinstance(tree.children, list) and isinstance(part, int):
            if not 0 <= part < len(tree.children):
                break
            tree = tree.children[part]
            span = tree.span
        elif tree.children is None:
            return tree.span  # a scalar stands for a list of it, or for a mapping
        elif part == 0:
            continue  # a mapping stands for a list of it
        else:
            return span
    return span if key or tree.children is not None else tree.span


def find(tree: Tree, path: tuple[Any, ...]) -> list[Tree] | None:
    """The places from the top down to what *path* leads to, None where nothing stands there.

    One thing may stand for a list of it, and a scalar for a mapping.
    """
    trees = [tree]
    for part in path:
        if tree.keys is not None and part in tree.keys:
            tree = tree.children[part]
        elif tree.keys is None and isinstance(tree.children, list) and isinstance(part, int):
            if not 0 <= part < len(tree.children):
                return None
            tree = tree.children[part]
        elif tree.children is not None and part != 0:
            return None
        else:
            continue
        trees.append(tree)
    return trees


def has_exact_places(text: str) -> bool:
    """Whether every place found by :func:`parse` is where it says, to the letter, so that it can be edited."""
    return "\\u" not in text or _JSON_PAIR.search(text) is None


def parse(text: str) -> Parsed:
    """Parse one YAML document. Nothing is raised: what is wrong is in the faults, and data may still be there."""
    text = OLD_BREAK.sub(" ", text)
    json = text.lstrip().startswith("{")
    if json and "\\u" in text:
        text = _JSON_PAIR.sub(_join_pair, text)
    tabs = _LEADING_TAB.search(text) is not None
    if json and tabs:
        text = text.replace("\t", " ")  # JSON may indent with tabs; one space for each keeps all columns
        tabs = False
    recovered: list[Fault] = []
    most_recovered = min(_MOST_STRAY_COLONS, _MOST_REREAD // (len(text) or 1))
    while True:
        composer = _Composer()
        try:
            composer.run(_LOADER(text))
        except yaml.MarkedYAMLError as error:
            fault = _syntax_fault(error, text)
            colon = _stray_colon(error)
            if colon is not None and text[colon] == ":" and len(recovered) < most_recovered:
                # Read on with a letter that looks like the colon, so that one such line does not hide the next.
                recovered.append(fault)
                text = f"{text[:colon]}\ua789{text[colon + 1 :]}"
                continue
            composer.faults.append(fault)
        except UnicodeEncodeError as error:
            composer.faults.append(_character_fault(text[: error.start]))
        except yaml.reader.ReaderError as error:
            composer.faults.append(_character_fault(text.encode()[: error.position].decode()))  # libyaml counts bytes
        tab = _indenting_tab(text) if tabs else None
        if tab is not None:
            fault = Fault("tab", "a tab indents this line; YAML indents with spaces", tab, "replace the tab by spaces")
            return Parsed(None, None, [*recovered, fault], unread=text.count("\n") + 1)
        unread = 0 if composer.complete else text.count("\n") + 2 - composer.faults[-1].span.line
        return Parsed(composer.data, composer.tree, recovered + composer.faults, unread)


def _indenting_tab(text: str) -> Span | None:
    """The first tab that indents a line; one within a block of text is a part of the text."""
    lines = text.split("\n")
    in_blocks: set[int] = set()
    try:
        events: Iterator[Any] = yaml.parse(text, _LOADER)
        for event in events:
            if getattr(event, "style", None) in _BLOCK_STYLES:  # only scalars have one
                in_blocks.update(range(event.start_mark.line + 1, event.end_mark.line + (event.end_mark.column > 0)))
    except yaml.MarkedYAMLError as error:
        # Behind that nobody knows what is a block of text.
        mark = error.problem_mark or error.context_mark
        lines = lines[: mark.line + 1] if mark else []
    except (UnicodeEncodeError, yaml.reader.ReaderError):
        lines = []
    for index, line in enumerate(lines):
        if index not in in_blocks and (tab := _LEADING_TAB.match(line)):
            return Span(index + 1, tab.end(), index + 1, tab.end() + 1)
    return None


def _join_pair(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _stray_colon(error: yaml.MarkedYAMLError) -> int | None:
    """The place of a colon that makes a mapping where none can stand."""
    if error.problem_mark is None or "mapping values are not allowed" not in (error.problem or ""):
        return None
    return error.problem_mark.index


def _character_fault(before: str) -> Fault:
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Fault("unreadable", "a character that YAML does not allow", Span(line, column, line, column + 1))


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        span = Span(1, 1, 1, 2)
    elif mark.index >= len(text.rstrip()):
        span = _character_fault(text.rstrip()).span  # what is missing at the end is missing behind the last word
    else:
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    problem = error.problem or "not valid YAML"
    message = f"{problem} {error.context}" if error.context else problem
    if _stray_colon(error) is not None:
        return Fault("yaml-syntax", "a second ': ' in a line without quotes", span, "put the text in quotes")
    if "did not find expected ',' or" in problem or "did not find expected key" in problem:
        return Fault("yaml-syntax", message, span, "look for a missing comma, quote or bracket just before")
    return Fault("yaml-syntax", message, span)


class _Frame:
    """A collection being composed."""

    __slots__ = ("data", "key", "tree")

    def __init__(self, data: Any, tree: Tree) -> None:
        self.data = data
        self.tree = tree
        self.key: Tree | None = None  # of a mapping: the place of the key that waits for its value


_NO_KEY = object()


class _Composer:
    """Composes data and tree from events; what it cannot take it leaves out and reports."""

    def __init__(self) -> None:
        self.data: Any = None
        self.tree: Tree | None = None
        self.faults: list[Fault] = []
        self.complete = False

    def fault(self, rule: str, message: str, event: Any, help: str | None = None) -> None:
        start, end = event.start_mark, event.end_mark
        span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        self.faults.append(Fault(rule, message, span, help))

    def run(self, parser: Any) -> None:
        next_event = parser.get_event
        scalar_event, collection_start, collection_end = (
            yaml.ScalarEvent,
            yaml.CollectionStartEvent,
            yaml.CollectionEndEvent,
        )
        stack: list[_Frame] = []
        waiting_keys: list[Any] = []  # beside the stack: the value of the waiting key, or _NO_KEY
        documents = 0
        last: Any = None  # where the last thing ended: the parser only knows where the next one begins
        while True:
            event = next_event()
            kind = event.__class__
            if kind is scalar_event:
                plain = event.implicit[0]
                value: Any = resolve(event.value) if plain else event.value
                if event.value or not plain or last is None:
                    tree = Tree(event.start_mark, event.end_mark, plain)
                    last = event.end_mark
                else:
                    tree = Tree(last, last, plain)
                if event.anchor is not None or (event.tag is not None and not plain):
                    self._refuse_properties(event)
            elif issubclass(kind, collection_start):
                value = {} if kind is yaml.MappingStartEvent else []
                tree = Tree(event.start_mark, event.end_mark)
                tree.children = {} if kind is yaml.MappingStartEvent else []
                tree.keys = {} if kind is yaml.MappingStartEvent else None
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                if len(stack) >= MOST_DEPTH:
                    self.faults.clear()  # whatever else such a file holds, this is what is wrong with it
                    self.fault("too-deep", f"more than {MOST_DEPTH} levels of nesting", event)
                    return
            elif issubclass(kind, collection_end):
                frame = stack.pop()
                waiting_keys.pop()
                if event.start_mark.index < event.end_mark.index:
                    last = event.end_mark  # a bracket closes it
                frame.tree.end = last or event.end_mark
                continue
            elif kind is yaml.AliasEvent:
                self.fault(
                    "alias",
                    f"an alias (*{event.anchor}) is not allowed",
                    event,
                    "write the value itself, or quote it if it is text",
                )
                if stack and stack[-1].tree.keys is None:
                    continue  # a list goes on without it
                value, tree = event.anchor, Tree(event.start_mark, event.end_mark)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.fault(
                        "yaml-syntax", "a second YAML document in the file", event, "put it in a file of its own"
                    )
                    return
                continue
            elif kind is yaml.StreamEndEvent:
                self.complete = True
                return
            else:
                continue

            if not stack:
                self.data, self.tree = value, tree
            else:
                frame = stack[-1]
                if frame.tree.keys is None:
                    frame.data.append(value)
                    frame.tree.children.append(tree)
                elif frame.key is None:
                    frame.key = tree
                    waiting_keys[-1] = value if value.__class__ is str else self._as_key(value, event)
                else:
                    place, frame.key, name = frame.key, None, waiting_keys[-1]
                    if name in frame.tree.keys:
                        self._refuse_again(name, frame.tree.keys[name], place)
                    elif name is not _NO_KEY:
                        frame.tree.keys[name] = place
                        frame.tree.children[name] = tree
                        frame.data[name] = value
            if tree.children is not None:
                stack.append(_Frame(value, tree))
                waiting_keys.append(_NO_KEY)

    def _as_key(self, value: Any, event: Any) -> Any:
        if isinstance(value, (dict, list)):
            self.fault("yaml-syntax", "a key cannot be a list or a mapping", event, "quote it if it is text")
            return _NO_KEY
        return event.value  # a number or a word such as `true` as a key is its text

    def _refuse_again(self, name: Any, first: Tree, place: Tree) -> None:
        message = f"duplicate key '{name}'; the first is on line {first.start.line + 1}"
        self.faults.append(Fault("duplicate-key", message, place.span, "keep one of the two"))

    def _refuse_properties(self, event: Any) -> None:
        what = f"an anchor (&{event.anchor})" if event.anchor is not None else f"a tag ({event.tag})"
        self.fault("alias", f"{what} is not allowed", event, "remove it, or quote the value if it is text")
