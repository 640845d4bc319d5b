"""Identifiers and the words in them, alike in every language."""

import re
from collections.abc import Container
from functools import lru_cache

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d][\w$]*|[()]|\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`")
_IN_STRING = re.compile(r"[^\W\d][\w-]*")


@lru_cache(maxsize=4096)
def words(identifier: str) -> tuple[str, ...]:
    """Split an identifier at case changes, digits and punctuation.

    ``HTTPStatusCode2`` and ``http-status_code`` both are ``("http", "status", "code")``.
    """
    return tuple(match[0].lower() for match in _WORD.finditer(identifier))


def segments(expression: str, transparent: Container[str] = ()) -> tuple[str, ...]:
    """Return the names along an expression, outermost first, without what stands in call brackets.

    ``resp["status"]`` is ``("resp", "status")`` and ``client.get(url).status`` is ``("client", "get", "status")``.
    A call of a name in ``transparent`` stands for its arguments: with ``int`` in it, ``int(r.code)`` is
    ``("r", "code")``.
    """
    found: list[str] = []
    hidden = 0
    before = ""
    for match in _TOKEN.finditer(expression):
        token = match[0]
        if token == "(":
            hidden = _enter(hidden, found, before, transparent)
        elif token == ")":
            hidden = max(0, hidden - 1)
        elif not hidden:
            found.extend(_names(token))
        before = token
    return tuple(found)


def _enter(hidden: int, found: list[str], callee: str, transparent: Container[str]) -> int:
    if hidden:
        return hidden + 1
    if found and found[-1] == callee:
        if callee in transparent:
            found.pop()
            return 0
        return 1
    return 0


def _names(token: str) -> list[str]:
    return _IN_STRING.findall(token) if token[0] in "\"'`" else [token]
