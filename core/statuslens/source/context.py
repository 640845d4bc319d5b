"""The context of a literal: what it is passed to, compared with, assigned to; alike in every language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from statuslens.source.language import Language, Step
from statuslens.source.syntax import Node

MAX_CONTEXTS = 4
_MAX_ARGUMENTS = 16
"""Pieces before a literal that are looked at in a call whose bracket is still open."""
_MAX_SUBJECT = 200
_MAX_SIBLINGS = 64
_MAX_STEPS = 40

_EQUALITY = {"==", "!=", "===", "!==", "is", "is not", "<=>", "=~"}
_ORDER = {"<", "<=", ">", ">="}
_MEMBERSHIP = {"in", "not in", "not", "instanceof"}
_FALLBACK = {"||", "??", "or"}
_LOGICAL = {"&&", "and"}
_DIVISION = {"/", "//", "%"}


class Relation(StrEnum):
    """How a literal stands to the subject of its context."""

    ARGUMENT = "passed to"
    ASSIGNED = "assigned to"
    BOUNDED = "a bound of"
    CASE = "a case of"
    COMPARED = "compared with"
    CALCULATED = "calculated with"
    DIVISOR = "divides"
    FALLBACK = "stands in for"
    INDEX = "looked up in"
    KEY = "a key in"
    KEYED = "the value of"
    KEYWORD = "passed as"
    MEMBER = "among the values of"
    METHOD = "has a method"
    NAMED = "defined in"
    RETURNED = "returned by"
    TYPED = "a value of type"


@dataclass(frozen=True, slots=True)
class Context:
    """One relation between a literal and something around it."""

    relation: Relation
    subject: str
    """The source text of what the literal is related to, shortened."""
    position: int | None = None
    """The position of the literal among arguments or elements, from zero."""
    operator: str = ""
    others: tuple[str, ...] = ()
    """Source texts of the other arguments or elements beside the literal."""
    element: int | None = None
    """The position of the literal in the innermost list or tuple around it, from zero."""


@dataclass(slots=True)
class _Walk:
    """The state of one way from a literal outwards."""

    language: Language
    contexts: list[Context] = field(default_factory=list)
    position: int | None = None
    others: tuple[str, ...] = ()
    element: int | None = None
    in_switch: bool = False

    def add(self, relation: Relation, subject: Node | str | None, operator: str = "") -> None:
        text = subject if isinstance(subject, str) else text_of(subject)
        self.contexts.append(Context(relation, text, self.position, operator, self.others, self.element))
        self.position, self.others = None, ()


def contexts_of(node: Node, language: Language) -> tuple[Context, ...]:
    """Return the contexts of a literal's node, innermost first."""
    walk = _Walk(language)
    child = node
    for _ in range(_MAX_STEPS):
        parent = child.parent
        if parent is None or len(walk.contexts) >= MAX_CONTEXTS:
            break
        if parent.is_error:
            _unfinished_call(walk, child)
            child = parent
            continue
        step = language.steps.get(parent.type)
        if step is None or not _HANDLERS[step.kind](walk, parent, child, step):
            break
        child = parent
    return tuple(walk.contexts)


def _unfinished_call(walk: _Walk, child: Node) -> None:
    """Find the callee of a call that is being typed: in a broken place its pieces stand side by side."""
    before, commas = child.prev_sibling, 0
    for _ in range(_MAX_ARGUMENTS):
        if before is None:
            return
        if before.type == "(":
            callee = before.prev_sibling
            if callee is not None and callee.is_named:
                walk.position = commas
                walk.add(Relation.ARGUMENT, callee)
            return
        commas += before.type == ","
        before = before.prev_sibling


def text_of(node: Node | None) -> str:
    """Return the source text of a node, shortened."""
    if node is None or node.text is None:
        return ""
    return node.text[:_MAX_SUBJECT].decode("utf-8", "replace")


