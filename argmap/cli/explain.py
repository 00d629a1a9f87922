"""`argmap explain`."""

from typing import Annotated, Literal

import typer


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The code or the name of a rule.")],
    format: Annotated[Literal["text", "json"], typer.Option(help="How to write it.")] = "text",
) -> None:
    """Explain what a rule finds, why it matters and how to fix it."""
    import json

    from argmap.checks.engine.describe import Catalogue
    from argmap.text.suggest import nearest

    infos = {word.lower(): info for info in Catalogue().values() for word in (info.code, info.name)}
    info = infos.get(rule.lower())
    if info is None:
        suggestion = nearest(rule.lower(), infos)
        help = "'argmap rules' lists them"
        if suggestion:
            help = f"did you mean {infos[suggestion].code} ({infos[suggestion].name})?"
        raise typer.BadParameter(f"there is no rule '{rule}'; {help}", param_hint="RULE")
    if format == "json":
        typer.echo(json.dumps(info._asdict(), indent=2, ensure_ascii=False))
    else:
        typer.echo(f"{info.code} {info.name} ({info.severity})\n\n{info.explanation}")
