"""The words on a figure, language by language."""

import re
import tomllib

import pytest
from needs import REPOSITORY

from argmap.model import Date
from argmap.render.scene.words import UnknownLanguageError, date_words, languages, words, words_of

FILES = {path.stem: path for path in (REPOSITORY / "argmap/render/scene/languages").glob("*.toml")}


def texts(tag: str) -> dict[str, str]:
    data = tomllib.loads(FILES[tag].read_text("utf-8"))
    return {f"{section}.{key}": text for section, part in data.items() for key, text in part.items()}


@pytest.mark.parametrize("tag", FILES)
def test_a_language_has_the_keys_and_places_of_english(tag):
    english, own = texts("en"), texts(tag)
    assert own.keys() <= english.keys()
    # What is left out is taken from English, which only signs and plain orders of day, month and year may be.
    assert english.keys() - own.keys() <= {"mark.rephrases", "date.day", "date.month"}
    places = re.compile(r"\{\w+\}")
    assert {key: sorted(places.findall(text)) for key, text in own.items()} == {
        key: sorted(places.findall(english[key])) for key in own
    }


def test_a_language_is_known_by_what_its_tag_begins_with():
    assert words("de-AT").lang == words("DE_de").lang == "de"
    assert words_of("tlh").lang == words_of(None).lang == "en"
    assert set(languages()) == set(FILES)
    with pytest.raises(UnknownLanguageError, match="no words for the language 'tlh'; there are ar, de, en"):
        words("tlh")
    with pytest.raises(UnknownLanguageError):
        words("../en")


@pytest.mark.parametrize(
    ("date", "english", "german", "spanish"),
    [
        ("2014-06-10", "10 June 2014", "10. Juni 2014", "10 de junio de 2014"),
        ("2014-06", "June 2014", "Juni 2014", "junio de 2014"),
        ("2014", "2014", "2014", "2014"),
        ("2014-23~", "about autumn 2014", "um Herbst 2014", "hacia otoño de 2014"),
        ("2014?", "perhaps 2014", "vielleicht 2014", "quizá 2014"),
        ("2006-01/2014", "January 2006–2014", "Januar 2006–2014", "enero de 2006–2014"),
        ("2003/..", "since 2003", "seit 2003", "desde 2003"),
        ("../2003", "until 2003", "bis 2003", "hasta 2003"),
        ("201X", "2010s", "2010er", "años 2010"),
        ("-0044-03-15", "15 March 0044 BC", "15. März 0044 v. Chr.", "15 de marzo de 0044 a. C."),
    ],
)
def test_dates_as_readers_write_them(date, english, german, spanish):
    said = [date_words(Date(date=date), words(lang)).replace("\u00a0", " ") for lang in ("en", "de", "es")]
    assert said == [english, german, spanish]
