"""`argmap rules`."""

from typing import Annotated, Literal

import typer


def rules(
    format: Annotated[Literal["text", "json"], typer.Option(help="How to write them.")] = "text",
) -> None:
    """List the rules of `argmap check`: code, severity, name, and what each finds."""
    import json

    from argmap.checks.engine.describe import Catalogue

    infos = list(Catalogue().values())
    if format == "json":
        typer.echo(json.dumps([info._asdict() for info in infos], indent=2, ensure_ascii=False))
        return
    widest = max(len(info.name) for info in infos)
    for info in infos:
        typer.echo(f"{info.code}  {info.severity:<7}  {info.name:<{widest}}  {info.summary}")
