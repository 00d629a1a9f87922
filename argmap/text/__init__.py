"""YAML with positions, spans, normalising and suggesting: what is known about text files and not about maps."""
