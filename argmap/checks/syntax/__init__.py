"""Rules about the spelling of a file; the loader finds what they are about."""
