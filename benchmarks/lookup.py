"""How long a look-up takes: ``statuslens explain 418`` beside ``hc 418`` (PyPI: httpcode), in one run.

    python -m venv V && V/bin/pip install . httpcode && V/bin/python benchmarks/lookup.py

Whole processes, alternating, piped and in a pseudo-terminal; medians, and the median of the ratios pair by pair.
"""

import os
import pty
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 21
LOOKUPS = 2_000
BIN = Path(sys.executable).parent


def run_piped(command: list[str]) -> None:
    """Run a command whose output goes into a pipe."""
    subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603 (the commands are those below)


def run_in_terminal(command: list[str]) -> None:
    """Run a command whose output goes to a pseudo-terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(command[0], command)  # noqa: S606
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass  # Linux reports the end of a pseudo-terminal as an error.
    os.close(terminal)
    os.waitpid(pid, 0)


def measure(run: Callable[[list[str]], None], ours: list[str], theirs: list[str]) -> tuple[float, float, float]:
    """Return the median seconds of both commands, and the median of the ratios."""
    pairs = []
    for _ in range(RUNS + 1):
        pair = []
        for command in (ours, theirs):
            start = time.perf_counter()
            run(command)
            pair.append(time.perf_counter() - start)
        pairs.append(pair)
    own, other = zip(*pairs[1:], strict=True)
    ratios = [first / second for first, second in zip(own, other, strict=True)]
    return statistics.median(own), statistics.median(other), statistics.median(ratios)


def main() -> None:
    """Print the figures."""
    peer = shutil.which("hc", path=str(BIN)) or sys.exit("no hc here: pip install httpcode")
    own = shutil.which("statuslens", path=str(BIN)) or sys.exit("no statuslens here: pip install .")
    print(f"{'':12} {'statuslens':>11} {'hc':>8} {'ratio':>6}")
    for name, run in (("piped", run_piped), ("terminal", run_in_terminal)):
        ours, theirs, ratio = measure(run, [own, "explain", "418"], [peer, "418"])
        print(f"{name:12} {ours * 1000:8.1f} ms {theirs * 1000:5.1f} ms {ratio:6.2f}")
    from statuslens.explain import explain  # noqa: PLC0415 (not part of what is measured above)
    from statuslens.registry import load_registry  # noqa: PLC0415

    registry = load_registry()
    explain("418", registry)
    start = time.perf_counter()
    for _ in range(LOOKUPS):
        explain("418", registry)
    print(f"once loaded  {(time.perf_counter() - start) / LOOKUPS * 1e6:8.1f} µs a look-up")


if __name__ == "__main__":
    main()
