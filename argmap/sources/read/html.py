"""The text of an HTML page as its readers see it: no menus, no scripts, nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.extras import extra
from argmap.sources.read.decode import decoded
from argmap.sources.read.errors import SourceError
from argmap.sources.read.paragraph import Paragraph, blocks

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 1024  # bytes, by the HTML standard
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\f\r]+")
_AROUND_BREAK = re.compile(r" ?\n ?")

_UNREAD = frozenset([
    "audio", "button", "canvas", "datalist", "iframe", "nav", "noembed", "noframes", "noscript", "object",
    "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
])  # fmt: skip
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "ol", "p", "plaintext", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
])  # fmt: skip
_AS_IT_STANDS = frozenset(["listing", "pre", "plaintext", "xmp"])


def paragraphs(content: bytes) -> list[Paragraph]:
    """The paragraphs of a page: its ``main`` where it has one with text, otherwise its body.

    Raises:
        SourceError: The bytes are not in the charset that the page declares, or UTF-8 where it declares none.
        MissingExtraError: The extra ``sources`` is not installed.
    """
    declared = _CHARSET.search(content[:_DECLARED_WITHIN])
    return of_text(decoded(content, declared[1].decode("ascii") if declared else None))


def of_text(text: str) -> list[Paragraph]:
    """The paragraphs of a page whose letters are decoded. Raises MissingExtraError."""
    etree = extra("sources", "lxml.etree", "reading HTML")
    # Nothing is loaded and no entity defined by an HTML parser; a target takes a tree of any depth.
    parser = etree.HTMLParser(target=_Reader(), encoding="utf-8", no_network=True, huge_tree=True)
    try:
        paragraphs: list[Paragraph] = etree.fromstring(text.encode() or b" ", parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"the page cannot be read as HTML ({error}); save its text as a text file") from None
    return paragraphs


class _Reader:
    """Gathers paragraphs from the tags and texts of a page, as lxml hands them over in their order.

    lxml closes what a page leaves open, so that each start has its end.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._unread_from: int | None = None  # the depth of the outermost element that is not read
        self._unread_tag = ""
        self._main: int | None = None
        self._as_it_stands: int | None = None
        self._text: list[str] = []
        self._all: list[Paragraph] = []
        self._of_main: list[Paragraph] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._unread_tag == "p" and tag in _BLOCKS:
            # A block ends a paragraph; that those of HTML 5 do, lxml does not know.
            self._unread_from, self._unread_tag = None, ""
        if self._unread_from is not None:
            return
        if tag in _BLOCKS:
            self._part()
        if _is_unread(tag, attributes):
            self._unread_from, self._unread_tag = self._depth, tag
        elif tag == "br":
            self._text.append("\n")
        elif tag == "main" and self._main is None:
            self._main = self._depth
        elif tag in _AS_IT_STANDS and self._as_it_stands is None:
            self._as_it_stands = self._depth

    def end(self, tag: str) -> None:
        if self._unread_from is None and tag in _BLOCKS:
            self._part()
        if self._unread_from == self._depth:
            self._unread_from, self._unread_tag = None, ""
        if self._main == self._depth:
            self._main = None
        if self._as_it_stands == self._depth:
            self._as_it_stands = None
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._unread_from is None:
            self._text.append(text if self._as_it_stands is not None else _SPACE.sub(" ", text))

    def comment(self, text: str) -> None:
        """Leaves comments out."""

    def close(self) -> list[Paragraph]:
        self._part()
        return self._of_main or self._all

    def _part(self) -> None:
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if self._as_it_stands is None:
            text = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", text))
        found = [Paragraph(block) for block in blocks(text)]
        self._all += found
        if self._main is not None:
            self._of_main += found


def _is_unread(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in _UNREAD or "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    return bool(_HIDING.search(attributes.get("style", "")))
