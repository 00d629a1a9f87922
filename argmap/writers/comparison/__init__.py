"""A comparison as text, one format a file."""
