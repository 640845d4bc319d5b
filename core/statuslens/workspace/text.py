"""Read a source file's text."""

import codecs
import os

from statuslens.source.detect import HEAD_BYTES
from statuslens.workspace.files import Skipped

MAX_BYTES = 10_000_000
"""A larger file is data, not source."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_MARK = "\ufeff"


def read_text(path: str) -> str | Skipped:
    """Return the text of a file, or why it is left out."""
    data = read_bytes(path)
    return data if isinstance(data, Skipped) else decode(path, data)


def read_bytes(path: str) -> bytes | Skipped:
    """Return the bytes of a file, one more than may be there of one that is too large; or why it is left out."""
    try:
        # Without a buffer, and with room for what is there: both cost as much as the reading.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            size = os.fstat(file.fileno()).st_size
            data = file.read(size + 1 if 0 < size <= MAX_BYTES else MAX_BYTES + 1)
    except OSError as error:
        return Skipped(path, f"cannot be read: {error.strerror}")
    return data


def decode(path: str, data: bytes) -> str | Skipped:
    """Return the text of a file's bytes, or why it is left out.

    Bytes that are no UTF-8 are replaced by U+FFFD; a byte order mark is no part of the text.
    """
    if len(data) > MAX_BYTES:
        return Skipped(path, f"larger than {MAX_BYTES // 1_000_000} MB")
    encoding = encoding_of(data)
    if encoding.startswith("utf-8") and b"\0" in data:
        return Skipped(path, "holds NUL bytes, so it is no text")
    return data.decode(encoding, "replace").removeprefix(_MARK)


def head_of(data: bytes) -> str:
    """Return the beginning of a text, by which its language is told."""
    return data[:HEAD_BYTES].decode(encoding_of(data), "replace").removeprefix(_MARK)


def encoding_of(data: bytes) -> str:
    """Return the encoding of a file's bytes, as its byte order mark tells; UTF-8 where it has none."""
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes of a text, with the byte order mark that its encoding goes with.

    Raises UnicodeEncodeError for what the encoding cannot express.
    """
    return f"{_MARK if encoding.startswith('utf-16') else ''}{text}".encode(encoding)
