"""What tells one state of this program from another: its own files, and those of the grammars."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("tree_sitter", "tree-sitter")


def fingerprint_program() -> str:
    """Return a text that changes whenever statuslens, its data, a grammar, the parser or Python does."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    for line in (*_own_files(str(_PACKAGE)), *_installed()):
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _own_files(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _own_files(entry.path)
        else:
            state = entry.stat()
            yield f"{entry.name} {state.st_size} {state.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Yield the names of what the libraries are installed as; those of their metadata hold the versions."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 (a Path for each name costs more than the rest)
        except OSError:
            continue
        yield from sorted(name for name in names if name.startswith(_LIBRARIES))
