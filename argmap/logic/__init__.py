"""Abstract argumentation: what can be accepted together, over plain graphs and without maps."""
