"""Addresses that are safe to link to."""

from __future__ import annotations

import re

# No space, no control, nothing that turns the direction of what follows, nothing that XML forbids.
_PLAIN = r"[^\s\x00-\x20\x7f-\xa0\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\"'<>\\^`{|}]+"
_SAFE = re.compile(rf"https?://{_PLAIN}", re.IGNORECASE)
_DOI = re.compile(rf"(?:doi:\s*)?(10\.[0-9]{{4,9}}/{_PLAIN})", re.IGNORECASE)


def safe_href(address: str | None) -> str | None:
    """*address* if it is one to link to: http, https, or a DOI, which becomes its address; None for all else."""
    if not address:
        return None
    match = _DOI.fullmatch(address)
    if match:
        return f"https://doi.org/{match[1]}"
    return address if _SAFE.fullmatch(address) else None
