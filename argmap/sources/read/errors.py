"""Why a file gives no text; each message says what to do."""


class SourceError(ValueError):
    """A file that cannot be read as the text of an article."""
