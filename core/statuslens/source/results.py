"""What a function that returns something declares its result to be."""

from collections.abc import Sequence

from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.siblings import parts_of
from statuslens.source.syntax import Node
from statuslens.source.words import split_list

_HANDS_OUT = {"arm", "choice", "keyword", "returned", "switch", "tail", "through"}
"""Steps through which a value goes out to the function that returns it."""


def result_of(node: Node, around: Sequence[Node], language: Language) -> str:
    """Return the declared type of the function that returns a node, or that part of it that is the node's.

    A part of a tuple may have a name there: ``status int`` of ``(status int, body string)``. Nothing where no function
    returns the node, or declares no such type.
    """
    row: Sequence[Node] = ()
    place = 0
    is_returned = False
    for outer in around:
        if outer.type in language.functions:
            return _declared(outer, len(row), place)
        step = language.steps.get(outer.type)
        is_returned = is_returned or (step is not None and step.kind == "returned")
        if is_returned:
            continue  # whatever block it stands in
        if step is not None and step.kind == "collection" and not row:
            row = parts_of(outer)
            place = next((number for number, part in enumerate(row) if part == node), 0)
        elif step is None or step.kind not in _HANDS_OUT:
            return ""
        node = outer
    return ""


def _declared(function: Node, count: int, place: int) -> str:
    signature = function.child_by_field_name("type") or function
    declared = signature.child_by_field_name("return_type") or function.child_by_field_name("returns")
    result = text_of(declared or function.child_by_field_name("result"))
    if not result.startswith("("):
        return "" if count else result
    parts = split_list(result[1:])
    return parts[place] if count and len(parts) == count else ""
