"""Writing SVG: escaping, ids, and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.render.scene.theme import Theme
from argmap.render.typeset.measure import clean

_ID = re.compile(r"[^\w.\-]")


def content(text: str) -> str:
    """*text* as the content of an element."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attr(text: str) -> str:
    """*text* as the value of an attribute."""
    return content(text).replace('"', "&quot;")


class Ink:
    """Ids and colours as attributes.

    Every colour stands as it is in its element, so that any renderer shows it. Where the theme has others for the dark
    or for paper, a class says which one it is, and style rules that only readers of CSS variables follow take over.
    """

    def __init__(self, figure: str, theme: Theme) -> None:
        self.theme = theme
        self.root = f"argmap--{_ID.sub('_', clean(figure))}"
        self._varies = theme.dark is not None
        self._used: dict[tuple[str, str], None] = {}
        self.written: dict[object, str] = {}
        """Lines that may come again, by what they show."""
        self._looks: dict[tuple[str, str | None, str | None], str] = {}

    def id(self, *parts: str) -> str:
        """An XML id of *parts* that begins with the figure's: ids of two figures on one page do not meet."""
        return "--".join([self.root, *[_ID.sub("_", clean(part)) for part in parts]])

    def __call__(self, classes: str = "", fill: str | None = None, stroke: str | None = None) -> str:
        """The attributes of an element: its classes, and the names of its colours or ``none``."""
        key = (classes, fill, stroke)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(*key)
        return found

    def _look(self, classes: str, fill: str | None, stroke: str | None) -> str:
        found = ""
        for attribute, colour in (("fill", fill), ("stroke", stroke)):
            if colour is None:
                continue
            if colour == "none":
                found += f' {attribute}="none"'
                continue
            found += f' {attribute}="{self.theme.colours[colour]}"'
            if self._varies:
                classes += f" {attribute[0]}-{colour}"
                self._used[attribute, colour] = None
        return f' class="{classes.strip()}"{found}' if classes else found

    def style(self) -> str:
        """The style rules of the figure, for what was painted so far."""
        scope = "#" + self.root.replace(".", "\\.")
        rules = [f"{scope} text{{font-family:{self.theme.font};white-space:pre;text-rendering:geometricPrecision}}"]
        for key, kind in self.theme.types.items():
            weight = ";font-weight:bold" if kind.face == "bold" else ""
            slant = ";font-style:italic" if kind.face == "italic" else ""
            spacing = f";letter-spacing:{kind.spacing}px" if kind.spacing else ""
            rules.append(f"{scope} .t-{key}{{font-size:{kind.size}px{weight}{slant}{spacing}}}")
        rules.append(f"{scope} a:hover text{{text-decoration:underline}}")
        rules.append(f"{scope} .card:focus-visible{{outline:2px solid {self.theme.colours['line-support']}}}")
        return f"<style>{''.join([*rules, *self._variables(scope)])}</style>"

    def _variables(self, scope: str) -> Iterator[str]:
        """The colours as variables, which a page may set for itself."""
        colours = dict.fromkeys(colour for _, colour in self._used)
        for where, values in (
            ("", self.theme.colours),
            ("@media (prefers-color-scheme:dark)", self.theme.dark),
            ("@media print", self.theme.printed),
        ):
            if self._varies and values:
                rule = f":where({scope}){{{''.join(f'--argmap-{name}:{values[name]};' for name in colours)}}}"
                yield f"{where}{{{rule}}}" if where else rule
        if self._varies:
            rules = (
                f"{scope} .{attribute[0]}-{name}{{{attribute}:var(--argmap-{name})}}" for attribute, name in self._used
            )
            yield f"@supports (fill:var(--a)){{{''.join(rules)}}}"
