"""Scenes: what to draw, measured, in a theme and in the words of a language."""
