"""References for other programs: CSL-JSON, RIS and BibTeX."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import jsonschema
import pytest
import rispy
from needs import REPOSITORY

from argmap.bibliography import read
from argmap.bibliography.inherit import entries
from argmap.citations.exports import bibtex, csl_json, ris
from argmap.citations.item import item

FILES = (REPOSITORY / "references.bib", REPOSITORY / "tests/citations/golden/references.bib")
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
# Its wheel holds the schema as a file, and needs none of its dependencies for that.
PACKAGE = "commonmeta-py"

ODD = r"""
@article{odd, author = {van der Berg, Jr., {\"O}zg{\"u}r and {Acme, Inc.} and others},
  title = {On {mRNA} \emph{in vivo}},
  journal = {J}, year = 2001, month = feb, volume = 3, number = {4--5}, pages = {10--12, 15}, note = {N}, issn = {1}}
@book{open, title = {T}, date = {2020/..}, urldate = {2021-02-03}, url = {https://example.org/}, isbn = {2}}
@book{range, title = {T}, date = {2020-02/2021}, editor = {A, B}, translator = {C, D}}
@misc{season, title = {T}, date = {2020-22~}}
@misc{words, title = {T}, year = {in press}}
@xdata{lent, publisher = {P}}
@unheard{of, title = {T}}
"""


def items(text):
    return [item(entry) for entry in entries(read(text, "x.bib"), None)]


def data(text):
    return json.loads(csl_json.write(items(text)))


def test_csl_json_is_what_its_schema_says():
    try:
        file = distribution(PACKAGE).locate_file("commonmeta/resources/csl-data.json")
    except PackageNotFoundError:
        pytest.skip(f"needs {PACKAGE}, which ships the schema: pip install --no-deps {PACKAGE}==0.312")
    schema = json.loads(Path(file).read_text(encoding="utf-8"))
    found = data(TEXT + ODD)
    assert len(found) > 50
    jsonschema.Draft7Validator(schema).validate(found)


def test_csl_json_keeps_names_dates_and_marks():
    odd, opened, ranged, season, words, unheard = data(ODD)
    assert odd["author"] == [
        {"family": "Berg", "given": "Özgür", "non-dropping-particle": "van der", "suffix": "Jr."},
        {"literal": "Acme, Inc."},
        {"literal": "others"},
    ]
    assert odd["title"] == 'On <span class="nocase">mRNA</span> <i>in vivo</i>'
    assert (odd["issued"], odd["page"], odd["issue"]) == ({"date-parts": [[2001, 2]]}, "10-12, 15", "4–5")
    assert (opened["issued"], opened["accessed"]) == ({"literal": "2020–"}, {"date-parts": [[2021, 2, 3]]})
    assert ranged["issued"] == {"date-parts": [[2020, 2], [2021]]}
    assert season["issued"] == {"date-parts": [[2020]], "season": 2, "circa": True}
    assert words["issued"] == {"literal": "in press"}
    assert unheard["type"] == "document"


def test_ris_is_read_back_as_it_was():
    expected = items(TEXT)
    found = rispy.loads(ris.write(expected))
    assert len(found) == len(expected)
    for back, one in zip(found, expected, strict=True):
        assert back["id"] == one.key
        assert back["title"] == "".join(run.text for run in one.title)
        assert back.get("year", "") == (one.issued.years if one.issued.start else "")
        assert [name.partition(",")[0] for name in back.get("authors", [])] == [
            person.surname for person in one.authors.names
        ]
        assert back.get("publisher", "") == one.publisher
        assert back.get("doi", "") == one.doi
        assert back.get("urls", [""])[0] == one.url
        assert back.get("volume", "") == one.volume
        assert back.get("start_page", "") == one.pages.partition("–")[0]


def test_ris_lets_no_value_begin_a_line_of_its_own():
    title = "One\nER  - \nTY  - BOOK\u2028AU  - Eve\u0085TI  - Two"
    text = f"@misc{{a, title = {{{title}}}, author = {{{{B\rER  - }}}}, url = {{javascript:x}}}}"
    found = rispy.loads(ris.write(items(text)))
    assert [sorted(entry) for entry in found] == [["authors", "id", "title", "type_of_reference"]]
    assert found[0]["title"] == "One ER - TY - BOOK AU - Eve TI - Two"


def test_bibtex_has_types_and_fields_of_1988_and_the_same_works():
    original = read(TEXT, "x.bib")
    back = read(bibtex.write(entries(original, None)), "y.bib")
    assert not back.faults
    assert list(back.entries) == list(original.entries)
    types = {
        *("article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual"),
        *("mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished"),
    }
    assert {entry.type for entry in back.entries.values()} <= types
    for key, entry in back.entries.items():
        assert not {"date", "journaltitle", "location", "langid", "annotation", "subtitle"} & set(entry.fields)
        assert item(entry).issued.years == item(original.entries[key]).issued.years


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "@online{k, title={T}, organization={{B}}, url={https://x.org/a_b}, date={2020-05-06}, "
            "urldate={2021-01-02}}",
            "@misc{k,\n  author = {{B}},\n  title = {T},\n  howpublished = {\\url{https://x.org/a_b}},\n"
            "  note = {Accessed 2021-01-02},\n  year = {2020},\n  month = may,\n}\n",
        ),
        (
            "@report{k, author={A}, title={T}, type={techreport}, number={7}, institution={I}, location={L}}",
            "@techreport{k,\n  author = {A},\n  title = {T},\n  institution = {I},\n  address = {L},\n"
            "  number = {7},\n}\n",
        ),
        (
            "@thesis{k, title={Größe}, subtitle={S}, type={mathesis}, institution={I}, date={2001/2003}}",
            "@mastersthesis{k,\n  title = {Größe: S},\n  school = {I},\n  year = {2001--2003},\n}\n",
        ),
        ("@book{k, title={T}, edition={2}}", "@book{k,\n  title = {T},\n  edition = {Second},\n}\n"),
        ("@jurisdiction{k, title={A v. B}, number={5}}", "@misc{k,\n  title = {A v. B},\n  note = {5},\n}\n"),
    ],
)
def test_bibtex_puts_what_it_lacks_where_it_is_printed(entry, expected):
    assert bibtex.write(read(entry, "x.bib").entries.values()) == expected


def test_bibtex_of_nothing_is_empty():
    assert bibtex.write([]) == ""
