"""Our own layout for large maps: tidy trees, cut into pieces, and the pieces packed."""
