"""Hypothesis strategies: formulas over a few atoms."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.logic.formulas.formula import Formula, parse

_texts = st.recursive(
    st.sampled_from(["a", "b", "c", "d", "true", "false"]),
    lambda inner: (
        st.builds("not ({})".format, inner)
        | st.builds("({}) {} ({})".format, inner, st.sampled_from(["and", "or", "->", "<->"]), inner)
    ),
    max_leaves=6,
)
formulas: st.SearchStrategy[Formula] = _texts.map(parse)
