"""Steps: what each kind of syntax node on the way from a literal outwards says about it."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from statuslens.source.context import Context, Relation, Siblings, Walk
from statuslens.source.guards import unguard
from statuslens.source.language import Operation, Step
from statuslens.source.macros import meet_tokens
from statuslens.source.operators import meet_binary, meet_comparison, meet_method, meet_operand
from statuslens.source.selector import Span, text_of
from statuslens.source.syntax import Node

MAX_CONTEXTS = 5
_MAX_ARGUMENTS = 16
"""Pieces before a literal that are looked at in a call whose bracket is still open."""
_MAX_ANNOTATIONS = 32
_MAX_SIBLINGS = 64
_MAX_STEPS = 40
_OF_A_BODY = {Relation.ANSWERED, Relation.KEYED}
_OF_AN_ENTRY = {Relation.KEY, Relation.KEYED}


def contexts_of(walk: Walk) -> tuple[Context, ...]:
    """Return the contexts that a way from a literal outwards meets, innermost first."""
    child = walk.node
    for place, parent in enumerate(walk.around[:_MAX_STEPS]):
        walk.place = place
        if len(walk.contexts) >= MAX_CONTEXTS:
            break
        step = walk.language.steps.get(parent.type)
        if step is not None:
            if not _HANDLERS[step.kind](walk, parent, child, step):
                break
        elif parent.is_error:
            _unfinished_call(walk, parent, child)
        else:
            break
        child = parent
    if walk.others and not walk.contexts:
        walk.add(Relation.ELEMENT, "")
    if walk.contexts:
        walk.contexts[0] = unguard(walk.contexts[0], walk)
    return tuple(walk.contexts)


def _unfinished_call(walk: Walk, parent: Node, child: Node) -> None:
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


def _through(_walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return True


def _outside(_walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return False


def _annotation(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet ``@Name(404)`` and ``[Name(404)]``; the function below gives rows of test values their columns."""
    callee = step.pick("callee", parent, child)
    if callee is None or callee.holds(child):
        return False
    functions = (node for node in (parent, *walk.outward) if node.type in walk.language.functions)
    function = next(functions, None) or _function_after(walk.outer)
    walk.add(Relation.ANNOTATED, callee.text, columns=parameters_of(function) if function is not None else ())
    return False


def _function_after(holder: Node | None) -> Node | None:
    """Return the function that follows, in grammars where an annotation stands before it and not inside."""
    node = holder
    for _ in range(_MAX_ANNOTATIONS):
        node = node.next_named_sibling if node is not None else None
        if node is not None and node.child_by_field_name("parameters") is not None:
            return node
    return None


def parameters_of(function: Node, holder_type: str = "parameter") -> tuple[str, ...]:
    """Return the parameters of a function as written; empty for what has none."""
    holder = function.child_by_field_name("value") or function
    own = tuple(text_of(node) for node in holder.named_children if node.type == "parameter")
    if own:
        return own
    found = _parameter_list(holder, holder_type)
    if found is None:
        return ()
    return tuple(text_of(node) for node in _parts(found) if "attribute" not in node.type)


def _parameter_list(holder: Node, holder_type: str) -> Node | None:
    found = holder.child_by_field_name("parameters") or holder.child_by_field_name("parameter")
    if found is not None:
        return found
    for node in holder.named_children if holder.named_child_count <= _MAX_SIBLINGS else ():
        if node.type == "primary_constructor":
            return _parameter_list(node, holder_type)
        if holder_type in node.type and not node.type.startswith("type_"):
            return node
    return None


