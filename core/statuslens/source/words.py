"""Identifiers and the words in them, alike in every language."""

import re
from functools import lru_cache

from statuslens.source.commands import names_of_substitution

_WORD = re.compile(r"[A-Z]+(?![^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+")
_PIECE = re.compile(r"(?:(?<!:):)?[^\W\d][\w$]*(?:[?!]|:[ ]?(?=[\"']))?|[()]|\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`")
_TYPES = re.compile(r"(?<=\w)<[^()<>]*(?:<[^()<>]*>[^()<>]*)*>(?=[\w.(:])|(?<=\.)<[^()<>]*>(?=\w)")
"""What a call says of its types: ``Produces<Page<Item>>(200)``, ``this.<byte[]>fetch(404)``."""
_NAME = re.compile(r"[^\W\d][\w$.-]*[?!]?")
_OF_A_KEY = ('"', "'", "`", ":")
_BY_VARIABLE = re.compile(r"(?<=[\w)\]])\[\s*\$?([a-z_][\w]*)\s*\]")
"""What only says which element is meant: ``statuses[index]``."""
_OF_EACH = re.compile(r"(?<=[\w)\]])\s+for\s+\w+(?:\s*,\s*\w+)*\s+in\s.*", re.DOTALL)
"""Where the elements of a list come from: ``[r.status for r in answers]``."""
_AROUND = "\"'`$@:{} "


@lru_cache(maxsize=4096)
def words(identifier: str) -> tuple[str, ...]:
    """Split an identifier at case changes, digits and punctuation.

    ``HTTPStatusCode2`` and ``http-status_code`` both are ``("http", "status", "code")``.
    """
    return tuple(match[0].lower() for match in _WORD.finditer(identifier))


def split_list(text: str) -> tuple[str, ...]:
    """Split a text behind an opening bracket at the commas up to the closing one; empty where it has none."""
    parts, depth, start = list[str](), 0, 0
    for place, sign in enumerate(text):
        if sign in "([{":
            depth += 1
        elif sign in ")]}" and depth:
            depth -= 1
        elif sign in ")]}":
            return (*parts, text[start:place].strip())
        elif sign == "," and not depth:
            parts.append(text[start:place].strip())
            start = place + 1
    return ()


def _without_extras(expression: str) -> str:
    """Return an expression without types and the variables that only say which element is meant."""
    if "[" in expression:
        expression = _BY_VARIABLE.sub("", _OF_EACH.sub("", expression))
    return _TYPES.sub("", expression) if "<" in expression else expression


_NO_KEY = re.compile(r"/|\$\{")
"""What an address has in it, or a text with places to fill in."""


@lru_cache(maxsize=16384)
def segments(
    expression: str, transparent: frozenset[str] = frozenset(), accessors: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Return the names along an expression, outermost first, without what stands in call brackets.

    ``resp["status"]`` is ``("resp", "status")`` and ``client.get(url).status`` is ``("client", "get", "status")``.
    A call of a name in ``transparent`` stands for its arguments: with ``int`` in it, ``int(r.code)`` is
    ``("r", "code")``. One of a name in ``accessors`` stands for the key that it is given, a string or a symbol: with
    ``get`` in it, ``r.get("status")`` and ``r.get(:status)`` are ``("r", "status")``. Of strings, only those that are
    names count. A variable that only tells which element is meant comes first: ``statuses[index]`` is
    ``("index", "statuses")``.
    """
    if ("$" in expression or "`" in expression) and (substituted := names_of_substitution(expression)) is not None:
        return substituted
    found: list[str] = _BY_VARIABLE.findall(expression)
    hidden = 0
    before = ""
    pieces = _PIECE.findall(_without_extras(expression))
    for place, piece in enumerate(pieces):
        if piece == "(":
            is_called = bool(found) and found[-1] == before and not hidden
            key = next((text for text in pieces[place + 1 : place + 3] if not text.rstrip().endswith(":")), "")
            is_key = before in accessors and key.startswith(_OF_A_KEY) and not _NO_KEY.search(key)
            is_empty = pieces[place + 1 : place + 2] == [")"]
            if is_called and not is_empty and before.rstrip("?!") in transparent:
                found.pop()
            elif is_called and is_key:
                found[-1] = key.strip(_AROUND)
                hidden += 1
            elif is_called or hidden:
                hidden += 1
        elif piece == ")":
            hidden = max(0, hidden - 1)
        elif not hidden:
            name = piece.strip(_AROUND)
            if _NAME.fullmatch(name):
                found.append(name)
        before = piece
    return tuple(found)
