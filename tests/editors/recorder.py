"""Stands between an editor and a server, and writes down what either says to the other.

    python recorder.py FILE SERVER ARGUMENT…

The file has a line of JSON for each message: who said it, and what. It is locked until all is said: some editors say
farewell and then kill the server with all its processes, so what listens stands apart from the process they started.
"""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TextIO

_LENGTH = b"content-length:"


def record(log: Path, command: list[str]) -> int:
    """Run a server, pass on what is said in both directions, and return its exit code."""
    lock = threading.Lock()
    with (
        _locked(log) as file,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server,
    ):
        if server.stdin is None or server.stdout is None:
            raise ValueError("the server has no pipes")
        listening = (sys.stdin.buffer, server.stdin, "client", file, lock)
        threading.Thread(target=_pass_on, args=listening, daemon=True).start()
        _pass_on(server.stdout, sys.stdout.buffer, "server", file, lock)
        return server.wait()


def _locked(log: Path) -> TextIO:
    file = log.open("w", encoding="utf-8")
    if os.name != "nt":
        import fcntl  # noqa: PLC0415 (not on Windows)

        fcntl.flock(file, fcntl.LOCK_EX)
    return file


def _stand_apart() -> None:
    """Leave this process to wait for another one, in a session of its own, that goes on here."""
    child = os.fork()
    if child:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os.setsid()


def _pass_on(source: IO[bytes], target: IO[bytes], who: str, file: TextIO, lock: threading.Lock) -> None:
    while (head := _read_head(source)) is not None:
        length = next(int(line[len(_LENGTH) :]) for line in head if line.lower().startswith(_LENGTH))
        body = source.read(length)
        with lock:
            file.write(json.dumps({"who": who, "message": json.loads(body)}) + "\n")
            file.flush()
        try:
            target.write(b"".join(head) + b"\r\n" + body)
            target.flush()
        except OSError:
            return
    target.close()


def _read_head(source: IO[bytes]) -> list[bytes] | None:
    head = []
    while (line := source.readline()) not in {b"", b"\r\n"}:
        head.append(line)
    return head if line else None


if __name__ == "__main__":
    if hasattr(os, "fork"):
        _stand_apart()
    # The thread that still waits for the editor would not let Python end in order.
    os._exit(record(Path(sys.argv[1]), sys.argv[2:]))