def _arguments(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    if walk.others:
        walk.add(Relation.ELEMENT, "")
    walk.position, walk.others = _among(walk, parent, child)
    return True


def _argument(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
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
    block, arguments = step.pick("block", parent, child), step.pick("arguments", parent, child)
    if block is not None and block.holds(child):
        if walk.others:
            walk.add(Relation.ELEMENT, "")
        beside = arguments if arguments != block else None
        walk.others = tuple(map(text_of, _parts(beside.first))) if beside is not None else ()
        walk.position = len(walk.others)
    elif walk.position is None and "arguments" not in step.selectors and parent.named_child_count:
        walk.position, walk.others = _after_callee(walk, parent, child, callee)
        if (operated := _operated(walk)) is not None:
            return operated
    walk.add(Relation.ARGUMENT, callee.ending if callee is not None else "")
    return True


def _operated(walk: Walk) -> bool | None:
    """Meet ``test "$status" = 404``, where an operator is an argument like its operands; None for other arguments."""
    if walk.position is None or not 2 <= walk.position <= len(walk.others):  # noqa: PLR2004
        return None
    subject, operator = walk.others[walk.position - 2 : walk.position]
    operation = walk.language.operation(operator)
    if operator.isalpha() or operation not in {Operation.EQUALITY, Operation.ORDER}:
        return None
    walk.position, walk.others = None, ()
    return meet_operand(walk, subject, operation, operator, is_right=True)


def _after_callee(walk: Walk, parent: Node, child: Node, callee: Span | None) -> tuple[int | None, tuple[str, ...]]:
    """Return the place of an argument in grammars where the arguments stand beside the callee."""
    position, others = _among(walk, parent, child)
    if position is None or callee is None:
        return position, others
    before = sum(node.end_byte <= callee.last.end_byte for node in parent.named_children)
    return position - before, others[before:]


def _arm(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet an arm of a match: its pattern is a case, its value answers to the pattern."""
    pattern = step.pick("pattern", parent, child)
    if pattern is None:
        return True
    if pattern.holds(child):
        walk.in_switch = True
        before = child.prev_sibling
        if before is not None and walk.language.operation(text_of(before)) is Operation.ORDER:
            walk.in_range = True
    else:
        walk.add(Relation.ANSWERED, pattern.text)
    return True


def _assignment(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    target = step.pick("target", parent, child)
    value = step.pick("value", parent, child)
    if target is None or (value is not None and not value.holds(child)):
        return False
    target_step = walk.language.steps.get(target.first.type)
    is_entry = target_step is not None and target_step.kind == "pair"
    if target.holds(child):
        return is_entry
    if is_entry:
        walk.add(Relation.KEYED, target.text)
        return True
    declared = step.pick("type", parent, child)
    fields = _fields(declared, step) if declared is not None else []
    is_field = walk.element is not None and walk.element < len(fields)
    walk.add(Relation.ASSIGNED, fields[walk.element or 0] if is_field else _facing(walk, target.first) or target.text)
    if declared is not None and not fields:
        walk.add(Relation.TYPED, declared.text)
    return True


def _facing(walk: Walk, target: Node) -> str:
    """Return the one of several targets that gets the literal: ``body`` and ``status`` in ``body, status = x, 404``."""
    step = walk.language.steps.get(target.type)
    is_list = (step is not None and step.kind == "collection") or "list" in target.type or "pattern" in target.type
    if not is_list or walk.position is None or target.named_child_count != len(walk.others) + 1:
        return ""
    return text_of(target.named_child(walk.position))


def _case(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    body = step.pick("body", parent, child)
    walk.in_switch = body is None or not body.holds(child)
    return walk.in_switch


def _choice(_walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    condition = step.pick("condition", parent, child)
    return condition is None or not condition.holds(child)


def _collection(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    is_in_entry = any(context.relation in _OF_AN_ENTRY for context in walk.contexts[-1:])
    if parent.named_child_count > 1 and walk.element is None and not is_in_entry:
        walk.position, walk.others = _among(walk, parent, child)
        walk.element = walk.position
    method = parent.next_named_sibling
    if step.suffix and method is not None and method.type == step.suffix:
        walk.add(Relation.METHOD, text_of(method.next_named_sibling), text_of(method).strip("?."))
        return False
    return True


def _entries(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet a mapping whose keys and values stand side by side."""
    if parent.field_name_for_child(walk.path.place(parent, child)) == "key":
        walk.add(Relation.KEY, text_of(child.next_named_sibling))
    else:
        walk.add(Relation.KEYED, text_of(child.prev_named_sibling))
    return True


def _index(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    owner = step.pick("object", parent, child)
    if owner is not None and not owner.holds(child):
        walk.add(Relation.INDEX, owner.text)
    return False


def _keyword(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    name = step.pick("name", parent, child)
    if name is not None and not name.holds(child):
        if walk.position is None and parent.parent is not None:
            walk.others = _among(walk, parent.parent, parent)[1]
        walk.add(Relation.KEYWORD, name.text)
    return True


def _macro(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
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
    return _argument(walk, parent, child, step)


def _has_child(node: Node, kind: str) -> bool:
    return node.child_count <= _MAX_ARGUMENTS and any(child.type == kind for child in node.children)


def _member(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    owner, call = step.pick("object", parent, child), walk.outer
    if owner is not None and owner.holds(child) and call is not None:
        above = walk.language.steps.get(call.type)
        if above is not None and above.kind == "argument":
            name = step.text("property", parent, child).lstrip("?.!")
            return meet_method(walk, name, above.text("arguments", call, parent))
    return False


def _named(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    walk.add(Relation.NAMED, step.text("name", parent, child))
    return False


def _pair(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    key = step.pick("key", parent, child)
    if key is not None and key.holds(child) and "value" in step.selectors and step.pick("value", parent, child) is None:
        return True  # an element without a key
    mapping = walk.outer if walk.position is None else None
    if mapping is not None:
        walk.others = _among(walk, mapping, parent)[1]
    if key is None or key.holds(child):
        walk.add(Relation.KEY, step.text("value", parent, child))
    else:
        walk.add(Relation.KEYED, key.text)
    return True


def _pattern_test(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a test of a subject against a pattern: ``status is 404 or 410``."""
    subject = step.pick("subject", parent, child)
    if subject is not None and not subject.holds(child):
        walk.add(Relation.COMPARED, subject.text)
    return False


def _range(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    walk.in_range = True
    tested = step.text("tested", parent, child)
    if tested and not walk.contexts:
        walk.add(Relation.COMPARED, tested)
    return True


def _piped(walk: Walk, _parent: Node, child: Node, _step: Step) -> bool:
    """Meet a command that reads what the one before it writes."""
    before = child.prev_named_sibling
    if before is not None:
        walk.add(Relation.COMPARED, text_of(before))
    return False


def _result(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    body = step.pick("body", parent, child)
    if body is not None and body.holds(child):
        walk.add(Relation.RETURNED, _function_name(walk, walk.around[walk.place :]))
    elif default := step.text("default", parent, child):
        walk.add(Relation.ASSIGNED, default)
    return False


def _returned(walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    outward = walk.outward
    place = next((place for place, node in enumerate(outward) if node.type in walk.language.functions), None)
    walk.add(Relation.RETURNED, _function_name(walk, outward[place:]) if place is not None else "")
    return False


def _function_name(walk: Walk, outward: Sequence[Node]) -> str:
    """Return the name of a function, the first of some nodes, or of what holds it."""
    function = outward[0]
    step = walk.language.steps.get(function.type)
    if step is not None and (named := step.text("name", function, function).partition("(")[0]):
        return named
    name = function.child_by_field_name("name") or function.child_by_field_name("declarator")
    if name is not None or len(outward) == 1:
        return text_of(name).partition("(")[0]
    holder = outward[1]
    return text_of(next(filter(None, (holder.child_by_field_name(name) for name in ("name", "key", "left"))), None))


def _switch(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    if walk.in_switch:
        subject = step.pick("subject", parent, child)
        facing = _facing(walk, subject.first) if subject is not None else ""
        walk.add(Relation.CASE, facing or step.text("subject", parent, child))
        return False
    subject = step.pick("subject", parent, child)
    return subject is None or not subject.holds(child)


def _tail(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet a block whose last expression, or each arm, is its value."""
    step = walk.language.steps.get(child.type)
    return child == _parts(parent)[-1] or (step is not None and step.kind == "arm")


def _typed_literal(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    declared = step.pick("type", parent, child)
    if declared is None or declared.holds(child):
        return declared is None
    fields = _fields(declared, step)
    if not fields:
        walk.add(Relation.TYPED, declared.text)
    elif walk.element is not None and walk.element < len(fields) and _OF_AN_ENTRY.isdisjoint(_relations(walk)):
        walk.add(Relation.KEYED, fields[walk.element])
    return True


def _fields(declared: Span, step: Step) -> list[str]:
    """Return the fields of a type that is written out where a literal is declared."""
    return names_below(declared.first, step.plain["field"]) if "field" in step.plain else []


def _relations(walk: Walk) -> set[Relation]:
    return {context.relation for context in walk.contexts}


def names_below(node: Node, kind: str) -> list[str]:
    """Return the texts of the nodes of one type inside a node, in their order."""
    names = [text_of(node)] if node.type == kind else []
    return names + [name for child in node.named_children for name in names_below(child, kind)]


def _unary(_walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    return step.text("operator", parent, child) in {"&", "*", "+"}


def _among(walk: Walk, parent: Node, child: Node) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of a child among its named siblings, and their texts."""
    if parent.named_child_count > _MAX_SIBLINGS:
        return None, ()
    siblings = walk.siblings.get(parent.id)
    if siblings is None:
        nodes = tuple(_parts(parent))
        siblings = walk.siblings[parent.id] = Siblings(nodes, tuple(map(text_of, nodes)))
    if child not in siblings.nodes:
        return None, siblings.texts
    position = siblings.nodes.index(child)
    return position, siblings.texts[:position] + siblings.texts[position + 1 :]


def _parts(parent: Node) -> list[Node]:
    return [node for node in parent.named_children if "comment" not in node.type]


_HANDLERS: dict[str, Callable[[Walk, Node, Node, Step], bool]] = {
    "annotation": _annotation,
    "argument": _argument,
    "arguments": _arguments,
    "arm": _arm,
    "assignment": _assignment,
    "binary": meet_binary,
    "case": _case,
    "choice": _choice,
    "collection": _collection,
    "comparison": meet_comparison,
    "entries": _entries,
    "guard": _outside,
    "index": _index,
    "keyword": _keyword,
    "macro": _macro,
    "member": _member,
    "named": _named,
    "pair": _pair,
    "pattern_test": _pattern_test,
    "piped": _piped,
    "range": _range,
    "result": _result,
    "returned": _returned,
    "switch": _switch,
    "tail": _tail,
    "through": _through,
    "tokens": meet_tokens,
    "typed_literal": _typed_literal,
    "unary": _unary,
}
