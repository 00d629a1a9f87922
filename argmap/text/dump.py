"""Plain data as YAML that our reader reads as the same data."""

from __future__ import annotations

from typing import Any

import yaml

from argmap.text.scalar import CORE_SCHEMA
from argmap.text.yaml import OLD_BREAK


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Quotes what our reading of plain scalars would take for something else than text, and nothing else."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def ignore_aliases(self, data: Any) -> bool:
        """Write a thing that occurs twice twice: the format has no aliases."""
        return True


def _text(dumper: Any, text: str) -> Any:
    # libyaml writes its old line breaks as they are, unless it is told to quote and escape.
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if OLD_BREAK.search(text) else None)


_Dumper.add_representer(str, _text)
for _tag, _pattern in CORE_SCHEMA.items():
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _pattern, None)


def dump_data(data: Any) -> str:
    """Plain *data* as YAML that our reader reads as the same data."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, default_flow_style=None, sort_keys=False, width=1_000_000
    )
    return text
