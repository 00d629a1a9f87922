"""Themes: every text can be read on its ground, and a theme of somebody's own is checked."""

from itertools import chain

import pytest

from argmap.render.scene.theme import NAMES, SIDES, ThemeError, read, source, theme

TONES = ("claim", "evidence", "recommendation", "question", "argument", "objection", "rebuttal", "thesis")
VERDICTS = ("agree", "partly", "differ", "evolved", "only", "silent", "open")
SEVERITIES = ("error", "warning", "note")
# The ink of each text, and the grounds on which it stands.
TEXTS = [
    ("ink", "paper"),
    ("muted", "paper"),
    ("chip-ink", "chip"),
    ("thesis-chip-ink", "thesis-chip"),
    ("badge-ink", "badge"),
    ("line-support", "frame"),
    *chain.from_iterable([(tone, f"{tone}-ground"), (f"{tone}-ink", f"{tone}-ground")] for tone in TONES),
    *((f"{tone}-muted", f"{tone}-ground") for tone in TONES),
    *((verdict, f"{verdict}-ground") for verdict in VERDICTS),
    *((f"side-{at}", f"side-{at}-ground") for at in range(1, SIDES + 1)),
    *(("muted", f"side-{at}-ground") for at in range(1, SIDES + 1)),
    *((severity, f"{tone}-ground") for severity in SEVERITIES for tone in TONES if tone != "thesis"),
]
# Lines and signs, which need less.
SIGNS = [(f"line-{kind}", "paper") for kind in ("support", "attack", "undercut", "explain", "contradict", "prefer")]
SIGNS += [(f"tag-{at}", f"{tone}-ground") for at in range(1, 9) for tone in TONES if tone != "thesis"]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_every_text_can_be_read_on_its_ground(name):
    colours = theme(name).colours
    ratios = {(ink, ground): contrast(colours[ink], colours[ground]) for ink, ground in TEXTS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
    ratios = {(sign, ground): contrast(colours[sign], colours[ground]) for sign, ground in SIGNS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 3} == {}


def test_themes_have_the_same_names_and_auto_is_three_of_them():
    light, dark, printed = (theme(name) for name in ("light", "dark", "print"))
    assert light.colours.keys() == dark.colours.keys() == printed.colours.keys()
    auto = theme("auto")
    assert (auto.colours, auto.dark, auto.printed) == (light.colours, dark.colours, printed.colours)
    assert light.dark is None


def test_a_copy_of_a_theme_is_that_theme():
    for name in ("light", "dark", "print"):
        assert read(source(name)) == theme(name)


def test_what_a_theme_lacks_is_that_of_its_base():
    own = read('base = "dark"\n[colours]\nclaim = "#123456"\n[types]\ntitle = {size = 30}\n[sizes]\ncard = 300\n')
    assert own.colours == {**theme("dark").colours, "claim": "#123456"}
    assert own.types["title"] == theme("dark").types["title"]._replace(size=30)
    assert own.sizes == {**theme("dark").sizes, "card": 300}
    assert read('base = "auto"\n[colours]\nclaim = "#123456"\n').dark["claim"] == "#123456"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x", "invalid TOML"),
        ('base = "lihgt"', "did you mean 'light'"),
        ("[colors]", "did you mean 'colours'"),
        ('[colours]\nclam = "#123456"', "did you mean 'claim'"),
        ('[colours]\nclaim = "red"', "colours.claim: not a colour"),
        ('[colours]\nclaim = "#123456;}"', "colours.claim: not a colour"),
        ("colours = 3", "colours: not a table"),
        ("font = 'Arial;} * {display:none'", "font: not a list of font names"),
        ("font = 3", "font: not a text"),
        ("[types.title]\nsize = 1e9", "types.title.size: not a number from 4 to 200"),
        ("[types.title]\nsize = true", "types.title.size"),
        ("[types.title]\nsize = nan", "types.title.size"),
        ('[types.title]\nface = "fat"', "types.title.face: not one of regular, bold, italic"),
        ("[types.titel]\nsize = 20", "did you mean 'title'"),
        ("[types]\ntitle = 3", "types.title: not a table"),
        ("[types.title]\nweight = 3", "types.title: nothing is called 'weight'"),
        ("[sizes]\ncard = -1", "sizes.card: not a number from 120 to 2000"),
        ("[sizes]\ncrad = 200", "did you mean 'card'"),
    ],
)
def test_a_theme_with_faults_says_them(text, says):
    with pytest.raises(ThemeError) as error:
        read(text)
    assert says in str(error.value)


def test_names():
    with pytest.raises(ThemeError, match="there is no theme 'nope'") as error:
        theme("nope")
    assert str(error.value).endswith(f"themes: {', '.join(NAMES)}")
    assert len({repr(theme(name)) for name in NAMES}) == len(NAMES)
    with pytest.raises(ThemeError, match="no theme 'auto' to copy"):
        source("auto")
