"""Rules about where a statement stands in its source."""
