"""`argmap explain`."""

from typing import Annotated, Literal

import typer


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The code or the name of a rule.")],
    format: Annotated[Literal["text", "json"], typer.Option(help="How it is said.")] = "text",
) -> None:
    """Say what a rule finds, why it matters and how to mend it."""
    import json

    from argmap.checks.engine.describe import Catalogue
    from argmap.text.suggest import nearest

    known = {word.lower(): info for info in Catalogue().values() for word in (info.code, info.name)}
    info = known.get(rule.lower())
    if info is None:
        near = nearest(rule.lower(), known)
        help = f"did you mean {known[near].code} ({known[near].name})?" if near else "'argmap rules' lists them"
        raise typer.BadParameter(f"there is no rule '{rule}'; {help}", param_hint="RULE")
    if format == "json":
        typer.echo(json.dumps(info._asdict(), indent=2, ensure_ascii=False))
    else:
        typer.echo(f"{info.code} {info.name} ({info.severity})\n\n{info.explanation}")
