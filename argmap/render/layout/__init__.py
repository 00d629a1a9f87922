"""Layouts: where everything goes, which makes a figure of a scene."""
