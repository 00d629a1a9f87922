"""Drawing maps and comparisons."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from argmap.api.document import Document
from argmap.errors import UnknownFormatError

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography
    from argmap.compare.proposal import Proposal
    from argmap.model import Comparison, Finding, Map
    from argmap.render import Appearance, Picture, ReferenceLabel, Sheet, Theme
    from argmap.views import View
    from argmap.weigh.weight import Weight

MOST_CARDS = 150
"""A map of more nodes is folded to so many cards, unless all are asked for."""

BINARY = ("pdf", "png")


class RenderWarning(UserWarning):
    """Something could not be drawn as it should."""


class RenderOptions(TypedDict, total=False):
    """How :func:`render` and :func:`render_bytes` draw; all of it may be left out.

    Attributes:
        maps: The maps of a comparison. With a document they are those of its workspace.
        bibliography: Where the labels of references are taken from; with a document, that of its workspace.
        focus: The id of a node: only what is near it is drawn.
        depth: How many steps from the focus, or from the thesis.
        only: Only nodes of these types, tags or actors.
        fold: What puts nodes behind one card: ``tag``, ``depth`` or ``depth:N``.
        all: Draw every node of a map of more than 150, which is folded otherwise.
        findings: What a check of the document found, to stand on the cards.
        status: Whether the cards say what can be accepted, and how strong it is.
        theme: ``auto`` (the default), ``light``, ``dark``, ``print``, or the path of a theme's file.
        lang: The language of the words on the picture; that of the map by default.
        width: How wide it is: a picture in px, plain text in columns.
        dpi: The dots per inch of a PNG, 96 by default.
    """

    maps: Mapping[str, Map] | Iterable[Map]
    bibliography: Bibliography | None
    focus: str | None
    depth: int | None
    only: Sequence[str]
    fold: str | None
    all: bool
    findings: Iterable[Finding]
    status: bool
    theme: str
    lang: str | None
    width: float | None
    dpi: float


def render(
    content: Document | Map | Comparison | Proposal | View, to: str = "svg", **options: Unpack[RenderOptions]
) -> str:
    """Draws a map or comparison as text.

    Args:
        content: What is drawn.
        to: ``svg`` or ``dot``; for a comparison also ``md``, ``text`` or ``csv``.
        **options: :class:`RenderOptions`.

    Returns:
        The text. What could not be drawn as it should is a :class:`RenderWarning`.

    Raises:
        UnknownFormatError: There is no such format, or it is one of bytes.
        ThemeError: There is no such theme.
        UnknownLanguageError: There are no words in this language.
        UnknownViewError: The focus, a filter or a way to fold means nothing in this map.
        WorkspaceError: A document cannot be read whole.
    """
    if to in BINARY:
        raise UnknownFormatError(f"'{to}' is not text: use render_bytes")
    return str(_content(picture(content, to, **options)))


def render_bytes(
    content: Document | Map | Comparison | Proposal | View, to: str = "png", **options: Unpack[RenderOptions]
) -> bytes:
    """Draws a map or comparison as the bytes of a file; PNG and PDF take the extras of these names.

    Args:
        content: What is drawn.
        to: ``png``, ``pdf``, or a format of :func:`render`, in UTF-8.
        **options: :class:`RenderOptions`.

    Returns:
        The bytes. What could not be drawn as it should is a :class:`RenderWarning`.

    Raises:
        PaintError: It cannot be painted here, or not in this size; the message says what to do.
        ArgmapError: What :func:`render` raises.
    """
    content_of = _content(picture(content, to, **options))
    return content_of if isinstance(content_of, bytes) else content_of.encode()


def _content(picture: Picture) -> str | bytes:
    if picture.notice:
        warnings.warn(picture.notice, RenderWarning, stacklevel=3)
    return picture.content


def picture(
    content: Document | Map | Comparison | Proposal | View, to: str, **options: Unpack[RenderOptions]
) -> Picture:
    """The picture that :func:`render` and :func:`render_bytes` give the content of, with its notice."""
    from argmap.compare.proposal import Proposal
    from argmap.model import Comparison
    from argmap.render.scene.references import reference_labels

    document = content if isinstance(content, Document) else None
    shown = content.checked if isinstance(content, Document) else content
    bibliography = options.get("bibliography")
    if bibliography is None and document is not None and document.workspace is not None:
        bibliography = document.workspace.bibliography
    labels = reference_labels(bibliography)
    if isinstance(shown, Comparison):
        shown = Proposal(shown, {})
    if isinstance(shown, Proposal):
        return _comparison(shown, _compared(shown.comparison, document, options.get("maps")), labels, to, options)
    return _map(shown, document, labels, to, options)


def _map(
    content: Map | View,
    document: Document | None,
    labels: Mapping[str, ReferenceLabel],
    to: str,
    options: RenderOptions,
) -> Picture:
    from argmap.model import Engine, Map
    from argmap.render import FORMATS, render_map
    from argmap.views import Options, View, fitted, view
    from argmap.workspace.layouts import layouts

    _refuse_unknown(to, FORMATS)
    settings = None if document is None or document.workspace is None else document.workspace.settings
    notice = None
    if isinstance(content, View):
        whole, shown = content.map, content._replace(left_out=0)
    else:
        whole = content
        fold = options.get("fold")
        shown = view(content, Options(options.get("focus"), options.get("depth"), tuple(options.get("only", ())), fold))
        if fold is None and not options.get("all") and len(shown.map.nodes) > MOST_CARDS:
            shown = fitted(shown.map, MOST_CARDS)._replace(left_out=shown.left_out)
            notice = f"folded into {len(shown.map.nodes)} cards; --all draws every node"
    drawn = render_map(
        shown.map,
        labels,
        to,
        look=_look(whole, options),
        sheet=_sheet(options),
        layouts=None if settings is None else layouts(settings),
        engine=Engine.WHEEL if settings is None else settings.engine,
        folded=shown.folded,
        findings=_by_node(document, options),
        weights=_weights(whole) if options.get("status") else {},
        statements=len(whole.nodes) - shown.left_out,
        whole=whole if isinstance(content, Map) else None,
    )
    return drawn._replace(notice="; ".join(filter(None, (notice, drawn.notice))) or None)


def _by_node(document: Document | None, options: RenderOptions) -> Mapping[str, Sequence[Finding]]:
    findings = tuple(options.get("findings", ()))
    if document is None or not findings:
        return {}
    from argmap.actions.by_node import findings_by_node

    return findings_by_node(document.native, findings)


def _weights(map: Map) -> Mapping[str, Weight]:
    from argmap.weigh import standing
    from argmap.weigh.weight import weights

    return {weight.node: weight for weight in weights(map, standing(map))}


def _comparison(
    proposal: Proposal, maps: Mapping[str, Map], labels: Mapping[str, ReferenceLabel], to: str, options: RenderOptions
) -> Picture:
    from argmap.render import FORMATS, Picture, render_comparison
    from argmap.writers import comparison as writers

    _refuse_unknown(to, {*FORMATS, *writers.FORMATS})
    if to in writers.FORMATS:
        columns = round(options.get("width") or 100)
        text = writers.write_comparison(
            proposal.comparison, maps, labels, to, width=columns, confidence=proposal.confidence
        )
        return Picture(text, None)
    return render_comparison(
        proposal.comparison,
        maps,
        labels,
        to,
        confidence=proposal.confidence,
        look=_look(proposal.comparison, options),
        sheet=_sheet(options),
    )


def _compared(
    comparison: Comparison, document: Document | None, maps: Mapping[str, Map] | Iterable[Map] | None
) -> Mapping[str, Map]:
    if maps is not None:
        return maps if isinstance(maps, Mapping) else {map.id: map for map in maps}
    if document is None or document.workspace is None:
        return {}
    return document.workspace.compared(comparison, document.native)


def _refuse_unknown(to: str, known: Iterable[str]) -> None:
    if to not in known:
        raise UnknownFormatError(f"there is no format '{to}' for this; choose one of {', '.join(sorted(known))}")


def _look(content: Map | Comparison, options: RenderOptions) -> Appearance:
    from argmap.render import appearance_of

    theme = options.get("theme", "auto")
    return appearance_of(content, _theme(theme) if theme.endswith(".toml") else theme, options.get("lang"))


def _theme(path: str) -> Theme:
    """The theme in a file. Raises WorkspaceError where it is none."""
    from argmap.render import ThemeError
    from argmap.render.scene.theme import read
    from argmap.workspace import files
    from argmap.workspace.errors import WorkspaceError

    text = files.read(Path(path))
    if text.fault:
        raise WorkspaceError(f"{path}: {text.fault}")
    try:
        return read(text.text)
    except ThemeError as error:
        raise WorkspaceError(f"{path}: {error}") from None


def _sheet(options: RenderOptions) -> Sheet:
    from argmap.render import Sheet

    return Sheet(options.get("width"), options.get("dpi", 96))
