"""What a call around a literal says: its arguments and keywords, annotations, macros, what is still being typed."""

from collections.abc import Sequence
from itertools import zip_longest

from statuslens.source.context import Relation, Walk
from statuslens.source.definitions import function_name, parameters_of
from statuslens.source.language import Operation, Step
from statuslens.source.operators import meet_method, meet_operand
from statuslens.source.selector import Span, text_of
from statuslens.source.siblings import among, parts_of
from statuslens.source.syntax import Node

_MAX_ARGUMENTS = 16
"""Pieces before a literal that are looked at in a call whose bracket is still open."""
_MAX_ANNOTATIONS = 32
_HOLDERS = 2
_HOLDS_ANNOTATIONS = ("modifiers", "attribute_list")
_FEEDS = "<<<"
_OF_A_BODY = {Relation.ANSWERED, Relation.KEYED}


def meet_unfinished_call(walk: Walk, parent: Node, child: Node) -> None:
    """Find the callee of a call that is being typed: in a broken place its pieces stand side by side."""
    children, place = walk.path.children(parent), walk.path.place(parent, child)
    pieces = children[max(0, place - _MAX_ARGUMENTS - 1) : place][::-1]
    commas = 0
    for before, callee in zip_longest(pieces[:_MAX_ARGUMENTS], pieces[1:]):
        if before is None:
            break
        if before.type == "(":
            if callee is not None and callee.is_named:
                walk.position = commas
                walk.add(Relation.ARGUMENT, text_of(callee))
            break
        commas += before.type == ","


