"""Text in the scripts of the world: clusters, lines, directions, and widths that a browser does not exceed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from needs import need
from strategies import HOSTILE

from argmap.render.typeset.clusters import clusters
from argmap.render.typeset.measure import BOX, clean, direction, shorten, width
from argmap.render.typeset.wrap import wrap_text

FAMILY, FLAG, WAVE, KEY = "👩\u200d👩\u200d👧\u200d👦", "🇫🇷", "👋🏽", "1\ufe0f\u20e3"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"

# The first article of the declaration of human rights, or a part of it, and what else a script is tried by.
TEXTS = {
    "Latin": "All human beings are born free and equal in dignity and rights, and endowed with reason and conscience.",
    "Vietnamese": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "decomposed": unicodedata.normalize("NFD", "Tất cả mọi người sinh ra đều được tự do; ähnlich, naïve, Ångström"),
    "Greek": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι. Πᾶς ἄνθρωπος φύσει τοῦ εἰδέναι ὀρέγεται.",
    "Cyrillic": "Все люди рождаются свободными и равными в своем достоинстве и правах. Ұлы ғылым әлемі өзгөртү.",
    "Armenian": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։",
    "Georgian": "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
    "Hebrew": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. בְּרֵאשִׁית בָּרָא אֱלֹהִים",
    "Arabic": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا.",
    "Persian": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند ۱۲۳۴",
    "Urdu": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
    "Thaana": "ހުރިހާ އިންސާނުން ވެސް އުފަންވަނީ، މިނިވަންކަމާއި، ކަރާމަތުގައި ހަމަހަމަ",
    "Devanagari": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "Bengali": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "Tamil": "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்.",
    "Telugu": "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును జన్మతః స్వతంత్రులును సమానులును నగుదురు.",
    "Malayalam": "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചവരാണ്.",
    "Thai": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม น้ำ",
    "Lao": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ ສິດທິ ເສລີພາບ ແລະ ຄວາມສະເໝີພາບເທົ່າທຽມກັນ",
    "Khmer": "មនុស្សទាំងអស់កើតមកមានសេរីភាព និងសមភាពក្នុងសេចក្ដីថ្លៃថ្នូរ និងសិទ្ធិ។",
    "Burmese": "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။",
    "Tibetan": "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌།",
    "Amharic": "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።",
    "Chinese": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。「引用」《书名》",
    "Japanese": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。コンピューター ｶﾅ",
    "Korean": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "mixed": "使用Python语言编写的argument mapping工具（GitHub）发布于2024年，価格は￥100、50%です。",
    "emoji": f"Good 😀😂🎉🚀 {FAMILY} {FLAG}{WAVE} {KEY} {SCOTLAND} ❤️☺️✈️ 🏳️\u200d🌈 👨🏽\u200d🚀 bad",
    "signs": "→⇒∀∃∈∅≤≥⊂⊃∧∨¬☐☑☒★☆♠♥①②③■□▲△◆◇○●◎ ℝℂ⅓",
}
RANGES = [
    *((0x20, 0x7E), (0xC0, 0x17F), (0x300, 0x36F), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x900, 0x97F), (0xC80, 0xCFF)),
    *((0xE00, 0xE5B), (0xE80, 0xEDF), (0x1000, 0x1059), (0x1100, 0x11FF), (0x1780, 0x17F9), (0x2010, 0x205E)),
    *((0x2190, 0x21FF), (0x2600, 0x26FF), (0x3000, 0x30FF), (0x4E00, 0x4E20), (0xA960, 0xA97C), (0xAC00, 0xAC40)),
    *((0xD7B0, 0xD7FB), (0xFE0E, 0xFE0F), (0xFF00, 0xFFEF), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF), (0x1F600, 0x1F64F)),
]
KINDS = st.sampled_from(
    [" ", "-", "\u200d", "\u200b", "\u00a0", "\ufe0f", "\u094d", "\u202e", "\u2067", "\u2069", FAMILY]
)
LETTERS = KINDS | st.one_of([st.characters(min_codepoint=first, max_codepoint=last) for first, last in RANGES])
UNICODE = (
    st.lists(LETTERS, max_size=60).map("".join) | st.text(max_size=200) | st.sampled_from([*HOSTILE, *TEXTS.values()])
)


def seen(text: str) -> list[str]:
    """The clusters of a text that are not spaces."""
    return [cluster for cluster in clusters(text) if cluster != " "]


@given(UNICODE, st.floats(1, 400), st.booleans())
@example("a \u0301b", 5, True)
def test_lines_hold_what_the_text_holds_and_fit(text: str, room: float, balance: bool):
    lines = wrap_text(text, 12.5, room, "bold", balance=balance)
    assert [cluster for line in lines for cluster in seen(line)] == seen(clean(text))
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width(line, 12.5, "bold") <= room + 1e-5 or len(clusters(line)) == 1 for line in lines)
    assert all(line == line.strip(" ") != "" for line in lines)
    for line in lines:
        if clean(line) == line:  # an isolate may begin in one line and end in another
            assert wrap_text(line, 12.5, room, "bold", balance=balance) == [line]


@given(UNICODE, st.floats(20, 400), st.integers(1, 4))
def test_no_more_lines_than_wanted_and_each_fits(text: str, room: float, most: int):
    lines, whole = wrap_text(text, 10, room, most=most), wrap_text(text, 10, room)
    assert lines == whole if len(whole) <= most else len(lines) == most
    assert all(width(line, 10) <= room + 1e-5 or len(clusters(line)) == 1 for line in lines)
    assert len(whole) <= most or lines[-1].endswith("…")
    assert len(whole) == len(wrap_text(text, 10, room, balance=False))


@given(UNICODE, st.floats(20, 100))
def test_a_shortened_text_fits_and_ends_between_clusters(text: str, room: float):
    short = shorten(text, 10, room)
    assert width(short, 10) <= room
    kept = clusters(short.removesuffix("…"))
    if width(clean(text), 10) <= room:
        assert short == clean(text)
    else:
        assert short.endswith("…")
        assert kept == clusters(clean(text))[: len(kept)]


@given(UNICODE)
def test_clusters_are_the_text_and_stand_by_themselves(text: str):
    found = clusters(text)
    assert "".join(found) == text
    assert all(clusters(cluster) == [cluster] for cluster in found)
    assert width(text, 1000) == pytest.approx(sum(width(cluster, 1000) for cluster in found))


@given(UNICODE)
def test_what_is_clean_stays_so_and_reorders_nothing_beside_it(text: str):
    once = clean(text)
    assert clean(once) == once
    assert not set("\u202a\u202b\u202c\u202d\u202e") & set(once)
    depth = 0
    for char in once:
        depth += {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    "cluster",
    [
        *(FAMILY, FLAG, WAVE, KEY, SCOTLAND, "❤️\u200d🔥", "👨🏽\u200d🚀", "e\u0301\u0323", "か\u3099", "ﾊﾟ"),
        *("क्षि", "स्त्री", "ക്ഷ", "ក្ដី", "က္ကို", "กำ", "ที่", "เก", "น้ำ", "བརྒྱུ"[1:], "각", "각\u11a8", "\u0600١"),
    ],
)
def test_what_is_never_broken(cluster: str):
    assert clusters(cluster) == [cluster]
    assert wrap_text(f"a {cluster * 3}", 10, 1) == ["a", *[cluster] * 3]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("🇫🇷🇩🇪🇯", ["🇫🇷", "🇩🇪", "🇯"]),
        ("😀😀\u200d", ["😀", "😀\u200d"]),
        ("a\u200d😀", ["a\u200d", "😀"]),
        ("க்க", ["க்", "க"]),
        ("가나", ["가", "나"]),
        (" \u0301", [" ", "\u0301"]),
        ("ab", ["a", "b"]),
        ("", []),
    ],
)
def test_what_is_a_cluster_of_its_own(text: str, parts: list[str]):
    assert clusters(text) == parts


def test_a_hostile_cluster_has_an_end():
    for text in ("a" + "\u0301" * 1000, "😀\u200d" * 500, "क्" * 500):
        assert max(map(len, clusters(text))) <= 32


def test_an_emoji_is_as_wide_as_an_emoji_whatever_it_is_made_of():
    for emoji in (FLAG, WAVE, KEY, SCOTLAND, "😀", "❤️", "👨🏽\u200d🚀"):
        assert width(emoji, 100) == pytest.approx(140, abs=0.1)
    assert width(FAMILY, 100) == pytest.approx(180, abs=0.1)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("漢字漢字漢字", 30, ["漢字漢", "字漢字"]),
        ("漢字漢字漢字漢", 30, ["漢字漢", "字漢字", "漢"]),
        ("漢字、漢字。", 20, ["漢", "字、", "漢", "字。"]),  # nothing that closes begins a line
        ("漢字「漢」字", 30, ["漢字", "「漢」", "字"]),  # nothing that opens ends one
        ("ああっああー", 21, ["あ", "あっ", "あ", "あー"]),  # nor does small kana or a long vowel begin one
        ("漢字漢……字", 30, ["漢字", "漢……", "字"]),
        ("中文Latin中文", 34, ["中文", "Latin中", "文"]),  # a Latin word stays whole
        ("価格￥100だ", 32, ["価格", "￥100", "だ"]),
        ("五十50%五", 30, ["五十", "50%", "五"]),
        ("한국어 한국어", 40, ["한국어", "한국어"]),
        ("漢\u2060字", 10, ["漢\u2060", "字"]),  # a joiner holds if it can
        ("漢\u00a0字漢", 24, ["漢\u00a0字", "漢"]),
        ("漢字漢\u2060字", 31, ["漢字", "漢\u2060字"]),
        ("漢　字", 20, ["漢　", "字"]),
        ("「「「「", 20, ["「「", "「「"]),
        ("word\u200bword", 25, ["word\u200b", "word"]),
    ],
)
def test_kinsoku(text: str, room: float, lines: list[str]):
    assert wrap_text(text, 10, room, balance=False) == lines


def test_thai_breaks_within_a_phrase_only_if_it_must():
    phrase = "มนุษย์ทั้งหลาย"
    room = width(phrase, 10)
    assert wrap_text(f"{phrase} {phrase}", 10, room + 20) == [phrase, phrase]
    broken = wrap_text(phrase, 10, room / 3)
    assert len(broken) >= 3
    assert not [line for line in broken if line[0] in "ะาำัิีึืุู่้์"]


def test_hebrew_and_arabic_are_about_as_wide_as_they_are():
    assert width("שלום", 10) < 27
    assert width("السلام عليكم", 10) < 85


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("", "ltr"),
        ("12: -", "ltr"),
        ("abc שלום", "ltr"),
        ("123 שלום abc", "rtl"),
        ("(سلام)", "rtl"),
        ("\u2067שלום\u2069 abc", "ltr"),  # an isolate is passed over
        ("\u2066abc\u2069 שלום", "rtl"),
        ("\u2066\u2067abc\u2069 abc\u2069 שלום", "rtl"),
        ("\u2067abc", "ltr"),
        ("\u2069שלום", "rtl"),
        ("\u200f- abc", "rtl"),
        ("漢字", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_strong_character(text: str, way: str):
    assert direction(text) == way


def test_nothing_is_left_open_that_would_reorder_what_follows():
    assert clean("a \u202eb\u202c c\u202d") == "a b c"
    assert clean("\u202b\u202a") == ""
    assert clean("a\u2067b") == clean("a\u2069b") == "ab"
    assert clean("a \u2067b\u2069 c\u2069") == "a \u2067b\u2069 c"
    assert clean("\u2066\u2067b\u2069") == "\u2067b\u2069"
    assert clean("a\u200f \u200eb") == "a\u200f \u200eb"


MEASURE = """([size, weight, lines]) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  document.body.append(svg);
  const found = lines.map((line) => {
    const text = document.createElementNS(svg.namespaceURI, 'text');
    text.setAttribute('style', 'white-space:pre;text-rendering:geometricPrecision;'
      + `font:${weight} ${size}px Arial, "Liberation Sans", Helvetica, sans-serif`);
    text.textContent = line;
    svg.append(text);
    return text.getComputedTextLength();
  });
  svg.remove();
  return found;
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[object]:
    chromium = need("chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the program playwright: install it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content("<!doctype html><meta charset=utf-8>")
        yield page
        browser.close()


@pytest.mark.parametrize("script", TEXTS)
@pytest.mark.parametrize("face", ["regular", "bold"])
def test_no_line_is_wider_in_a_browser(page, script: str, face: str):
    lines = wrap_text(TEXTS[script], 13, 198, face)
    weight = {"regular": "normal"}.get(face, face)
    box, *letters = page.evaluate(MEASURE, [13, weight, ["\u0378", *{each for each in TEXTS[script] if each > "~"}]])
    if box > BOX * 13 and box in letters:
        pytest.skip("no font here has all these letters, and the boxes in their place are wider than those counted")
    shown = page.evaluate(MEASURE, [13, weight, lines])
    assert min(shown) > 0
    for line, wide in zip(lines, shown, strict=True):
        assert wide <= width(line, 13, face) + 0.1, line
