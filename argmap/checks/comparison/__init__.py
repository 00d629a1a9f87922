"""Rules about maps side by side."""
