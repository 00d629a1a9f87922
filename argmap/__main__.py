"""The `argmap` command."""

import gc
import os
import sys

from argmap import __version__


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    # A command lives for a moment and keeps what it loads: collecting cycles would be a third of a large check.
    gc.disable()
    if sys.argv[1:] == ["--version"]:
        print(f"argmap {__version__}")
        return
    # No plugin of the environment shall have a say in what a map means, nor need all packages be searched for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from argmap.cli import run

    run()


if __name__ == "__main__":
    main()
