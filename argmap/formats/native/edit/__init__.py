"""Changing a map file: operations on what it holds, as edits to its text that keep comments and layout."""
