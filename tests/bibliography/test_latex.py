"""LaTeX in fields as plain text, and what its braces keep."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography.latex import LatexPiece, decode, pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("plain", [LatexPiece("plain")]),
        (
            "{US}-{Iraqi} relations",
            [LatexPiece("US", True), LatexPiece("-"), LatexPiece("Iraqi", True), LatexPiece(" relations")],
        ),
        (r"B{\"o}rje {\L}ukasz \'{e}", [LatexPiece("Börje Łukasz é")]),
        (r"\emph{in {Vivo}} x", [LatexPiece("in ", italic=True), LatexPiece("Vivo", True, True), LatexPiece(" x")]),
        (r"\textbf{bold}", [LatexPiece("bold")]),
        ("a { b", [LatexPiece("a "), LatexPiece(" b", True)]),
        ("a } b", [LatexPiece("a  b")]),
        ("one -- two", [LatexPiece("one – two")]),
    ],
)
def test_pieces(text, expected):
    assert pieces(text) == expected


@given(st.text(st.sampled_from("ab{}\\\"'~- emph"), max_size=60))
def test_pieces_together_are_the_plain_text(text):
    assert unicodedata.normalize("NFC", "".join(piece.text for piece in pieces(text))) == decode(text)
