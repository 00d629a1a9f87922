"""Text, measured and broken into lines."""
