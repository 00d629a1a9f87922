"""Rules about the shape of an argument: ids, theses, grounds."""
