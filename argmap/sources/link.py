"""Deep links: the address of an article and a text fragment that leads a browser to a passage and marks it.

The syntax is that of https://wicg.github.io/scroll-to-text-fragment/ (section 3.3):
``#:~:text=[prefix-,]start[,end][,-suffix]``.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from argmap.model import Anchor
from argmap.sources.page import Page
from argmap.text.normalise import normalise

_NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f]")


def fragment(anchor: Anchor, page: Page | None = None) -> str | None:
    """The text directive that leads to the passage of *anchor*, as it stands after ``#:~:`` in an address.

    Where the *page* has the passage, the words are its own, and words before and after are added until they single it
    out; otherwise they are the anchor's. None for an anchor without words.

    Example:
        >>> fragment(Anchor(start="co-operation", end="as one", prefix="their"))
        'text=their-,co%2Doperation,as%20one'
    """
    terms = (page.quoted(anchor) if page else None) or anchor
    if not normalise(terms.start):
        return None
    parts = [_encoded(terms.start)]
    if terms.prefix and normalise(terms.prefix):
        parts.insert(0, f"{_encoded(terms.prefix)}-")
    if terms.end and normalise(terms.end):
        parts.append(_encoded(terms.end))
    if terms.suffix and normalise(terms.suffix):
        parts.append(f"-{_encoded(terms.suffix)}")
    return f"text={','.join(parts)}"


def deep_link(url: str | None, anchor: Anchor, page: Page | None = None) -> str | None:
    """The address of the passage of *anchor* in the article at *url*; see :func:`fragment`.

    A fragment that *url* has is kept, and a text directive in it replaced. None where *url* is not a web address
    (http or https), or the anchor has no words.

    Example:
        >>> deep_link("https://example.org/a#top", Anchor(start="a charge"))
        'https://example.org/a#top:~:text=a%20charge'
    """
    directive = fragment(anchor, page)
    if directive is None or not url or not _is_web(url):
        return None
    address, _, place = url.partition("#")
    return f"{address}#{place.partition(':~:')[0]}:~:{directive}"


def _is_web(url: str) -> bool:
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    return address.scheme in ("http", "https") and bool(address.hostname) and not _NO_ADDRESS.search(url)


def _encoded(term: str) -> str:
    return quote(" ".join(term.split()), safe="", errors="replace").replace("-", "%2D")
