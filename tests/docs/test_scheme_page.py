"""The page of the schemes is what their data give."""

from __future__ import annotations

from needs import REPOSITORY
from scheme_page import scheme_page

from argmap.schemes import names, scheme

PAGE = REPOSITORY / "docs" / "schemes.md"


def test_the_page_is_what_make_docs_would_write() -> None:
    assert PAGE.read_text(encoding="utf-8") == scheme_page(), "'make docs' would write it otherwise"


def test_every_scheme_stands_on_it_with_its_premises_and_questions() -> None:
    sections = {part.partition("\n")[0]: part for part in scheme_page().split("\n### ")[1:]}
    assert sorted(sections) == names()
    for name, section in sections.items():
        found = scheme(name)
        assert found is not None
        assert [role for role in found.premises if f"- Premise `{role}`" not in section] == []
        assert [id for id in found.questions if f"- `{id}` (" not in section] == []
