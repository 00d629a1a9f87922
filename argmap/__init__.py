"""argmap: arguments as code, with receipts."""

__version__ = "0.1.0"
