"""Formulas of propositional logic: what they say together, and which cannot be true together."""
