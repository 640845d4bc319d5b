"""An X screen that nobody sees: keys for the windows on it, and pictures of it."""

import os
import signal
import struct
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import require_program

PATIENCE = 60
"""Seconds until something has happened."""
_WIDTH, _HEIGHT = 1100, 720


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen with a window manager."""

    environment: Mapping[str, str]
    """The variables that programs on it are started with."""
    frame: Path
    """What is shown, as XWD."""

    def press(self, *keys: str) -> None:
        """Press keys, by xdotool's names for them."""
        self._ask("key", *keys)

    def fill(self, window_class: str) -> None:
        """Wait for a program's window, and make it as large as the screen."""
        wait_until(lambda: self._find(window_class), f"no window of {window_class}")
        window = self._find(window_class)[-1]
        self._ask("windowactivate", "--sync", window)
        self._ask("windowmove", window, "0", "0")
        self._ask("windowsize", window, str(_WIDTH), str(_HEIGHT))

    def picture(self, width: int, height: int) -> bytes:
        """Return the upper left part of what is shown as PNG."""
        data = self.frame.read_bytes()
        header = struct.unpack(">25I", data[:100])
        size, stride, colours = header[0], header[12], header[19]
        pixels = data[size + 12 * colours :]
        rows = bytearray()
        for y in range(height):
            row = pixels[y * stride : y * stride + 4 * width]
            line = bytearray(3 * width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\0" + line
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            _chunk(*part) for part in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        )

    def _find(self, window_class: str) -> list[str]:
        return self._ask("search", "--onlyvisible", "--class", window_class).split()

    def _ask(self, *command: str) -> str:
        # It fails where it finds no window.
        return subprocess.run(
            ["xdotool", *command], env=self.environment, check=False, capture_output=True, encoding="utf-8"
        ).stdout


@contextmanager
def open_screen(folder: Path, environment: Mapping[str, str]) -> Iterator[Screen]:
    """Start a screen that keeps its files in a folder; skip where there is none."""
    programs = [require_program(name) for name in ("Xvfb", "openbox", "xdotool")]
    read, write = os.pipe()
    size = ["-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-fbdir", str(folder)]
    with _run([programs[0], "-displayfd", str(write), "-nolisten", "tcp", *size], environment, pass_fds=(write,)):
        os.close(write)
        with os.fdopen(read) as told:
            shown = {**environment, "DISPLAY": f":{told.readline().strip()}"}
        with _run([programs[1]], shown):
            yield Screen(shown, folder / "Xvfb_screen0")


@contextmanager
def run_on(screen: Screen, command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program on a screen; end it and all its processes."""
    with _run(command, screen.environment, folder=folder) as process:
        yield process


def wait_until(is_so: Callable[[], object], problem: str, patience: float = PATIENCE) -> None:
    """Wait until something is so."""
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end, problem
        time.sleep(0.05)


@contextmanager
def _run(
    command: list[str], environment: Mapping[str, str], *, folder: Path | None = None, pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        pass_fds=pass_fds,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
