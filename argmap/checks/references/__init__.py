"""Rules about the bibliography and its use."""
