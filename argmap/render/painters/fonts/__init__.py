"""The font that PNG and PDF are painted in, and what else is needed for letters that it lacks."""
