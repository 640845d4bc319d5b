"""A terminal without a screen, by tmux: what is typed into a program, and what it shows."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import require_program

PATIENCE = 30
"""Seconds until something is shown."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A program in a terminal."""

    tmux: tuple[str, ...]

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self._ask("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._ask("send-keys", "-l", text)

    def screen(self, *, with_colours: bool = False) -> str:
        """Return what is shown."""
        return self._ask("capture-pane", "-p", *(["-eN"] if with_colours else []))

    def wait(self, text: str, patience: float = PATIENCE) -> str:
        """Wait until a text is shown, and return all that is."""
        return self._wait(lambda shown: text in shown, f"no {text!r}", patience)

    def wait_without(self, text: str) -> str:
        """Wait until a text is shown no longer, and return all that is."""
        return self._wait(lambda shown: text not in shown, f"still {text!r}")

    def wait_for_end(self) -> None:
        """Wait until the program has ended."""
        self._wait(lambda _: self._ask("list-panes", "-F", "#{pane_dead}").startswith("1"), "no end")

    def _wait(self, is_so: Callable[[str], bool], problem: str, patience: float = PATIENCE) -> str:
        end = time.monotonic() + patience
        while not is_so(shown := self.screen()):
            assert time.monotonic() < end, f"{problem} in\n{shown}"
            time.sleep(0.05)
        return shown

    def _ask(self, *command: str) -> str:
        return subprocess.run([*self.tmux, *command], check=True, capture_output=True, encoding="utf-8").stdout


@contextmanager
def open_terminal(
    command: list[str], folder: Path, environment: Mapping[str, str], *, size: tuple[int, int] = (120, 40)
) -> Iterator[Terminal]:
    """Run a program in a terminal of so many columns and lines; skip where there is no tmux."""
    # The path of a socket may not be long.
    socket = f"/tmp/tmux-{os.getpid()}-{time.monotonic_ns()}"  # noqa: S108 (no other name is as short)
    tmux = (require_program("tmux"), "-S", socket, "-f", os.devnull)
    settings = ["set -g remain-on-exit on", "set -g default-terminal tmux-256color", "set -ga terminal-overrides ,*:Tc"]
    started = [part for setting in settings for part in (*setting.split(), ";")]
    columns, lines = size
    new = ["new-session", "-d", "-x", str(columns), "-y", str(lines), "-c", str(folder), *command]
    environment = {name: value for name, value in environment.items() if name != "TMUX"} | {"COLORTERM": "truecolor"}
    subprocess.run([*tmux, "start-server", ";", *started, *new], check=True, env=environment)
    try:
        yield Terminal(tmux)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
        Path(socket).unlink(missing_ok=True)
