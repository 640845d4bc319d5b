"""A project to try editors on, a server that is listened to, and what it has to say."""

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types as lsp

from sessions import find_troubles
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, find
from statuslens_lsp.hover import describe
from statuslens_lsp.views import Analysis
from tools import lack, require_script

SOURCE = """\
import requests

response = requests.get("https://example.org", timeout=500)
if response.status_code == 404:
    print("not there")
if response.status_code == 299:
    print("whose is this?")
"""
FIX = "Replace 404 by HTTPStatus.NOT_FOUND"
"""What the one quick fix of the 404 is called."""
FIXED = SOURCE.replace("== 404", "== HTTPStatus.NOT_FOUND").replace(
    "import requests\n", "from http import HTTPStatus\n\nimport requests\n"
)
STATUS = (3, 28)
"""A place in the 404, counted from 0."""
TIMEOUT = (2, 55)
"""A place in the 500, of which there is nothing to say."""

RECORDER = Path(__file__).parent / "editors" / "recorder.py"
_OWN_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a source file, beside one that stands for the user's home."""

    root: Path
    home: Path

    @property
    def file(self) -> Path:
        """The source file."""
        return self.root / "app.py"

    @property
    def server_log(self) -> Path:
        """Where the server complains."""
        return self.home / "server.log"

    def environment(self, **variables: str) -> dict[str, str]:
        """Return variables with the server on PATH, but neither the user's configuration nor other servers."""
        own = dict.fromkeys(_OWN_FOLDERS, str(self.home))
        others = (
            folder for folder in os.environ["PATH"].split(os.pathsep) if folder != str(Path(sys.executable).parent)
        )
        path = os.pathsep.join((str(self.home / "bin"), *others))
        return os.environ | own | {"PATH": path, "LC_ALL": "C.UTF-8"} | variables

    def troubles(self) -> list[str]:
        """Return what went wrong in the one session there was, by what was said and by the server's log."""
        sessions = self.sessions()
        logged = self.server_log.read_text("utf-8").splitlines() if self.server_log.exists() else []
        complaints = [line for line in logged if " INFO " not in line]
        if len(sessions) != 1:
            return [f"{len(sessions)} sessions", *complaints]
        return [*find_troubles(sessions[0]), *complaints]

    def sessions(self) -> list[Path]:
        """Return the records of the sessions there were, when all is said."""
        import fcntl  # noqa: PLC0415 (not on Windows, where no project is made)

        found = sorted(self.home.glob("session-*.jsonl"))
        for session in found:
            with session.open() as file:
                fcntl.flock(file, fcntl.LOCK_SH)
        return found


def make_project(folder: Path) -> Project:
    """Make the project in a folder, and a ``statuslens-lsp`` that is listened to; skip where no script can be that."""
    if os.name == "nt":
        lack("way to put a script before the server on Windows")
    project = Project(folder / "project", folder / "home")
    for made in (project.root, project.home / "bin"):
        made.mkdir(parents=True)
    project.home.chmod(0o700)  # or it is no folder for XDG_RUNTIME_DIR
    (project.root / "pyproject.toml").touch()
    project.file.write_text(SOURCE, "utf-8")
    listen = shlex.join([sys.executable, str(RECORDER)])
    session = shlex.quote(str(project.home)) + "/session-$$.jsonl"
    server = shlex.join([require_script("statuslens-lsp"), "--log-file", str(project.server_log)])
    shim = project.home / "bin" / "statuslens-lsp"
    shim.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && exec {server} --version\nexec {listen} {session} {server} "$@"\n', "utf-8"
    )
    shim.chmod(0o755)
    return project


def hover_text(kind: lsp.MarkupKind = lsp.MarkupKind.Markdown) -> str:
    """Return what the server says of the 404."""
    scan = scan_text(SOURCE, language="python")
    return describe(scan.occurrences[0], Analysis(scan), kind).value


def finding() -> Finding:
    """Return what is wrong with the source file: the 299."""
    (found,) = find(scan_text(SOURCE, language="python"), load_registry())
    return found
