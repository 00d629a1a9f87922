"""References as readers see them, one citation style a file."""
