"""An editor that does nothing else: one language server over stdio, asked and waited for."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"versionSupport": True},
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "resolveSupport": {"properties": []}}},
    },
}


class LspSession:
    """A running server; entered as a context, it is shut down at its end."""

    def __init__(self, command: list[str], folder: Path) -> None:
        """Start the server in a folder, which is its workspace."""
        self._folder = folder
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self._asked = 0
        self.capabilities: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        self._process.communicate()

    def initialize(self) -> None:
        """Shake hands."""
        folder = {"uri": self._folder.as_uri(), "name": self._folder.name}
        params = {
            "processId": os.getpid(),
            "rootUri": folder["uri"],
            "workspaceFolders": [folder],
            "capabilities": _CAPABILITIES,
        }
        self.capabilities = self.request("initialize", params)["capabilities"]

    def request(self, method: str, params: object) -> Any:  # noqa: ANN401 (what JSON holds)
        """Return the answer to a request."""
        return self.answer(self.ask(method, params))

    def ask(self, method: str, params: object) -> int:
        """Send a request, and return its number."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return self._asked

    def answer(self, number: int) -> Any:  # noqa: ANN401 (as above)
        """Wait for the answer to a request."""
        while (message := self.read()).get("id") != number or "method" in message:
            pass
        return message.get("result")

    def notify(self, method: str, params: object) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def wait_for(self, method: str) -> Any:  # noqa: ANN401 (as above)
        """Wait for a notification, and return what it says."""
        while (message := self.read()).get("method") != method:
            pass
        return message["params"]

    def read(self) -> dict[str, Any]:
        """Return the next message; what the server asks is answered with nothing."""
        stdout = self._process.stdout
        assert stdout is not None  # noqa: S101 (it is a pipe)
        length = 0
        while line := stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError(f"{self._process.args} has ended")
        message: dict[str, Any] = json.loads(stdout.read(length))
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def memory(self) -> float:
        """Return the megabytes that the server holds in memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101
        stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stdin.flush()
