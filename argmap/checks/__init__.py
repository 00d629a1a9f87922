"""Checks: one rule a file, found by a registry; each a pure function from the graph to problems with a place."""
