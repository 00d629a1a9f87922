"""`argmap schema`."""

from enum import StrEnum
from typing import Annotated

import typer


class Draft(StrEnum):
    """The dialects of JSON Schema."""

    NEWEST = "2020-12"
    SEVEN = "7"


def schema(
    draft: Annotated[Draft, typer.Option(help="The dialect; YAML editors read draft 7.")] = Draft.NEWEST,
) -> None:
    """Print the JSON Schema of map and comparison files."""
    import json

    from argmap.formats.native.grammar.schema import schema as make_schema

    typer.echo(json.dumps(make_schema(draft.value), indent=2, ensure_ascii=False))
