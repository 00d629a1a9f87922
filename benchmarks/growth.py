"""How the time of checks and proposals grows: four times as much should take about four times as long.

    python benchmarks/growth.py

CPU seconds in one process, the best of three, and their ratio; where everything is compared with everything the
ratio is sixteen.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from generate import generate

from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.compare.propose import propose
from argmap.formats.native import load
from argmap.model import Map

_HEAD = "argmap: 1\nmap: m\n"
_SMALL = 2000


def _nodes(line: str) -> Callable[[int], str]:
    return lambda count: _HEAD + "nodes:\n" + "\n".join(line.format(number) for number in range(count)) + "\n"


def _steps(step: str) -> Callable[[int], str]:
    above = "nodes:\n  a: {claim: x}\n  b:\n    claim: y\n    supported_by:\n"
    return lambda count: _HEAD + above + "\n".join(f"      - {step.format(number)}" for number in range(count)) + "\n"


BODIES = {
    "silenced": _nodes("  n{0}: {{claim: x}} # argmap: ignore[AM206]"),
    "silencing nothing": _nodes("  n{0}: {{claim: x}} # argmap: ignore[AM213]"),
    "ids in other letters": _nodes("  N_{0}: {{claim: x, stance: agreed}}"),
    "steps that say the same": _steps("a"),
    "steps that say more": _steps("{{premises: a, note: n{0}}}"),
    "like those that people write": generate,
}


def _best(call: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        before = time.process_time()
        call()
        times.append(time.process_time() - before)
    return min(times)


def _map(count: int, seed: int) -> Map:
    content = load(generate(count, seed), "").content
    if not isinstance(content, Map):
        raise TypeError("a generated map is a map")
    return content


def main() -> None:
    """Measure and print."""
    for name, body in BODIES.items():
        texts = [body(count) for count in (_SMALL, 4 * _SMALL)]
        small, large = (_best(lambda text=text: check_document(load(text, "m.yaml"), MapContext())) for text in texts)
        print(f"check, {name}: {small:.3f} s, {large:.3f} s, {large / small:.1f} times")
    pairs = [[_map(count, 1), _map(count, 2)] for count in (250, 1000)]
    small, large = (_best(lambda maps=maps: propose(maps)) for maps in pairs)
    print(f"propose, 250 and 1,000 nodes a map: {small:.3f} s, {large:.3f} s, {large / small:.1f} times")


if __name__ == "__main__":
    main()
