"""What a name stands for where a rule would write it: whether something else is called so."""

import re
from collections.abc import Iterator

from statuslens.source.concordance import pattern_of_name
from statuslens.source.document import Document, Token
from statuslens.source.import_block import Statement
from statuslens.source.language import TokenKind

_BEFORE_MEMBER = re.compile(rb"(?:\.|::|->|\\)[ \t\r\n]*\Z")
_BEHIND_OWNER = re.compile(rb"[ \t\r\n]*(?:\??\.|::|->|\\)")
_REACH = 80
_NAMING = {"keyword": "name", "pair": "key"}
"""Steps whose node gives a name to a value, with the part that is the name."""


def find_takers(document: Document, name: str, binding: Statement | None) -> frozenset[int | None]:
    """Return where the outermost functions begin in which a name may stand for something else.

    None among them stands for what is outside of functions, and means all of the file. ``binding`` is the import that
    gives the name its meaning; None where one is yet to be added. A capitalised name is a type's: no variable hides
    it, but where it is yet to be imported it must not be in use at all.
    """
    if binding is not None and name[0].isupper():
        return frozenset()
    found: set[int | None] = set()
    for token in _uses(document, name, binding):
        if not _names_value(token, document):
            found.add(None if name[0].isupper() else outermost(document, token.start))
            if None in found:
                break
    return frozenset(found)


def _uses(document: Document, name: str, binding: Statement | None) -> Iterator[Token]:
    """Yield where a name stands for itself, and neither for a member of something nor for what its import brings."""
    data = document.data
    for start, end in map(re.Match.span, pattern_of_name(name.encode()).finditer(data)):
        is_own = binding is not None and (
            binding.start <= start < binding.end or _BEHIND_OWNER.match(data, end) is not None
        )
        if is_own or _BEFORE_MEMBER.search(data[max(0, start - _REACH) : start]):
            continue
        token = document.token(start, end)
        if token is not None and (token.start, token.end) == (start, end) and token.kind is TokenKind.NAME:
            yield token


def _names_value(token: Token, document: Document) -> bool:
    """Tell whether a name is that of an argument or an entry: ``Response(status=404)``."""
    parent = next(iter(token.around), None)
    step = document.language.steps.get(parent.type) if parent is not None else None
    if parent is None or step is None or step.kind not in _NAMING:
        return False
    part = step.pick(_NAMING[step.kind], parent, token.node)
    return part is not None and part.holds(token.node)


def outermost(document: Document, place: int) -> int | None:
    """Return where the outermost function around a place begins; None outside of functions."""
    token = document.token(place, place + 1)
    around = token.around if token is not None else ()
    functions = [node.start_byte for node in around if node.type in document.language.functions]
    return functions[-1] if functions else None
