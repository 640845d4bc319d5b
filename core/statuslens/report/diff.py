"""What a fix would change, as a unified diff that ``git apply`` and ``patch`` take."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a diff between two texts of a file; none where they are equal."""
    import difflib  # noqa: PLC0415 (few runs show a diff)

    name = path.removeprefix("./")
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{name}", f"b/{name}")
    for line in lines:
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
