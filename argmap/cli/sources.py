"""`argmap sources`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._output import Format, notice

if TYPE_CHECKING:
    from argmap.actions.sources import Hit, Proof, SourceStatus
    from argmap.formats.native import Document
    from argmap.workspace.workspace import Workspace

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="The texts of articles, and the lock that attests anchors where the texts are not at hand.",
)

_FORMAT = "How to write it."
_MAPS = typer.Argument(metavar="[MAP]...", help="Maps by path or id. Default: all.")
_KEYS = typer.Argument(metavar="[KEY]...", help="Reference keys. Default: all sources at hand.")


@app.command()
def add(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The reference key of the article.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="Its text as text, Markdown, HTML or PDF, or '-'.")],
    kind: Annotated[
        str | None,
        typer.Option("--as", metavar="KIND", help="text, markdown, html or pdf. Default: the ending of FILE."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a text that is there already.")] = False,
) -> None:
    """Keep the text of an article, in a folder that git leaves alone."""
    from argmap.actions.sources import add as keep
    from argmap.actions.sources import as_text
    from argmap.sources.read import KINDS, MOST_BYTES, SourceError, paragraphs
    from argmap.workspace import files
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace

    known = dict.fromkeys(KINDS.values())
    kind = kind or KINDS.get(Path(file).suffix.lower(), "text" if file == files.STDIN else "")
    if kind not in known:
        raise typer.BadParameter(f"say what the file is: {', '.join(known)}", param_hint="--as")
    workspace = Workspace(Path.cwd())
    name, content = files.raw(file, MOST_BYTES + 1)
    try:
        text = as_text(paragraphs(content, kind))
    except SourceError as error:
        raise WorkspaceError(f"{name}: {error}") from None
    path = keep(workspace, key, text, replace=replace)
    source = Workspace(Path.cwd()).source(key)
    if source is not None:
        typer.echo(f"wrote {workspace.shown(path)}: {_size(len(source.words), len(source.paragraphs))}")
    bibliography = workspace.bibliography
    if bibliography is None or key not in bibliography.entries:
        notice(f"no reference has the key '{key}'")


@app.command()
def lock(
    keys: Annotated[list[str] | None, _KEYS] = None,
    retrieved: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the texts were taken from where they are published: 2024-03-09."),
    ] = None,
) -> None:
    """Write the lock: what proves each anchor to those who do not have the texts.

    Exit code 1 where an anchor is not found in its source: it is not locked.
    """
    from datetime import date

    from argmap.actions.sources import lock as lock_sources
    from argmap.text.printable import counted
    from argmap.workspace.workspace import Workspace

    if retrieved is not None:
        try:
            date.fromisoformat(retrieved)
        except ValueError:
            raise typer.BadParameter(f"'{retrieved}' is not a date like 2024-03-09", param_hint="--retrieved") from None
    workspace = Workspace(Path.cwd())
    done = lock_sources(workspace, keys or (), retrieved)
    verb = "wrote" if done.written else "unchanged:"
    size = f"{counted(done.anchors, 'anchor')} of {counted(done.sources, 'source')}"
    typer.echo(f"{verb} {workspace.shown(workspace.settings.lock)}: {size}")
    for failure in done.failures:
        notice(failure)
    if done.failures:
        raise typer.Exit(1)


@app.command()
def verify(
    maps: Annotated[list[str] | None, _MAPS] = None,
    format: Annotated[Format, typer.Option(help=_FORMAT)] = Format.TEXT,
) -> None:
    """Say of each anchor what proves it: the text of its source, the lock, or nothing.

    Exit code 1 where an anchor is neither verified nor attested, or a source is not the one that was locked.
    """
    from argmap.actions.sources import proofs
    from argmap.sources import State
    from argmap.text.printable import encode
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    proofs_found = list(proofs(workspace, _documents(workspace, maps)))
    proved = (State.VERIFIED, State.ATTESTED)
    if format is Format.JSON:
        typer.echo(encode([_proof_data(proof) for proof in proofs_found]), nl=False)
    else:
        typer.echo("".join(f"{line}\n" for proof in proofs_found for line in _proof_lines(proof, proved)), nl=False)
    if any(proof.changes or any(receipt.state not in proved for receipt in proof.receipts) for proof in proofs_found):
        raise typer.Exit(1)


def _documents(workspace: Workspace, names: list[str] | None) -> list[Document]:
    if names:
        return [workspace.find(name) for name in names]
    return [workspace.document(path) for path in workspace.map_files()]


def _proof_lines(proof: Proof, proved: tuple[str, ...]) -> Iterator[str]:
    from argmap.sources.changes import said
    from argmap.text.printable import visible

    counts = Counter(receipt.state.value for receipt in proof.receipts)
    yield f"{proof.map.id}: {_anchors(counts)}"
    if proof.changes:
        yield f"  the text of '{proof.map.source}' is not the one that was locked: {said(proof.changes)}"
    for receipt in proof.receipts:
        if receipt.state not in proved:
            span = proof.document.span(receipt.path)
            place = f"{visible(proof.document.file)}:{span.line}" if span else visible(proof.document.file)
            yield f"  {place}: {receipt.state}: {visible(receipt.anchor.start)}"


def _proof_data(proof: Proof) -> dict[str, object]:
    return {
        "map": proof.map.id,
        "source": proof.map.source,
        "changes": proof.changes and proof.changes._asdict(),
        "anchors": [
            {
                "in": list(receipt.path[:2]),
                "at": receipt.anchor.model_dump(exclude_none=True),
                "state": receipt.state,
                "paragraph": receipt.paragraph,
                "page": receipt.page,
                "places": receipt.places,
            }
            for receipt in proof.receipts
        ],
    }


@app.command()
def find(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, in any case and with any marks.")],
    keys: Annotated[list[str] | None, _KEYS] = None,
    format: Annotated[Format, typer.Option(help=_FORMAT)] = Format.TEXT,
) -> None:
    """Say which sources have some words, in which paragraph, and the words around them.

    Exit code 1 where none has them; the nearest passage is then shown, with what is different in it.
    """
    from argmap.actions.sources import found, like
    from argmap.text.printable import encode
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    hits = found(workspace, words, keys or ())
    if format is Format.JSON:
        typer.echo(encode([hit._asdict() for hit in hits]), nl=False)
    else:
        typer.echo("".join(f"{_hit_line(hit)}\n" for hit in hits), nl=False)
    if not hits:
        nearest = like(workspace, words, keys or ())
        notice(f"no source at hand has these words{f'; nearest: {_hit_line(nearest)}' if nearest else ''}")
        raise typer.Exit(1)


def _hit_line(hit: Hit) -> str:
    from argmap.text.printable import visible

    page = f", page {hit.page}" if hit.page else ""
    return f"{visible(hit.key)}, paragraph {hit.paragraph}{page}: {visible(hit.context)}"


@app.command()
def links(
    maps: Annotated[list[str] | None, _MAPS] = None,
    format: Annotated[Format, typer.Option(help=_FORMAT)] = Format.TEXT,
) -> None:
    """List the addresses that lead a browser to the passages of nodes, and mark them there.

    They are text fragments. Where the text is at hand they have words enough to tell a passage from all others.
    """
    from argmap.actions.sources import passages
    from argmap.text.printable import encode, visible
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    passage_links = list(passages(workspace, _documents(workspace, maps)))
    if format is Format.JSON:
        typer.echo(encode([link._asdict() for link in passage_links]), nl=False)
    else:
        typer.echo("".join(f"{link.map} {link.node} {visible(link.link)}\n" for link in passage_links), nl=False)


@app.command()
def status(format: Annotated[Format, typer.Option(help=_FORMAT)] = Format.TEXT) -> None:
    """List the sources: whether text and lock are there, how large they are, and how their anchors stand."""
    from argmap.actions.sources import statuses
    from argmap.text.printable import encode
    from argmap.workspace.workspace import Workspace

    sources = statuses(Workspace(Path.cwd()))
    if format is Format.JSON:
        typer.echo(encode([source._asdict() for source in sources]), nl=False)
        return
    notice(None if sources else "no map names a source")
    for source in sources:
        typer.echo(_status_line(source))


def _status_line(status: SourceStatus) -> str:
    from argmap.text.printable import visible

    have = [word for word, is_there in (("text", status.text), ("lock", status.locked)) if is_there]
    size = [_size(status.words, status.paragraphs or 0)] if status.words is not None else []
    changed = ["not the text that was locked"] if status.changed else []
    since = [f"retrieved {status.retrieved}"] if status.retrieved else []
    parts = [" and ".join(have) or "neither text nor lock", *size, *since, *changed, _anchors(status.anchors)]
    return f"{visible(status.key)}: {'; '.join(parts)}"


def _size(words: int, paragraphs: int) -> str:
    from argmap.text.printable import counted

    return f"{counted(words, 'word')}, {counted(paragraphs, 'paragraph')}"


def _anchors(counts: Mapping[str, int]) -> str:
    """``anchors: 61 verified, 2 missing``."""
    states = [f"{count} {state}" for state, count in sorted(counts.items(), key=lambda pair: -pair[1])]
    return f"anchors: {', '.join(states)}" if states else "no anchors"
