"""Rules about what an author is committed to."""
