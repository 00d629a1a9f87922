"""PNG: of the size asked for, the same everywhere, in one theme, and readable on a machine without fonts."""

import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from render_samples import LIBRARY, REFERENCES, SOWING, SOWING_MAPS, make, node

from argmap.extras import MissingExtraError
from argmap.render import Picture, Sheet, appearance_of, render_comparison, render_map
from argmap.render.painters import png
from argmap.render.painters.errors import PaintError, TooLargeError
from argmap.render.painters.fonts import file as font_file
from argmap.render.painters.fonts import font
from argmap.render.scene.theme import PAD

ARABIC = make([node("a", "claim", "لم يوافق أحد (2015) على ذلك.")], lang="ar")
HEBREW = make([node("a", "claim", "שלום (2015) עולם.")], lang="he", thesis=("a",))


def _png(map=LIBRARY, theme: str = "light", **sheet: float) -> Picture:
    return render_map(map, REFERENCES, "png", look=appearance_of(map, theme), sheet=Sheet(**sheet))


def _image(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.content)).convert("RGB")


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font, "folders", lambda: ())


def test_a_picture_is_as_large_as_asked_for():
    svg = render_map(LIBRARY, REFERENCES, "svg").content
    wide, high = (float(length) for length in svg.split('viewBox="0 0 ')[1].split('"')[0].split())
    for sheet, width in (
        ({}, round(wide)),
        ({"dpi": 192}, round(2 * wide)),
        ({"width": 500}, 500),
        ({"width": 500, "dpi": 48}, 250),
        ({"width": 1, "dpi": 10}, 1),
    ):
        size = _image(_png(**sheet)).size
        assert size[0] == width
        assert abs(size[1] - high * width / wide) <= 1


def test_a_picture_says_its_dots_per_inch():
    chunk = _png(width=300, dpi=300).content[33:]
    assert chunk[4:8] == b"pHYs"
    assert struct.unpack(">IIB", chunk[8:17]) == (11811, 11811, 1)
    assert round(Image.open(BytesIO(_png(width=300, dpi=300).content)).info["dpi"][0]) == 300


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_picture_has_the_colours_of_one_theme(theme: str):
    picture = _image(_png(theme=theme))
    colours = appearance_of(LIBRARY, theme).theme.colours
    assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((1, 1))) == colours["paper"]
    seen = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in picture.getcolors(1 << 24)}
    assert {colours[name] for name in ("ink", "thesis-ground", "claim-ground", "line-support", "objection")} <= seen


def test_the_same_map_gives_the_same_bytes_with_and_without_fonts(monkeypatch: pytest.MonkeyPatch):
    here = _png(width=600).content
    assert _png(width=600).content == here
    monkeypatch.setattr(font, "folders", lambda: ())
    assert _png(width=600).content == here


@pytest.mark.usefixtures("no_fonts")
def test_text_is_painted_on_a_machine_without_fonts():
    ink = tuple(bytes.fromhex(appearance_of(LIBRARY, "light").theme.colours["thesis-ink"][1:]))
    inked = []
    for letter in "iM":
        picture = _png(make([node("a", "claim", letter * 12)], thesis=("a",)))
        assert picture.notice is None
        inked.append(sum(count for count, colour in _image(picture).getcolors(1 << 24) if colour == ink))
    assert inked[1] > inked[0] + 200


@pytest.mark.usefixtures("no_fonts")
def test_a_notice_names_letters_that_no_font_has():
    picture = _png(ARABIC)
    assert picture.notice is not None
    assert picture.notice.startswith("Liberation Sans, the font that argmap carries, has no ")
    assert picture.notice.endswith(" more: no font here has it")


@pytest.mark.usefixtures("no_fonts")
def test_text_that_runs_from_right_to_left_ends_at_the_right_of_its_card():
    picture = _image(_png(HEBREW))
    pixels = picture.load()
    colours = appearance_of(HEBREW, "light").theme.colours
    ink, ground = (tuple(bytes.fromhex(colours[name][1:])) for name in ("thesis-ink", "thesis-ground"))
    rows = [[pixels[x, y] for x in range(picture.width)] for y in range(picture.height)]
    card = [row for row in rows if row.count(ground) > 50]
    left = min(row.index(ground) for row in card)
    right = max(picture.width - row[::-1].index(ground) for row in card)
    inked = [x for row in card for x in range(left, right) if row[x] == ink]
    assert inked
    assert right - max(inked) < 2 * PAD
    assert min(inked) - left > 2 * PAD


def test_fonts_of_this_machine_are_few_and_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("Some-Bold.ttf", "Some.ttf", "more/Other.ttf", "broken.ttf", "text.ttf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(font.FILES["regular"].read_bytes())
    (tmp_path / "broken.ttf").write_bytes(font.FILES["regular"].read_bytes()[:5000])
    (tmp_path / "text.ttf").write_text("no font", encoding="utf-8")
    monkeypatch.setattr(font, "folders", lambda: (tmp_path, tmp_path / "gone"))
    asked = []

    def covered(path: Path, letters: set[int]) -> set[int]:
        if path == font.FILES["regular"]:
            return set()
        asked.append(path.name)
        return font_file.covered(path, letters)

    monkeypatch.setattr(font, "covered", covered)
    picture = _png(make([node("a", "claim", "א ☃")]), width=100)
    assert sorted(asked) == ["Other.ttf", "Some-Bold.ttf", "Some.ttf", "broken.ttf", "text.ttf"]
    assert "taken from Other, so the picture may look different elsewhere; and no font here has ☃" in picture.notice


def test_a_font_says_which_letters_it_has():
    wanted = {ord(letter) for letter in "aŻЖאΩ☃ش中"} | {0x1F600, 0xE000}
    assert {chr(code) for code in font_file.covered(font.FILES["bold"], wanted)} == set("aŻЖאΩ")
    assert font_file.covered(Path(__file__), wanted) == set()
    assert font_file.covered(Path("nowhere.ttf"), wanted) == set()


def test_a_picture_of_too_many_pixels_is_refused():
    with pytest.raises(TooLargeError, match="ask for a smaller width or fewer dpi") as refused:
        _png(width=100_000, dpi=1200)
    assert isinstance(refused.value, PaintError)


def test_a_picture_may_have_as_many_pixels_as_the_bound_says(monkeypatch: pytest.MonkeyPatch):
    image = _image(_png(width=300))
    monkeypatch.setattr(png, "MOST", image.width * image.height)
    assert _image(_png(width=300)).size == image.size
    monkeypatch.setattr(png, "MOST", image.width * image.height - 1)
    with pytest.raises(TooLargeError):
        _png(width=300)


def test_without_the_package_the_message_says_what_brings_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match="PNG needs the extra 'png'"):
        _png()


def test_painters_are_found_where_their_packages_are_not():
    code = (
        "import sys\nfor name in ('resvg_py', 'fpdf', 'uharfbuzz'): sys.modules[name] = None\n"
        "from argmap.render import FORMATS\nprint(*FORMATS)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.split() == ["dot", "pdf", "png", "svg"]


def test_a_comparison_is_painted():
    picture = render_comparison(SOWING, SOWING_MAPS, REFERENCES, "png", sheet=Sheet(width=800))
    assert _image(picture).width == 800
    assert picture.notice is None
