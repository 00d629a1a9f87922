"""LaTeX in fields as plain text, and what its braces keep."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography.latex import Piece, decode, pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("plain", [Piece("plain")]),
        ("{US}-{Iraqi} relations", [Piece("US", True), Piece("-"), Piece("Iraqi", True), Piece(" relations")]),
        (r"B{\"o}rje {\L}ukasz \'{e}", [Piece("Börje Łukasz é")]),
        (r"\emph{in {Vivo}} x", [Piece("in ", italic=True), Piece("Vivo", True, True), Piece(" x")]),
        (r"\textbf{bold}", [Piece("bold")]),
        ("a { b", [Piece("a "), Piece(" b", True)]),
        ("a } b", [Piece("a  b")]),
        ("one -- two", [Piece("one – two")]),
    ],
)
def test_pieces(text, expected):
    assert pieces(text) == expected


@given(st.text(st.sampled_from("ab{}\\\"'~- emph"), max_size=60))
def test_pieces_together_are_the_plain_text(text):
    assert unicodedata.normalize("NFC", "".join(piece.text for piece in pieces(text))) == decode(text)
