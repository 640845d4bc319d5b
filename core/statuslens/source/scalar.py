"""Texts in YAML and JSON: what they say, character by character with its place in the file."""

import re
from collections.abc import Callable, Iterator

from statuslens.source.excerpt import Piece, copy

_LINE_END = r"(?:\r\n|\n|\r)"
_FOLD = rf"[ \t]*{_LINE_END}(?:[ \t]|{_LINE_END})*"
_JSON_PART = re.compile(r"\\u[0-9A-Fa-f]{4}|\\.", re.DOTALL)
_DOUBLE_PART = re.compile(
    rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|{_LINE_END}[ \t]*|.)|{_FOLD}", re.DOTALL
)
_SINGLE_PART = re.compile(rf"''|{_FOLD}")
_PLAIN_PART = re.compile(_FOLD)
_BLOCK_LINE = re.compile(rf"([ \t]*)([^\r\n]*)({_LINE_END}|\Z)")
_FIRST_LINE_END = re.compile(_LINE_END)

_ESCAPED = dict(zip("0abefnrtvN_LP", "\0\a\b\x1b\f\n\r\t\v\x85\xa0\u2028\u2029", strict=True))
_MAX_CODE_POINT = 0x10FFFF


def pieces_of(kind: str, text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of the text that stands, with its quotes, at a place of a file.

    ``kind`` is the type of its syntax node; one that is no text has no pieces.
    """
    read = _READERS.get(kind)
    return read(text, start, end) if read is not None else iter(())


def _read_block(text: str, start: int, end: int) -> Iterator[Piece]:
    """Read ``|`` and ``>`` blocks: without the indentation, of ``>`` with the lines joined as YAML does."""
    header_end = _FIRST_LINE_END.search(text, start, end)
    if header_end is None:
        return
    header = text[start : header_end.start()]
    lines = [match for match in _BLOCK_LINE.finditer(text, header_end.end(), end) if match[0]]
    while lines and not lines[-1][2] and "+" not in header:
        lines.pop()
    indentation = min((len(line[1]) for line in lines if line[2]), default=0)
    joints = _joints(lines, indentation) if header.startswith(">") else ["\n"] * len(lines)
    for line, joint in zip(lines, joints, strict=True):
        yield from copy(text, min(line.start() + indentation, line.end(2)), line.end(2))
        if line[3] and not (line is lines[-1] and "-" in header):
            yield Piece(joint, *line.span(3))


def _joints(lines: list[re.Match[str]], indentation: int) -> list[str]:
    """Return what stands after each line of a ``>`` block: a space instead of a line end between two lines of text."""
    joints: list[str] = []
    following: re.Match[str] | None = None
    for line in reversed(lines):
        is_text = bool(line[2])
        if is_text and following is not None and len(line[1]) == len(following[1]) == indentation:
            joints.append(" " if following.start() == line.end() else "")
        else:
            joints.append("\n")
        following = line if is_text else following
    return joints[::-1]


def _quoted(parts: re.Pattern[str]) -> Callable[[str, int, int], Iterator[Piece]]:
    def read(text: str, start: int, end: int) -> Iterator[Piece]:
        quote = text[start : start + 1]
        is_closed = end - start > 1 and text[end - 1] == quote
        return _read_parts(parts, text, start + 1, end - 1 if is_closed else end)

    return read


def _read_plain(text: str, start: int, end: int) -> Iterator[Piece]:
    return _read_parts(_PLAIN_PART, text, start, end)


def _read_parts(parts: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in parts.finditer(text, start, end):
        yield from copy(text, at, match.start())
        yield Piece(_meaning(match[0]), *match.span())
        at = match.end()
    yield from copy(text, at, end)


def _meaning(part: str) -> str:
    if part == "''":
        return "'"
    if not part.startswith("\\"):
        # One line end is a space, each further one is itself.
        return "\n" * (len(re.findall(_LINE_END, part)) - 1) or " "
    kind, digits = part[1], part[2:]
    if kind in "\r\n":
        return ""
    if digits:
        code_point = int(digits, 16)
        return chr(code_point) if code_point <= _MAX_CODE_POINT else "\ufffd"
    return _ESCAPED.get(kind, kind)


_READERS: dict[str, Callable[[str, int, int], Iterator[Piece]]] = {
    "block_scalar": _read_block,
    "double_quote_scalar": _quoted(_DOUBLE_PART),
    "plain_scalar": _read_plain,
    "single_quote_scalar": _quoted(_SINGLE_PART),
    "string": _quoted(_JSON_PART),
}
"""By the node types of YAML's and JSON's grammars."""
