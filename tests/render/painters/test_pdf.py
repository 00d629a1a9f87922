"""PDF: one page of vectors and of text that can be read, searched and copied, with its links."""

import re
import sys
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pytest
from pypdf import PdfReader
from render_samples import LIBRARY, REFERENCES, SOWING, SOWING_MAPS, make, node

from argmap.extras import MissingExtraError
from argmap.model import Map
from argmap.render import Picture, Sheet, appearance_of, render_comparison, render_map
from argmap.render.layout.map import map_figure
from argmap.render.painters.fonts import font
from argmap.render.painters.fonts.font import Fonts
from argmap.render.painters.pdf.document import OURS, PdfDocument
from argmap.render.scene.card import Drawn
from argmap.render.scene.map import map_scene


def _pdf(map: Map = LIBRARY, **sheet: float) -> Picture:
    return render_map(map, REFERENCES, "pdf", sheet=Sheet(**sheet))


def _read(picture: Picture) -> PdfReader:
    return PdfReader(BytesIO(picture.content), strict=True)


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _drawn(picture: Picture) -> Iterator[tuple[str, float]]:
    """Each piece of text that is drawn, and its x in points."""
    found: list[tuple[str, float]] = []
    _read(picture).pages[0].extract_text(
        visitor_text=lambda text, _, place, *__: found.append((text.strip(), place[4]))
    )
    return ((text, x) for text, x in found if text)


def test_the_page_is_as_large_as_the_picture():
    svg = render_map(LIBRARY, REFERENCES, "svg").content
    wide, high = (float(length) for length in svg.split('viewBox="0 0 ')[1].split('"')[0].split())
    reader = _read(_pdf())
    assert len(reader.pages) == 1
    assert (float(reader.pages[0].mediabox.width), float(reader.pages[0].mediabox.height)) == pytest.approx(
        (wide * 0.75, high * 0.75), abs=0.01
    )
    half = _read(_pdf(width=wide / 2)).pages[0].mediabox
    assert (float(half.width), float(half.height)) == pytest.approx((wide * 0.375, high * 0.375), abs=0.01)


def test_all_texts_are_text_in_the_order_of_the_cards():
    text = _words(_read(_pdf()).pages[0].extract_text())
    for one in LIBRARY.nodes.values():
        assert _words(one.text) in text
    assert text.startswith(_words(LIBRARY.title))
    for words in ("supports", "outweighed", "+TOGETHERWITH", "Moss&Reed2021,p.12"):
        assert words in text


def test_every_font_is_ours_and_embedded():
    fonts = _read(_pdf()).pages[0]["/Resources"]["/Font"].values()
    names = {font.get_object()["/BaseFont"] for font in fonts}
    assert {name.partition("+")[2] for name in names} == {"LiberationSans", "LiberationSansBold"}
    for font_ in fonts:
        (descendant,) = font_.get_object()["/DescendantFonts"]
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]


def test_chips_link_to_references_and_to_nothing_unsafe():
    reader = _read(_pdf())
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    hrefs = sorted(link["/A"]["/URI"] for link in links)
    assert hrefs == ["https://doi.org/10.1000/xyz(1)", "https://example.org/a?b=1&c=2"]
    page = reader.pages[0].mediabox
    for link in links:
        left, bottom, right, top = (float(side) for side in link["/Rect"])
        assert 0 < left < right < page.width
        assert 0 < bottom < top < page.height


def test_the_document_says_what_it_is():
    reader = _read(_pdf())
    assert reader.metadata.title == LIBRARY.title
    assert reader.metadata.author is None
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert f"<dc:identifier>{LIBRARY.id}</dc:identifier>" in xmp


def test_the_same_map_gives_the_same_bytes_with_and_without_fonts(monkeypatch: pytest.MonkeyPatch):
    here = _pdf()
    assert here.notice is None
    assert _pdf() == here
    monkeypatch.setattr(font, "folders", lambda: ())
    assert _pdf() == here


def test_parts_of_a_line_stand_where_the_direction_puts_them():
    drawn = list(_drawn(_pdf(make([node("a", "claim", "שלום (2015) עולם.")], lang="he"))))
    (year,) = (x for text, x in drawn if text == "2015")
    before = [x for text, x in drawn if "םולש" in text or "שלום" in text]
    after = [x for text, x in drawn if "םלוע" in text or "עולם" in text]
    assert max(after) < year < min(before)


def test_letters_keep_their_marks():
    map = make([node("a", "claim", "A")])
    figure, _ = map_figure(map_scene(map, Drawn(appearance_of(map), {}, {})))
    with closing(PdfDocument(figure, 0.75, Fonts())) as document:
        document.set_font(OURS, "", 10)
        document.set_text_shaping(use_shaping_engine=True)
        assert document.get_string_width("e\u0301") == document.get_string_width("é")


@pytest.mark.parametrize("text", ["{nb} of {nb}", "a\u00adb\u2011c \u200e(d)", "**bold** __under__", "\\(x) (("])
def test_texts_are_shown_as_they_are(text: str):
    shown = text.replace("\u00ad", "").replace("\u200e", "").replace("\u2011", "\u2010")
    assert _words(shown) in _words(_read(_pdf(make([node("a", "claim", text)]))).pages[0].extract_text())


def test_a_letter_that_no_font_has_is_shown_as_a_box(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(font, "folders", lambda: ())
    picture = _pdf(make([node("a", "claim", "A ☃ here")]))
    assert picture.notice == "Liberation Sans, the font that argmap carries, has no ☃: no font here has it"
    assert "A □ here" in _read(picture).pages[0].extract_text()


def test_a_page_is_never_longer_than_pdf_allows():
    picture = _pdf(width=100_000)
    page = _read(picture).pages[0].mediabox
    assert max(float(page.width), float(page.height)) == pytest.approx(14_400)
    assert "of its size" in picture.notice


def test_without_a_package_the_message_says_what_brings_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    assert _pdf().notice is None
    with pytest.raises(MissingExtraError, match="PDF needs the extra 'pdf'"):
        _pdf(make([node("a", "claim", "שלום")]))
    monkeypatch.setitem(sys.modules, "fpdf", None)
    with pytest.raises(MissingExtraError, match="PDF needs the extra 'pdf'"):
        _pdf()


def test_a_comparison_is_painted():
    text = _words(_read(render_comparison(SOWING, SOWING_MAPS, REFERENCES, "pdf")).pages[0].extract_text())
    for words in ("Warmsoil", "PARTLY", "NOTADDRESSED", "notaddressed", "PositionA·Town2023"):
        assert words in text
