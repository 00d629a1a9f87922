"""References in the style of a CSL file, by the pandoc that is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from argmap.workspace.errors import WorkspaceError

TIMEOUT = 60.0
"""How long pandoc may take, in seconds."""

_WRITERS = {"text": "plain", "md": "commonmark-raw_html", "html": "html"}


def formatted(csl_json: str, style: Path, markup: str, timeout: float | None = None) -> str:
    """References as the CSL style *style* has them.

    Args:
        csl_json: The references, which pandoc gets on its standard input.
        style: The file of the style.
        markup: ``text``, ``md`` or ``html``.
        timeout: How long it may take, in seconds; None: :data:`TIMEOUT`.

    Returns:
        The list of references; ends with a newline.

    Raises:
        WorkspaceError: There is no pandoc or no such file, or pandoc failed or took too long.
    """
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise WorkspaceError("--csl needs pandoc, which is not installed (https://pandoc.org)")
    if not style.is_file():
        raise WorkspaceError(f"{style}: no such file")
    timeout = TIMEOUT if timeout is None else timeout
    # In its sandbox pandoc reads the files that it is given here and nothing else, from the net neither.
    command = [pandoc, "--sandbox", "--from=csljson", f"--to={_WRITERS[markup]}", "--wrap=none", "--citeproc"]
    command.append(f"--csl={style.resolve()}")
    try:
        done = subprocess.run(  # noqa: S603  the command is ours, the references go to its standard input
            command, input=csl_json.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise WorkspaceError(f"pandoc took more than {timeout:g} seconds") from None
    except OSError as error:
        raise WorkspaceError(f"pandoc could not be started: {error}") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise WorkspaceError(f"pandoc failed: {reason[0] if reason else f'exit status {done.returncode}'}")
    return done.stdout.decode(errors="replace")