def meet_annotation(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet ``@Name(404)`` and ``[Name(404)]``; the function below gives rows of test values their columns."""
    callee = step.pick("callee", parent, child)
    if callee is None or callee.holds(child):
        return False
    functions = (node for node in (parent, *walk.outward) if node.type in walk.language.functions)
    function = next(functions, None) or _function_after(walk.outer)
    walk.add(Relation.ANNOTATED, callee.text, columns=parameters_of(function) if function is not None else ())
    if described := _described(walk, parent):
        walk.add(Relation.DESCRIBED, described)
    return False


def _described(walk: Walk, annotation: Node) -> str:
    """Return the name of the member or parameter that an annotation stands in; empty for another one."""
    inner = annotation
    for node in walk.outward[:_HOLDERS]:
        step = walk.language.steps.get(node.type)
        target = step.pick("target", node, inner) if step is not None and step.kind == "assignment" else None
        declarator = node.child_by_field_name("declarator") or node
        if named := target.first if target is not None else declarator.child_by_field_name("name"):
            return text_of(named)
        if not node.type.endswith(_HOLDS_ANNOTATIONS):
            return ""
        inner = node
    return ""


def _function_after(holder: Node | None) -> Node | None:
    """Return the function that follows, in grammars where an annotation stands before it and not inside."""
    node = holder
    for _ in range(_MAX_ANNOTATIONS):
        node = node.next_named_sibling if node is not None else None
        if node is not None and node.child_by_field_name("parameters") is not None:
            return node
    return None


def meet_arguments(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet the brackets around arguments."""
    if walk.others:
        walk.add(Relation.ELEMENT, "")
    walk.position, walk.others = among(walk, parent, child)
    return True


def meet_argument(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a call, whose argument, receiver or callee the literal is in."""
    callee = step.pick("callee", parent, child)
    receiver = step.pick("receiver", parent, child)
    if receiver is not None and receiver.holds(child):
        return meet_method(walk, step.text("name", parent, child), step.text("arguments", parent, child))
    if callee is not None and callee.holds(child):
        if callee.ending.rpartition(".")[2] in walk.language.passing:
            return True
        if walk.contexts:
            walk.add(Relation.CALLED, step.text("arguments", parent, child))
        return False
    above = walk.language.steps.get(walk.outer.type) if walk.outer is not None else None
    if above is not None and above.kind == "annotation":
        return True
    block = step.pick("block", parent, child)
    if block is not None and block.holds(child):
        if walk.others:
            walk.add(Relation.ELEMENT, "")
        arguments = step.pick("arguments", parent, child)
        beside = arguments if arguments != block else None
        walk.others = tuple(map(text_of, parts_of(beside.first))) if beside is not None else ()
        walk.position = len(walk.others)
    elif walk.position is None and "arguments" not in step.selectors and parent.named_child_count:
        walk.position, walk.others = _after_callee(walk, parent, child, callee)
    if (operated := _operated(walk)) is not None:
        return operated
    return _taken(walk, callee.ending if callee is not None else "", step.text("input", parent, child))


def _taken(walk: Walk, callee: str, fed: str) -> bool:
    """Meet what takes a literal as its argument, or looks for it in what it is fed: ``grep 404 <<< "$status"``."""
    if fed.startswith(_FEEDS):
        walk.add(Relation.COMPARED, fed.removeprefix(_FEEDS).strip())
        return False
    if callee in walk.language.carriers and walk.position:
        # run expect_status 404
        callee, walk.position, walk.others = walk.others[0], walk.position - 1, walk.others[1:]
    walk.add(Relation.ARGUMENT, callee)
    return True


def _operated(walk: Walk) -> bool | None:
    """Meet an operator that is an argument like its operands; None for other arguments.

    ``test "$status" = 404`` and C's ``assert_int(404, ==, status)`` have one.
    """
    place, others = walk.position, walk.others
    if place is None or not 0 <= place != 1 or len(others) < max(2, place):
        return None
    subject, operator = others[place - 2 : place] if place else others[1::-1]
    operator = operator.rstrip(", ")  # C's grammar takes the comma into it
    operation = walk.language.operation(operator)
    if operator.isalpha() or operation not in {Operation.EQUALITY, Operation.ORDER}:
        return None
    walk.position, walk.others = None, ()
    return meet_operand(walk, subject, operation, operator, is_right=place > 0)


def _after_callee(walk: Walk, parent: Node, child: Node, callee: Span | None) -> tuple[int | None, tuple[str, ...]]:
    """Return the place of an argument in grammars where the arguments stand beside the callee."""
    position, others = among(walk, parent, child)
    if position is None or callee is None:
        return position, others
    before = sum(node.end_byte <= callee.last.end_byte for node in parent.named_children)
    return position - before, others[before:]


def hand_out(walk: Walk, outward: Sequence[Node]) -> None:
    """Meet a function, the first of some nodes, that returns the literal, and the call that a nameless one is for."""
    name = function_name(walk.language, outward) if outward else ""
    walk.add(Relation.RETURNED, name)
    if not name and len(outward) > 1 and _kind(walk, outward[1]) == "keyword":
        outward = outward[1:]
    steps = tuple(filter(None, (walk.language.steps.get(node.type) for node in outward[1:3])))
    if not name and [step.kind for step in steps] == ["arguments", "argument"]:
        function, brackets, call = outward[:3]
        callee = steps[1].pick("callee", call, brackets)
        walk.position, walk.others = among(walk, brackets, function)
        walk.add(Relation.ARGUMENT, callee.ending if callee is not None else "")


def _kind(walk: Walk, node: Node) -> str:
    step = walk.language.steps.get(node.type)
    return step.kind if step is not None else ""


def meet_macro(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a call in a language where definitions, tests and matches are calls as well."""
    callee = step.text("callee", parent, child)
    arguments = next((node for node in parent.named_children if node.type == "arguments"), None)
    first = text_of(arguments.named_child(0)) if arguments is not None and arguments.named_child_count else ""
    is_in_body = child != arguments or any(context.relation in _OF_A_BODY for context in walk.contexts[-1:])
    if callee in step.plain["defines"].split():
        if is_in_body:
            walk.add(Relation.RETURNED, first.partition("(")[0])
        return False
    if callee in step.plain["matches"].split():
        if walk.in_switch:
            walk.add(Relation.CASE, first)
        return is_in_body and not walk.in_switch
    if callee in step.plain["tests"].split():
        return is_in_body
    pipe = walk.outer
    if pipe is not None and _has_child(pipe, "|>") and pipe.named_child(0) != parent:
        walk.position = walk.position + 1 if walk.position is not None else None
        walk.others = (text_of(pipe.named_child(0)), *walk.others)
    return meet_argument(walk, parent, child, step)


def _has_child(node: Node, kind: str) -> bool:
    return node.child_count <= _MAX_ARGUMENTS and any(child.type == kind for child in node.children)


def meet_keyword(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet an argument with a name."""
    name = step.pick("name", parent, child)
    if name is not None and not name.holds(child):
        if walk.position is None and parent.parent is not None:
            walk.others = among(walk, parent.parent, parent)[1]
        walk.add(Relation.KEYWORD, name.text)
    return True


def meet_member(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet the name of a method of what holds the literal."""
    owner, call = step.pick("object", parent, child), walk.outer
    if owner is not None and owner.holds(child) and call is not None:
        above = walk.language.steps.get(call.type)
        if above is not None and above.kind == "argument":
            name = step.text("property", parent, child).lstrip("?.!")
            return meet_method(walk, name, above.text("arguments", call, parent))
        if not walk.contexts:
            return meet_method(walk, step.text("property", parent, child).lstrip("?.!"), "")
    return False
