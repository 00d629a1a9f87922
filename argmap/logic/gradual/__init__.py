"""Gradual strength: how far an argument holds, between 0 and 1, and what moves that."""
