"""The process that looks at files on disk, as the server sees it."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

# -P: a file of the user's may have the name of a module of ours.
_COMMAND = (sys.executable, "-P", "-m", "statuslens_lsp.indexer")
_LONGEST_LINE = 2**26


class HelperDiedError(Exception):
    """The process ended before its answer did."""


class Helper:
    """Starts the process when it is first asked, and anew when it has ended; its pipes are its own."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        """Take the command that starts it."""
        self._command = command
        self._process: Process | None = None

    async def ask(self, request: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any]]:
        """Yield the lines of the answer, of which ``indexer`` tells; between two of them all else has its turn.

        The process is stopped where the answer is not taken to its end. Raises HelperDiedError.
        """
        is_whole = False
        try:
            async for line in self._lines(f"{json.dumps(request)}\n"):
                answer = json.loads(line)
                if "end" in answer:
                    is_whole = True
                    return
                yield answer
                await asyncio.sleep(0)
        except OSError as error:
            raise HelperDiedError(f": {error}") from error
        finally:
            if not is_whole:
                self.stop()
        raise HelperDiedError

    async def _lines(self, request: str) -> AsyncIterator[bytes]:
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, limit=_LONGEST_LINE
            )
        process = self._process
        if process.stdin is not None and process.stdout is not None:
            with suppress(ConnectionError):  # what it had to say before its end can still be read
                process.stdin.write(request.encode())
                await process.stdin.drain()
            while line := await process.stdout.readline():
                yield line
        self._process = None
        await process.wait()

    def stop(self) -> None:
        """Have the process end, in whatever it is at."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.terminate()
