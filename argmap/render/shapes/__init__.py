"""Shapes: the display list that a figure becomes, from back to front, which every painter follows."""
