"""Citing: short labels and addresses of references, and exports of bibliographies."""
