"""Reading the files of articles: text, Markdown and HTML."""

import codecs

import pytest
from depth import at_most
from hypothesis import given
from hypothesis import strategies as st
from plain_text import plain

from argmap.sources import SourceText
from argmap.sources.read import KINDS, MOST_BYTES, Paragraph, SourceError, paragraphs
from argmap.sources.read.markdown import MOST_BYTES as MOST_MARKDOWN


@pytest.mark.parametrize(
    "content",
    [
        "Ää.\nB\n\nC".encode(),
        codecs.BOM_UTF8 + "Ää.\nB\n\nC".encode(),
        codecs.BOM_UTF16_LE + "Ää.\nB\n\nC".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Ää.\nB\n\nC".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Ää.\nB\n\nC".encode("utf-32-le"),
        "\n Ää.\r\nB\r\n \t\r\n\r\nC\r\n".encode(),
        "Ää.\rB\r\rC".encode(),
    ],
)
def test_text_is_read_in_unicode_and_its_lines_kept(content):
    assert plain(content, "text") == "Ää.\nB\n\nC"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "a\nb “c”".encode("cp1252"),
            "the file is not UTF-8: the byte 0x93 in line 2 belongs to no letter; save it as UTF-8",
        ),
        (codecs.BOM_UTF8 + b"\xff", "the file is not UTF-8: the byte 0xff in line 1"),
        (codecs.BOM_UTF16_LE + b"a", "the file is not UTF-16-LE: the byte 0x61"),
        (
            "abc".encode("utf-16-le"),
            "the file has null characters, so it is not text (or UTF-16 without a mark)",
        ),
        (b"\xed\xa0\xbd", "the file is not UTF-8"),
    ],
)
@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_what_is_not_unicode_is_refused_with_its_place(kind, content, message):
    with pytest.raises(SourceError) as error:
        plain(content, kind)
    assert str(error.value).startswith(message)


def test_nothing_is_no_paragraph():
    assert [paragraphs(b" \n\n", kind) for kind in ("text", "markdown", "html")] == [[], [], []]


@pytest.mark.parametrize("kind", sorted(set(KINDS.values())))
def test_a_file_that_is_too_large_is_refused(kind):
    with pytest.raises(SourceError, match="larger than the 50 MB that are read"):
        plain(bytes(MOST_BYTES + 1), kind)


def test_an_unknown_kind_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no kind of source files 'errors'"):
        plain(b"", "errors")


MARKDOWN = """\
---
title: Not text
---
# A *title* with `code`

Some **bold
text** with [a _link_](https://example.org/x "title"), ![a picture](x.png) &amp; an <b>inline</b> tag.\\
<https://example.org>

Heading two
-----------

- one
- two

  more of two
  1. three

> a quote

| a | b |
|---|---|
| c | ~~d~~ |

<div class="x">raw <i>HTML</i></div>
<script>no()</script>

    code  as
     it stands

***
[x]: https://example.org/reference
5 * 3 * 2 snake_case_word
"""


def test_markdown_keeps_the_text_and_drops_the_marks():
    assert plain(MARKDOWN.encode(), "markdown").split("\n\n") == [
        "A title with code",
        "Some bold text with a link, & an inline tag.\nhttps://example.org",
        "Heading two",
        "one",
        "two",
        "more of two",
        "three",
        "a quote",
        "a", "b", "c", "d",
        "raw HTML",
        "code  as\n it stands",
        "5 * 3 * 2 snake_case_word",
    ]  # fmt: skip


