"""What a definition says in its syntax tree: a function's name and parameters, a type's fields."""

import re
from collections.abc import Sequence

from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.siblings import MAX_SIBLINGS, parts_of
from statuslens.source.syntax import Node

_NO_BASE = re.compile("body|constructor|parameter")
_TYPE = re.compile(r"\b[A-Z]\w*")


def parameters_of(function: Node, holder_type: str = "parameter") -> tuple[str, ...]:
    """Return the parameters of a function as written; empty for what has none."""
    holder = function.child_by_field_name("value") or function
    own = tuple(text_of(node) for node in holder.named_children if node.type == "parameter")
    if own:
        return own
    found = _parameter_list(holder, holder_type)
    if found is None:
        return ()
    return tuple(name for node in parts_of(found) if "attribute" not in node.type for name in _declared(node))


def _declared(parameter: Node) -> list[str]:
    """Return what a parameter is written as; of several that share a type, as in Go, their names."""
    names = parameter.children_by_field_name("name") if parameter.type == "parameter_declaration" else ()
    return [text_of(name) for name in names] or [text_of(parameter)]


def _parameter_list(holder: Node, holder_type: str) -> Node | None:
    found = holder.child_by_field_name("parameters") or holder.child_by_field_name("parameter")
    if found is not None:
        return found
    for node in holder.named_children if holder.named_child_count <= MAX_SIBLINGS else ():
        if node.type == "primary_constructor":
            return _parameter_list(node, holder_type)
        if holder_type in node.type and not node.type.startswith("type_"):
            return node
    return None


def function_name(language: Language, outward: Sequence[Node]) -> str:
    """Return the name of a function, the first of some nodes, or of what holds it."""
    function = outward[0]
    step = language.steps.get(function.type)
    if step is not None and (named := step.text("name", function, function).partition("(")[0]):
        return named
    name = function.child_by_field_name("name") or function.child_by_field_name("declarator")
    if name is not None or len(outward) == 1:
        return text_of(name).partition("(")[0]
    holder = outward[1]
    return text_of(next(filter(None, (holder.child_by_field_name(name) for name in ("name", "key", "left"))), None))


def bases_of(definition: Node) -> tuple[str, ...]:
    """Return the capitalised names between a class's name and its body: what it extends, and the like."""
    name = definition.child_by_field_name("name")
    if name is None or "class" not in definition.type or definition.named_child_count > MAX_SIBLINGS:
        return ()
    behind = (child for child in definition.named_children if child.start_byte >= name.end_byte)
    heads = (child for child in behind if not _NO_BASE.search(child.type))
    return tuple(found for child in heads for found in _TYPE.findall(text_of(child)))


def names_below(node: Node, kind: str) -> list[str]:
    """Return the texts of the nodes of one type inside a node, in their order."""
    names = [text_of(node)] if node.type == kind else []
    return names + [name for child in node.named_children for name in names_below(child, kind)]
