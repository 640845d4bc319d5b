"""A real PostgreSQL in a folder of its own, reached by a socket in that folder: no port, nothing of the system's."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tools import lack

_PATIENCE = 60
_READY = "database system is ready to accept connections"
_DEBIAN = Path("/usr/lib/postgresql")
_SYSTEM_USER = "postgres"
_LONGEST_SOCKET = 100
_OPTIONS = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=60")


class Postgres:
    """A server that can be stopped and started again on the same data."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self._programs = programs
        self._folder = folder
        self._user = user
        self._process: subprocess.Popen[str] | None = None
        self._log: list[str] = []
        self._numbers = count(1)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def create_data(self) -> None:
        self.run("initdb", "-D", str(self._data), "-U", "statuslens", "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        """Start the server, and return once it takes connections; one that is running goes on."""
        if self._process is not None:
            return
        is_ready = threading.Event()
        self._process = subprocess.Popen(
            [self._programs / "postgres", "-D", str(self._data), "-k", str(self._folder), *_OPTIONS],
            stderr=subprocess.PIPE,
            user=self._user,
            cwd=self._folder,
            text=True,
            env=os.environ | {"LC_ALL": "C"},
        )
        self._reader = threading.Thread(target=self._read, args=(self._process, is_ready))
        self._reader.start()
        assert is_ready.wait(_PATIENCE), f"PostgreSQL does not start: {self._log}"
        assert self._process.poll() is None, f"PostgreSQL has ended: {self._log}"

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server, which breaks all connections."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        self._process = None

    def run(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [self._programs / program, *arguments],
            user=self._user,
            cwd=self._folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def database(self) -> Iterator[str]:
        """Make an empty database, and give its URL."""
        name = f"bot{next(self._numbers)}"
        where = ("-h", str(self._folder), "-U", "statuslens")
        self.run("createdb", *where, name)
        try:
            yield f"postgresql://statuslens@/{name}?host={self._folder}"
        finally:
            self.start()
            self.run("dropdb", *where, "--force", name)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _read(self, process: "subprocess.Popen[str]", is_ready: threading.Event) -> None:
        assert process.stderr is not None
        with process.stderr:
            for line in process.stderr:
                self._log.append(line)
                if _READY in line:
                    is_ready.set()
        is_ready.set()


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a server until the block ends; skip where there is none."""
    programs = _find_programs()
    user = _SYSTEM_USER if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    # pytest's own folders are closed to other users, and their names may be too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if len(str(folder)) > _LONGEST_SOCKET:
            lack("folder for temporary files with a name short enough for a socket")
        if user:
            try:
                shutil.chown(folder, user)
            except LookupError:
                lack(f"user {user}, as whom root runs PostgreSQL")
        server = Postgres(programs, folder, user)
        server.create_data()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _find_programs() -> Path:
    if os.name == "nt":
        lack("way to reach PostgreSQL by a socket on Windows")
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    return max(_DEBIAN.glob("*/bin"), default=None) or lack("PostgreSQL (initdb)")