def test_front_matter_without_an_end_is_text():
    assert plain(b"---\nA\n\nB", "markdown") == "A\n\nB"


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("![", ["![" * 5_000, "x"]),
        ("[a](", ["[a](" * 5_000, "x"]),
        ("*a_ ", [("*a_ " * 5_000).strip(), "x"]),
        ("`", ["x"]),
        ("> ", ["x"]),
        ("<a ", [("<a " * 5_000).strip(), "x"]),
        ("<!--", []),
        ("- a\n", [*["a"] * 5_000, "x"]),
        ("|a|\n|-|\n", ["a", *["a", "-"] * 4_999, "x"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_markdown_of_many_marks_is_read_soon(unit, shown):
    with at_most(5):
        assert plain((unit * 5_000 + "\n\nx").encode(), "markdown") == "\n\n".join(shown)


def test_markdown_that_would_take_long_is_refused():
    with pytest.raises(SourceError, match=r"larger than the 1 MB of Markdown that are read"):
        plain(bytes(MOST_MARKDOWN + 1), "markdown")


HEAD = "<!doctype html><html><head><meta charset=utf-8><title>Title</title><style>p{}</style></head>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One<p>t<b>w</b>o &amp; <i>three</i>", ["One", "two & three"]),
        ("<div>a<p>b</p>c</div>d", ["a", "b", "c", "d"]),
        ("<p>a\n\n b\t<!-- c -->d</p>", ["a b d"]),
        ("<p>a <br> b <br/> <br> c", ["a\nb", "c"]),
        ("<pre>a\n  b\n</pre><p>c  d", ["a\n  b", "c d"]),
        ("<h1>a</h1>b<ul><li>c<li>d<ul><li>e</ul></ul>", ["a", "b", "c", "d", "e"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
        (
            "<p>co<wbr>op so&shy;so a&nbsp;b &#8220;c&#x201D; &bogus; &lt;p&gt;",
            ["coop so\xadso a\xa0b “c” &bogus; <p>"],
        ),
        ("<nav>a</nav><script>b<p></script><template>c</template><noscript>d</noscript>e", ["e"]),
        ("<svg><text>a</text></svg><select><option>b</select><textarea>c</textarea><button>d</button>e", ["e"]),
        ("<p hidden>a<p>b<div hidden>c<p>d<div>e</div></div>f", ["b", "f"]),
        ("<p hidden>a<section>b</section>c", ["b", "c"]),
        ("<p style='color: red; DISPLAY : none'>a</p><b style='visibility:hidden'>b</b>c", ["c"]),
        ("<p style='--x-display:none'>a</p><dialog>b</dialog><dialog open>c</dialog>", ["a", "c"]),
        ("<header>a</header><main><p>b</main><footer>c</footer>", ["b"]),
        ("<main></main><p>a", ["a"]),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", ["漢字"]),
        ("<a href='https://example.org/x'>link</a> <img alt=no src=x> text", ["link text"]),
        ("a < b <3 &c; </ x > d", ["a < b <3 &c; d"]),
        ("</p></div></x>a", ["a"]),
        ("a<p", ["a"]),
    ],
)
def test_html_gives_what_its_readers_see(body, text):
    assert [paragraph.text for paragraph in paragraphs(f"{HEAD}<body>{body}".encode(), "html")] == text
    assert [paragraph.text for paragraph in paragraphs(body.encode(), "html")] == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("utf-8", "utf-8"),
     ("utf-16", "utf-8"), ("iso-8859-15", "iso8859-15")],
)  # fmt: skip
@pytest.mark.parametrize(
    "meta", ['<meta charset="{}">', "<META http-equiv=content-type content='text/html; charset={}'>"]
)
def test_the_charset_that_a_page_declares_is_honoured(meta, declared, encoding):
    assert plain(f"{meta.format(declared)}<p>Größe €".encode(encoding), "html") == "Größe €"


def test_a_mark_at_the_beginning_overrules_the_charset():
    assert plain(codecs.BOM_UTF8 + "<meta charset=windows-1252><p>Größe".encode(), "html") == "Größe"


@pytest.mark.parametrize("charset", ["klingon", "zlib", "utf-7", "unicode_escape", "punycode", "idna"])
def test_a_charset_that_is_not_read_is_named(charset):
    with pytest.raises(SourceError, match=f"declares the charset '{charset}', which is not read; save it as UTF-8"):
        plain(f"<meta charset={charset}><p>a".encode(), "html")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div>" * 100_000 + "x", "x"),
        ("<b>" * 100_000 + "x" + "</b>" * 100_000, "x"),
        ("x" + "<p hidden>" * 100_000, "x"),
        ("x" + "<a " * 100_000, "x"),
        ("x" + "<!--" * 100_000, "x"),
        ("x" + '<a b="' * 100_000, "x"),
        ("x" + "</a " * 100_000, "x"),
        ("<script>" + "</" * 100_000 + "</script>x", "x"),
        ("<!DOCTYPE html SYSTEM 'file:///etc/passwd'><p>&x;", "&x;"),
        ("<?xml version='1.0'?><x:y xmlns:x='z'><p>x</x:y>", "x"),
        ("x\x01\x0b\x7f", "x\x01\x0b\x7f"),
        ("&#xD83D;&#0;x", "\ufffd\ufffdx"),
        ("x" * 12_000_000, "x" * 12_000_000),
    ],
    ids=range(13),
)
def test_hostile_pages_are_read_like_others(page, text):
    assert plain(page.encode(), "html") == text


TAGS = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<p hidden>", "<pre>", "<br>",
    "<table><td>", "</table>",
]  # fmt: skip


@given(st.lists(st.sampled_from([*TAGS, "a", " b\n", "&amp;", "<", ">", "<!--", "-->"])))
def test_what_stands_after_any_tags_is_read(parts):
    """Hidden elements end with their parents, whatever is left open in them."""
    page = f"<div>{''.join(parts)}--></p></pre></table></div><section>end</section>"
    assert plain(page.encode(), "html").endswith("end")


@given(st.binary(max_size=200), st.sampled_from(["text", "markdown", "html"]))
def test_any_bytes_are_text_or_refused(content, kind):
    try:
        found = paragraphs(content, kind)
    except SourceError:
        return
    assert all(text.strip() == text and text.encode() and page is None for text, page in found)


@given(st.lists(st.text("ab <&*_é\n", min_size=1)))
def test_paragraphs_of_a_source_are_those_of_its_file(texts):
    found = paragraphs("\n\n".join(texts).encode(), "text")
    source = SourceText("article", plain("\n\n".join(texts).encode(), "text"))
    assert [source.text[start:end] for start, end in source.paragraphs] == [" ".join(one.text.split()) for one in found]
    assert all(isinstance(one, Paragraph) for one in found)
