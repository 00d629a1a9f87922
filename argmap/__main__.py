"""The `argmap` command."""

from __future__ import annotations

import gc
import os
import sys

from argmap import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def script() -> NoReturn:
    """Run the command line as a process of its own.

    The process is left without taking the interpreter apart, object by object, for that is a sixth of the time of a
    small command; what is written is flushed before.
    """
    code = 0
    try:
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else bool(end.code)
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # whoever read it has had enough
    except OSError as error:
        print(f"argmap: {error.strerror or error}", file=sys.stderr, flush=True)
        code = 2
    os._exit(code)


def main() -> None:
    """Run the command line; ends with ``SystemExit`` and the exit code."""
    # A command lives for a moment and keeps what it loads: collecting cycles would be a third of a large check.
    gc.disable()
    if sys.argv[1:] == ["--version"]:
        print(f"argmap {__version__}")
        return
    if sys.argv[1:2] == ["solve"]:
        _solve(sys.argv[2:])
    # No plugin of the environment shall have a say in what a map means, nor need all packages be searched for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from argmap.cli import run

    run()


def _solve(words: list[str]) -> None:
    """Answer ``argmap solve`` without the command line's machinery; where it is needed, do nothing."""
    import time

    from argmap.logic.solve import plain, run

    request = plain(words)
    if request is not None:
        sys.exit(run(request, time.monotonic()))


if __name__ == "__main__":
    script()