def _through(_walk: _Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return True


def _collection(walk: _Walk, parent: Node, child: Node, _step: Step) -> bool:
    if parent.named_child_count > 1 and walk.element is None:
        walk.position, walk.others = _among(parent, child)
        walk.element = walk.position
    return True


def _arguments(walk: _Walk, parent: Node, child: Node, _step: Step) -> bool:
    walk.position, walk.others = _among(parent, child)
    return True


def _argument(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    callee = parent.child_by_field_name(step.fields.get("callee", ""))
    if child == callee:
        return False
    walk.add(Relation.ARGUMENT, callee)
    return True


def _assignment(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    target = parent.child_by_field_name(step.fields.get("target", ""))
    if target is None or child == target:
        return False
    if walk.position is not None and target.named_child_count > walk.position and len(walk.others) > 0:
        facing = target.named_child(walk.position)
        if target.named_child_count == len(walk.others) + 1 and facing is not None:
            target = facing
    walk.add(Relation.ASSIGNED, target)
    declared = parent.child_by_field_name(step.fields["type"]) if "type" in step.fields else None
    if declared is not None:
        walk.add(Relation.TYPED, declared)
    return True


def _binary(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    left = parent.child_by_field_name(step.fields["left"])
    right = parent.child_by_field_name(step.fields["right"])
    operator = text_of(parent.child_by_field_name(step.fields["operator"]))
    return _operand(walk, left if child == right else right, operator, is_right=child == right)


def _comparison(walk: _Walk, parent: Node, child: Node, _step: Step) -> bool:
    children = parent.children
    place = next((number for number, node in enumerate(children) if node == child), None)
    if place is None:
        return False
    neighbours = [(place - 1, place - 2, True), (place + 1, place + 2, False)]
    for operator, operand, is_right in neighbours:
        if 0 <= operand < len(children):
            _operand(walk, children[operand], children[operator].type, is_right=is_right)
    return False


def _operand(walk: _Walk, other: Node | None, operator: str, *, is_right: bool) -> bool:
    if operator in _EQUALITY:
        walk.add(Relation.COMPARED, other, operator)
    elif operator in _ORDER:
        walk.add(Relation.BOUNDED, other, operator)
    elif operator in _MEMBERSHIP:
        walk.add(Relation.MEMBER if is_right else Relation.INDEX, other, operator)
    elif operator in _FALLBACK:
        walk.add(Relation.FALLBACK, other, operator)
        return True
    elif operator in _DIVISION and is_right:
        walk.add(Relation.DIVISOR, other, operator)
    elif operator in _LOGICAL:
        return True
    else:
        walk.add(Relation.CALCULATED, other, operator)
    return False


def _case(walk: _Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    walk.in_switch = True
    return True


def _switch(walk: _Walk, parent: Node, _child: Node, step: Step) -> bool:
    if walk.in_switch:
        walk.add(Relation.CASE, parent.child_by_field_name(step.fields["subject"]))
    return False


def _choice(_walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    if "condition" in step.fields:
        return child != parent.child_by_field_name(step.fields["condition"])
    # Python's grammar names no fields here: outcome, condition, other outcome.
    return child != _operand_at(parent, 1)


def _index(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    owner = parent.child_by_field_name(step.fields["object"])
    if child != owner:
        walk.add(Relation.INDEX, owner)
    return False


def _keyword(walk: _Walk, parent: Node, _child: Node, step: Step) -> bool:
    walk.add(Relation.KEYWORD, parent.child_by_field_name(step.fields["name"]))
    return True


def _member(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    call = parent.parent
    if child == parent.child_by_field_name(step.fields["object"]) and call is not None:
        above = walk.language.steps.get(call.type)
        if above is not None and above.kind == "argument":
            passed = call.child_by_field_name(above.fields.get("arguments", ""))
            walk.add(Relation.METHOD, passed, text_of(parent.child_by_field_name(step.fields["property"])))
    return False


def _named(walk: _Walk, parent: Node, _child: Node, step: Step) -> bool:
    walk.add(Relation.NAMED, parent.child_by_field_name(step.fields["name"]))
    return False


def _pair(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    key = parent.child_by_field_name(step.fields["key"]) if "key" in step.fields else _operand_at(parent, 0)
    mapping = parent.parent
    walk.others = _among(mapping, parent)[1] if mapping is not None else ()
    if child == key:
        value = parent.child_by_field_name(step.fields["value"]) if "value" in step.fields else None
        walk.add(Relation.KEY, value)
    else:
        walk.add(Relation.KEYED, key)
    return True


def _result(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    if child == parent.child_by_field_name(step.fields["body"]):
        walk.add(Relation.RETURNED, _function_name(parent))
    return False


def _returned(walk: _Walk, parent: Node, _child: Node, _step: Step) -> bool:
    function = parent.parent
    while function is not None and function.type not in walk.language.functions:
        function = function.parent
    walk.add(Relation.RETURNED, _function_name(function) if function is not None else None)
    return False


def _function_name(function: Node) -> Node | None:
    name = function.child_by_field_name("name")
    if name is not None or function.parent is None:
        return name
    holder = function.parent
    return next(filter(None, (holder.child_by_field_name(name) for name in ("name", "key", "left"))), None)


def _typed_literal(walk: _Walk, parent: Node, child: Node, step: Step) -> bool:
    declared = parent.child_by_field_name(step.fields["type"]) if "type" in step.fields else _operand_at(parent, 1)
    if declared is None or child == declared:
        return declared is None
    fields = _names_below(declared, step.fields["field"]) if "field" in step.fields else []
    if not fields:
        walk.add(Relation.TYPED, declared)
    elif not walk.contexts and walk.element is not None and walk.element < len(fields):
        walk.add(Relation.KEYED, fields[walk.element])
    return True


def _operand_at(parent: Node, position: int) -> Node | None:
    """Return a named child by position, for nodes whose grammar names no fields; None where there are not so many."""
    return parent.named_child(position) if position < parent.named_child_count else None


def _names_below(node: Node, kind: str) -> list[str]:
    """Return the texts of the nodes of one type inside a node, in their order."""
    names = [text_of(node)] if node.type == kind else []
    return names + [name for child in node.named_children for name in _names_below(child, kind)]


def _unary(_walk: _Walk, parent: Node, _child: Node, step: Step) -> bool:
    return text_of(parent.child_by_field_name(step.fields["operator"])) in {"&", "*", "+"}


def _among(parent: Node, child: Node) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of a child among its named siblings, and their texts."""
    if parent.named_child_count > _MAX_SIBLINGS:
        return None, ()
    children = [node for node in parent.named_children if node.type != "comment"]
    position = next((number for number, node in enumerate(children) if node == child), None)
    return position, tuple(text_of(node) for node in children if node != child)


_HANDLERS: dict[str, Callable[[_Walk, Node, Node, Step], bool]] = {
    "argument": _argument,
    "arguments": _arguments,
    "assignment": _assignment,
    "binary": _binary,
    "case": _case,
    "choice": _choice,
    "collection": _collection,
    "comparison": _comparison,
    "index": _index,
    "keyword": _keyword,
    "member": _member,
    "named": _named,
    "pair": _pair,
    "result": _result,
    "returned": _returned,
    "switch": _switch,
    "through": _through,
    "typed_literal": _typed_literal,
    "unary": _unary,
}
