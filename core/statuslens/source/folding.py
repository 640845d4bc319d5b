"""Quoted texts of YAML that go on further left than they should.

YAML wants the lines of a quoted text indented by more than the key or dash that has it (YAML 1.2.2 §6.2 and §8.1.3);
libyaml, and with it Ruby and Python, has never asked for that, so old cassettes and specifications are full of others:

    body: ! '{"error": "gone"}

    '

The grammar loses everything behind the first.
"""

import re

_OPENED = re.compile(
    rb"""^(?P<indent>[ ]*(?:-[ ]+)*)(?:(?P<key>[^\s#'"\[\]{},&*|>%@`-][^\n:'"#]*|'[^'\n]*'|"[^"\n]*")[ ]*:[ ]+)?"""
    rb"""(?:![^\s]*[ ]+)?(?P<quote>['"])(?:(?<=')(?:[^'\n]++|'')*+|(?<=")(?:[^"\\\n]++|\\[^\n])*+\\?+)$""",
    re.MULTILINE,
)
"""A line at the end of which the quoted value of a key, or the item after a dash, is still open."""
_REST = {
    b"'": re.compile(rb"(?:[^']++|'')*+'(?=[ \t]*+(?:#[^\n]*+)?(?:\r?\n|\Z))"),
    b'"': re.compile(rb'(?:[^"\\]++|\\.)*+"(?=[ \t]*+(?:#[^\n]*+)?(?:\r?\n|\Z))', re.DOTALL),
}
_LINE = re.compile(rb"\n( *)([^ \r\n])")
_BREAK = re.compile(rb"[\r\n]")
_MARK = re.compile(rb"^(?:---|\.\.\.)(?:\s|\Z)", re.MULTILINE)
"""What ends a document, in a quoted text too."""

_SIGN = re.compile(rb"['\"]|^(?:---|\.\.\.)", re.MULTILINE)


def fold_left(data: bytes) -> bytes:
    """Return a text in YAML in which each quoted text stands on one line that goes on further left than its key.

    The breaks of its lines have become blanks: all that stands behind is where it was.
    """
    pieces: list[bytes] = []
    at = 0
    for opened in _OPENED.finditer(data):
        if opened.start() < at or not (opened["key"] or opened["indent"].strip()):
            continue
        rest = _REST[opened["quote"]].match(data, opened.end())
        if rest is None or not _is_left(rest[0], _column(opened)) or _MARK.search(rest[0]):
            continue
        pieces += (data[at : rest.start()], _BREAK.sub(b" ", rest[0]))
        at = rest.end()
    return b"".join((*pieces, data[at:])) if pieces else data


def may_change_folds(line: bytes) -> bool:
    """Tell whether a change on a line, behind its indentation, may change what is folded."""
    return _SIGN.search(line) is not None


def _column(opened: re.Match[bytes]) -> int:
    """Return the column of the key or dash whose value is open."""
    indent = opened["indent"]
    return len(indent) if opened["key"] else len(indent.rstrip()) - 1


def _is_left(rest: bytes, column: int) -> bool:
    return any(len(line[1]) <= column for line in _LINE.finditer(rest))
