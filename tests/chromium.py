"""Chromium without a screen, driven over a pair of pipes: no port, no library."""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tools import lack, require_program

PATIENCE = 60
"""Seconds for one answer."""
_MOMENT = 0.05
"""Seconds after which one looks again whether something has come about."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_END = b"\0"
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-pipe",
)


@dataclass
class Tab:
    """A page, and what it has said and asked for since it was opened."""

    write: int
    read: int
    session: str = ""
    requests: list[str] = field(default_factory=list)
    """The addresses that were asked for."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console, of scripts and of the page's policy."""
    calls: dict[str, list[str]] = field(default_factory=dict)
    """By name, what the functions were called with that ``bind`` made."""
    _number: int = 0
    _left: bytes = b""
    _is_loaded: bool = False

    def open(self, path: Path, *, width: int = 1280, is_dark: bool = False) -> Self:
        """Show a file, and wait until it is there."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        return self.visit(path.as_uri(), width=width)

    def visit(self, address: str, *, width: int, height: int = 900) -> Self:
        """Show what is at an address, and wait until it is there."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.requests.clear()
        self.complaints.clear()
        self._is_loaded = False
        self.ask("Page.navigate", url=address)
        while not self._is_loaded:
            self._take(self._message())
        return self

    def run(self, script: str) -> Any:
        """Return what an expression is worth in the page."""
        done = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, text=text if kind == "keyDown" else "")

    def strike(self, code: str, number: int, *, modifiers: int = 0) -> None:
        """Press a key, told by its place and by Windows' number for it; modifiers are 1 Alt, 2 Control, 8 Shift."""
        for kind in ("rawKeyDown", "keyUp"):
            key = {"type": kind, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
            self.ask("Input.dispatchKeyEvent", **key)

    def point(self, x: float, y: float) -> None:
        """Move the pointer."""
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, x: float, y: float) -> None:
        """Press the first button of the mouse at a place, and let it go."""
        self.point(x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, x: float, y: float, width: float, height: float) -> bytes:
        """Return a part of the page as PNG."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png", clip=clip)["data"])

    def bind(self, name: str) -> list[str]:
        """Give pages a function that takes a text, and return the list in which these texts are put."""
        self.ask("Runtime.addBinding", name=name)
        return self.calls.setdefault(name, [])

    def wait(self, is_so: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something holds, and hear what the page says in the meantime."""
        end = time.monotonic() + patience
        while not is_so():
            assert time.monotonic() < end, f"not in {patience} seconds"
            while (message := self._next(_MOMENT)) is not None:
                self._take(message)

    def type(self, text: str) -> None:
        """Write into what has the focus."""
        self.ask("Input.insertText", text=text)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its answer."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.write, json.dumps(command).encode() + _END)
        while (message := self._message()).get("id") != self._number:
            self._take(message)
        assert "error" not in message, f"{method}: {message['error']}"
        result: dict[str, Any] = message["result"]
        return result

    def _message(self) -> dict[str, Any]:
        message = self._next(PATIENCE)
        assert message is not None, "Chromium says nothing"
        return message

    def _next(self, patience: float) -> dict[str, Any] | None:
        """Return the next message, None where there is none for some seconds."""
        end = time.monotonic() + patience
        while _END not in self._left:
            ready, _, _ = select.select([self.read], [], [], max(0, end - time.monotonic()))
            if not ready:
                return None
            data = os.read(self.read, 1 << 20)
            assert data, "Chromium has gone"
            self._left += data
        message, _, self._left = self._left.partition(_END)
        found: dict[str, Any] = json.loads(message)
        return found

    def _take(self, message: dict[str, Any]) -> None:
        told = message.get("params", {})
        match message.get("method"):
            case "Page.loadEventFired":
                self._is_loaded = True
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.bindingCalled":
                self.calls.setdefault(told["name"], []).append(told["payload"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(told["exceptionDetails"]))
            case "Runtime.consoleAPICalled":
                self.complaints.append(str(told["args"]))
            case "Page.javascriptDialogOpening":
                self.complaints.append(f"dialog: {told['message']}")


@contextmanager
def open_tab(folder: Path) -> Iterator[Tab]:
    """Start a browser that keeps its files in a folder, and give its one page; skip where there is none."""
    if os.name == "nt":
        lack("way to give Chromium more than three pipes on Windows")
    program = next(filter(None, map(shutil.which, _NAMES)), None) or lack("Chromium")
    to_browser, write = os.pipe()
    read, from_browser = os.pipe()
    # Chromium reads commands from its third descriptor and answers on its fourth.
    script = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
    process = subprocess.Popen(
        [require_program("bash"), "-c", script, program, *_OPTIONS, f"--user-data-dir={folder}"],
        pass_fds=(to_browser, from_browser),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    try:
        tab = Tab(write, read)
        target = tab.ask("Target.createTarget", url="about:blank")["targetId"]
        tab.session = tab.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            tab.ask(f"{domain}.enable")
        yield tab
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(write)
        os.close(read)
