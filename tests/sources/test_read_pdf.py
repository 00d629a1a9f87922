"""Reading PDF files: paragraphs with their pages, divided words, and files that are broken, locked or hostile."""

import io
import sys
import zlib

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from plain_text import plain
from pypdf import PdfReader, PdfWriter

from argmap.render.painters.fonts.font import FILES
from argmap.sources.read import Paragraph, SourceError, paragraphs, pdf


def written(*pages: str, font: str = "Times") -> bytes:
    """A PDF of these pages, whose lines are as they are given."""
    document = FPDF()
    document.set_font(font, size=12)
    for page in pages:
        document.add_page()
        for number, line in enumerate(page.split("\n")):
            if line:
                document.text(20, 20 + 6 * number, line)
    return bytes(document.output())


def raw(content: bytes, *, resources: bytes = b"", more: tuple[bytes, ...] = (), kids: bytes = b"3 0 R") -> bytes:
    """A PDF of one page with a content stream, and more objects from number 6 on."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
        + resources
        + b">>>>",
        b"<</Filter/FlateDecode/Length " + str(len(packed)).encode() + b">>stream\n" + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        *more,
    ]
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += str(number).encode() + b" 0 obj\n" + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = str(len(objects) + 1).encode()
    return (
        body
        + b"xref\n0 "
        + size
        + b"\n0000000000 65535 f \n"
        + table
        + b"trailer\n<</Root 1 0 R/Size "
        + size
        + b">>\n"
        b"startxref\n" + str(len(body)).encode() + b"\n%%EOF"
    )  # fmt: skip


def test_paragraphs_come_with_the_pages_they_begin_on():
    first = "The first paragraph of this file runs over two\nlines of it.\n"
    second = "The second one does so as well, and it runs\non. And here on."
    assert paragraphs(written(f"A heading\n\n{first}{second}", "The next page."), "pdf") == [
        Paragraph("A heading", "1"),
        Paragraph("The first paragraph of this file runs over two lines of it.", "1"),
        Paragraph("The second one does so as well, and it runs on. And here on.", "1"),
        Paragraph("The next page.", "2"),
    ]


def test_pages_are_called_as_they_are_printed():
    writer = PdfWriter(clone_from=io.BytesIO(written("One.", "Two.", "Three.")))
    writer.set_page_label(0, 0, style="/r", start=4)
    writer.set_page_label(1, 2, style="/D", start=123)
    file = io.BytesIO()
    writer.write(file)
    assert [(one.page, one.text) for one in paragraphs(file.getvalue(), "pdf")] == [
        ("iv", "One."), ("123", "Two."), ("124", "Three."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("the govern-\nment paid", "the government paid"),
        ("the well-\nknown mayor of a well-known city", "the well-known mayor of a well-known city"),
        ("the al-\nAbadi plan", "the al-Abadi plan"),
        ("in 2019-\n2020 and", "in 2019-2020 and"),
        ("the govern\u00ad\nment paid", "the government paid"),
        ("it ended -\nas it began", "it ended - as it began"),
        ("co-\noperate, cooperate, co-operate", "cooperate, cooperate, co-operate"),
    ],
)
def test_words_that_a_line_end_divides_are_joined(lines, text):
    assert [one.text for one in paragraphs(written(lines, font="Helvetica"), "pdf")] == [text]


def test_ligatures_are_read_as_letters():
    document = FPDF()
    document.add_page()
    document.add_font("own", fname=str(next(iter(FILES.values()))))
    document.set_font("own", size=12)
    document.text(20, 20, "the ﬁrst ﬂag")
    assert plain(bytes(document.output()), "pdf") == "the first flag"


def test_halves_of_letters_are_replaced():
    """A font that maps its letters to surrogates, one pair and one half."""
    unicode = (
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange"
        b" 2 beginbfchar <78> <D83DDE80> <79> <D83D> endbfchar endcmap"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 7 0 R>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(unicode), unicode)
    page = raw(b"BT /G 9 Tf (xay) Tj ET", resources=b"/Font<</G 6 0 R>>", more=(font, stream))
    assert plain(page.replace(b"/Font<</F 5 0 R>>", b" " * 17, 1), "pdf") == "🚀a\ufffd"


def test_a_page_without_text_has_no_paragraph_and_a_file_without_says_why():
    assert [one.page for one in paragraphs(written("", "x"), "pdf")] == ["2"]
    with pytest.raises(SourceError, match=r"has no text, as scans have none; run text recognition \(OCR\)"):
        paragraphs(written(""), "pdf")


def locked(password: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written("Text."))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_file_with_a_password_is_refused_and_one_that_only_forbids_printing_is_read():
    with pytest.raises(SourceError, match="the PDF is encrypted; save a copy of it without a password"):
        paragraphs(locked("secret"), "pdf")
    assert plain(locked(""), "pdf") == "Text."


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: b"", "is broken"),
        (lambda: b"%PDF-1.7", "is broken"),
        (lambda: b"no pdf", "is broken"),
        (lambda: bytes(1000), "is broken"),
        (lambda: written("Text.")[:300], "is broken"),
        (lambda: raw(b"BT /F 9 Tf (x) Tj ET", kids=b"2 0 R"), "is broken"),
        (lambda: raw(b" " * 300_000_000), "has more on its pages"),
        (lambda: raw(b"[" * 2_000_000), "is broken"),
        (lambda: raw(b"(x) Tj " * 300_000), "has more on its pages"),
        (lambda: raw(b"BT ET", kids=b"3 0 R " * 3_000), "more than the 2000 pages"),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_gives_one_error(made, message):
    with pytest.raises(SourceError, match=message):
        paragraphs(made(), "pdf")


def test_the_work_on_a_file_is_bounded(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_OPERATORS", 1_000)
    page = raw(b"BT /F 9 Tf " + b"(x) Tj " * 900 + b"ET")
    assert plain(page, "pdf") == "x" * 900
    with pytest.raises(SourceError, match="has more on its pages than is read; save those of the article"):
        paragraphs(raw(b"BT /F 9 Tf " + b"(x) Tj " * 1_000 + b"ET"), "pdf")


def test_forms_that_call_one_another_end(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_OPERATORS", 1_000)
    call = b"/X Do " * 10
    forms = tuple(
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>/Length 60>>"
        b"stream\n%s\nendstream" % (7 + number, call)
        for number in range(20)
    )
    with pytest.raises(SourceError, match="has more on its pages"):
        paragraphs(raw(b"BT /F 9 Tf (x) Tj ET " + call, resources=b"/XObject<</X 6 0 R>>", more=forms), "pdf")


@given(st.data())
def test_a_file_with_broken_bytes_is_read_or_refused(data):
    content = bytearray(written("Some text.\nMore of it."))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = paragraphs(bytes(content), "pdf")
    except SourceError:
        return
    assert all(one.text.encode() and one.page for one in found)


def test_nothing_is_printed_for_a_broken_file(capfd):
    with pytest.raises(SourceError):
        paragraphs(written("Text.")[:300], "pdf")
    assert "pypdf" in sys.modules
    assert capfd.readouterr() == ("", "")
