"""VS Code as a server for browsers: the real editor with the extension installed, for tests that look at it."""

import json
import os
import platform
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

from chromium import PATIENCE
from tools import PROJECT, lack

EXTENSION = PROJECT / "editors" / "vscode"
_TOOLS = EXTENSION / ".tools"
_MAIN = _TOOLS / "vscode/node_modules/code-server/lib/vscode/out/server-main.js"
_ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_LISTENING = re.compile(r"listening on (\d+)")
BARE_PATH = "/usr/bin:/bin"
"""Where a machine has its own programs, and none of a project's."""
DRIVEN = "--enable-smoke-test-driver"
_QUIET = (
    "--accept-server-license-terms",
    "--force-disable-user-env",
    "--host=127.0.0.1",
    "--port=0",
    "--telemetry-level=off",
    "--without-connection-token",
)
_SETTINGS: Mapping[str, Any] = {
    "chat.disableAIFeatures": True,
    "editor.hover.delay": 100,
    "editor.minimap.enabled": False,
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "files.autoSave": "off",
    "git.enabled": False,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
}


@dataclass(frozen=True, slots=True)
class CodeServer:
    """A server that runs."""

    port: int

    def remote(self, path: Path) -> str:
        """Return how the page names a file of this machine."""
        return f"vscode-remote://127.0.0.1:{self.port}{path}"

    def address(self, folder: Path, *payload: tuple[str, str]) -> str:
        """Return the address of a page with a folder open, and with what is handed to it."""
        handed = quote(json.dumps(payload)) if payload else ""
        return f"http://127.0.0.1:{self.port}/?folder={quote(str(folder))}&payload={handed}"


def node() -> str:
    """Return the Node.js that everything here runs with."""
    program = _TOOLS / f"node/node_modules/node-linux-{_ARCHITECTURES.get(platform.machine(), '')}/bin/node"
    if not program.exists() or not _MAIN.exists():
        lack("VS Code: run editors/vscode/scripts/tools.sh")
    return str(program)


def run_node(*arguments: str) -> str:
    """Run a script of the extension, and return what it printed."""
    path = f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [node(), *arguments],
        cwd=EXTENSION,
        env=os.environ | {"PATH": path},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=5 * PATIENCE,
    )
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def install_extension(vsix: Path, extensions: Path) -> None:
    """Install a packed extension into a folder of extensions."""
    run_node(
        str(_MAIN),
        f"--server-data-dir={extensions}-data",
        f"--extensions-dir={extensions}",
        "--install-extension",
        str(vsix),
    )


@contextmanager
def serve(
    home: Path,
    extensions: Path,
    settings: Mapping[str, Any],
    *options: str,
    is_trusting: bool = True,
    path: str = BARE_PATH,
) -> Iterator[CodeServer]:
    """Start VS Code with a home folder, a folder of extensions, the user's settings and PATH, and stop it in the end.

    It runs tests in its extension host where the options have DRIVEN, and then shows no notifications. Where it is not
    ``is_trusting``, it takes no workspace for one that the user trusts.
    """
    trust = {"security.workspace.trust.enabled": not is_trusting, "security.workspace.trust.startupPrompt": "never"}
    # Those of the machine hold where a setting is about what runs on it.
    for kind in ("Machine", "User"):
        file = home / "data/data" / kind / "settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({**_SETTINGS, **trust, **settings}), "utf-8")
    folders = [f"--server-data-dir={home / 'data'}", f"--extensions-dir={extensions}"]
    process = subprocess.Popen(
        [node(), str(_MAIN), *_QUIET, *folders, *options, *(["--disable-workspace-trust"] if is_trusting else [])],
        env=os.environ | {"HOME": str(home), "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    with process:
        assert process.stdout is not None
        try:
            found = next(filter(None, map(_LISTENING.search, process.stdout)))
            # Whoever writes into a pipe that nobody reads comes to a halt.
            Thread(target=process.stdout.read, daemon=True).start()
            yield CodeServer(int(found[1]))
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE)
