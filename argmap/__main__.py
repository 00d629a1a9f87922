"""The `argmap` command."""

from __future__ import annotations

import gc
import os
import sys

from argmap import __version__


def script() -> None:
    """Run the command line as a process of its own; ends with ``SystemExit`` and the exit code."""
    # A command lives for a moment and keeps what it loads: collecting cycles would be a third of a large check.
    gc.disable()
    # No plugin of the environment shall have a say in what a map means, nor need all packages be searched for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        main()
    finally:
        gc.freeze()  # nor are cycles worth looking for at the end


def main() -> None:
    """Run the command line; ends with ``SystemExit`` and the exit code."""
    if sys.argv[1:] == ["--version"]:  # which need not wait for the command line to be imported
        sys.exit(_version())
    from argmap.cli import run

    run()


def _version() -> int:
    """Print the version; the exit code, as the command line gives it where output cannot be written."""
    try:
        print(f"argmap {__version__}", flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would try again at its end
        if isinstance(error, BrokenPipeError):
            return 1
        print(f"argmap: {error.strerror}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    script()
