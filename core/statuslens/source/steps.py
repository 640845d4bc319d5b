"""Steps: what each kind of syntax node on the way from a literal outwards says about it."""

from collections.abc import Callable

from statuslens.source.context import Context, Relation, Walk
from statuslens.source.language import Language, Operation, Step
from statuslens.source.selector import Span, text_of
from statuslens.source.syntax import Node

MAX_CONTEXTS = 5
_MAX_ARGUMENTS = 16
"""Pieces before a literal that are looked at in a call whose bracket is still open."""
_MAX_ANNOTATIONS = 4
_MAX_SIBLINGS = 64
_MAX_STEPS = 40
_OPENING_BRACKETS = {"[", "{"}
_OF_AN_ENTRY = {Relation.KEY, Relation.KEYED}


def contexts_of(node: Node, language: Language) -> tuple[Context, ...]:
    """Return the contexts of a literal's node, innermost first."""
    walk = Walk(language)
    child = node
    for _ in range(_MAX_STEPS):
        parent = child.parent
        if parent is None or len(walk.contexts) >= MAX_CONTEXTS:
            break
        step = language.steps.get(parent.type)
        if step is not None:
            if not _HANDLERS[step.kind](walk, parent, child, step):
                break
        elif parent.is_error:
            _unfinished_call(walk, child)
        else:
            break
        child = parent
    if walk.others and not walk.contexts:
        walk.add(Relation.ELEMENT, "")
    return tuple(walk.contexts)


def _unfinished_call(walk: Walk, child: Node) -> None:
    """Find the callee of a call that is being typed: in a broken place its pieces stand side by side."""
    before, commas = child.prev_sibling, 0
    for _ in range(_MAX_ARGUMENTS):
        if before is None:
            return
        if before.type == "(":
            callee = before.prev_sibling
            if callee is not None and callee.is_named:
                walk.position = commas
                walk.add(Relation.ARGUMENT, text_of(callee))
            return
        commas += before.type == ","
        before = before.prev_sibling


def _through(_walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return True


def _annotation(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet ``@Name(404)`` and ``[Name(404)]``; the function below gives rows of test values their columns."""
    callee = step.pick("callee", parent, child)
    if callee is None or callee.holds(child):
        return False
    function: Node | None = parent
    while function is not None and function.type not in walk.language.functions:
        function = function.parent
    function = function or _function_after(parent)
    walk.add(Relation.ANNOTATED, callee.text, columns=parameters_of(function) if function is not None else ())
    return False


def _function_after(annotation: Node) -> Node | None:
    """Return the function that follows, in grammars where an annotation stands before it and not inside."""
    node: Node | None = annotation.parent
    for _ in range(_MAX_ANNOTATIONS):
        node = node.next_named_sibling if node is not None else None
        if node is not None and node.child_by_field_name("parameters") is not None:
            return node
    return None


def parameters_of(function: Node) -> tuple[str, ...]:
    """Return the parameters of a function as written; empty for what has none."""
    holder = function.child_by_field_name("value") or function
    own = tuple(text_of(node) for node in holder.named_children if node.type == "parameter")
    if own:
        return own
    found = holder.child_by_field_name("parameters") or holder.child_by_field_name("parameter")
    if found is None:
        found = next((node for node in holder.named_children if "parameter" in node.type), None)
    if found is None:
        return ()
    return tuple(text_of(node) for node in found.named_children if "comment" not in node.type)


def _arguments(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    if walk.others:
        walk.add(Relation.ELEMENT, "")
    walk.position, walk.others = _among(parent, child)
    return True


def _argument(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    callee = step.pick("callee", parent, child)
    receiver = step.pick("receiver", parent, child)
    if receiver is not None and receiver.holds(child):
        walk.add(Relation.METHOD, step.text("arguments", parent, child), step.text("name", parent, child))
        return False
    if callee is not None and callee.holds(child):
        if walk.contexts:
            walk.add(Relation.CALLED, step.text("arguments", parent, child))
        return False
    if walk.position is None and "arguments" not in step.selectors and parent.named_child_count:
        walk.position, walk.others = _after_callee(parent, child, callee)
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
    return _operand(walk, subject, operation, operator, is_right=True)


def _after_callee(parent: Node, child: Node, callee: Span | None) -> tuple[int | None, tuple[str, ...]]:
    """Return the place of an argument in grammars where the arguments stand beside the callee."""
    position, others = _among(parent, child)
    if position is None or callee is None:
        return position, others
    before = sum(node.end_byte <= callee.last.end_byte for node in parent.named_children)
    return position - before, others[before:]


def _arm(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet an arm of a match: its pattern is a case, its value belongs to the pattern."""
    pattern = step.pick("pattern", parent, child)
    if pattern is None:
        return True
    if pattern.holds(child):
        walk.in_switch = True
        before = child.prev_sibling
        if before is not None and walk.language.operation(text_of(before)) is Operation.ORDER:
            walk.in_range = True
    else:
        walk.add(Relation.KEYED, pattern.text)
    return True


def _assignment(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    target = step.pick("target", parent, child)
    value = step.pick("value", parent, child)
    if target is None or target.holds(child) or (value is not None and not value.holds(child)):
        return False
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


def _binary(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    left, right = step.pick("left", parent, child), step.pick("right", parent, child)
    is_right = right is not None and right.holds(child)
    other = left if is_right else right
    operator = step.text("operator", parent, child)
    above = walk.language.steps.get(parent.parent.type) if parent.parent is not None else None
    if above is not None and above.kind == "range":
        walk.in_range = True  # Swift's grammar reads 200...299 ~= status as 200...(299 ~= status)
    operation = step.operation or walk.language.operation(operator)
    return _operand(walk, other.text if other is not None else "", operation, operator, is_right=is_right)


def _comparison(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a chain of operands and operators side by side: ``200 <= status < 300``."""
    children = parent.children
    place = next((number for number, node in enumerate(children) if node == child), None)
    if place is None:
        return False
    is_open = False
    for operator, operand, is_right in ((place - 1, place - 2, True), (place + 1, place + 2, False)):
        if 0 <= operand < len(children):
            first = last = children[operand]
            while first.type == step.suffix and first.prev_sibling is not None:
                first = first.prev_sibling
            while (after := last.next_sibling) is not None and after.type == step.suffix:
                last = after
            text = text_of(children[operator])
            other = Span(first, last).text
            is_open = _operand(walk, other, walk.language.operation(text), text, is_right=is_right) or is_open
    return is_open


def _operand(walk: Walk, subject: str, operation: Operation, operator: str, *, is_right: bool) -> bool:
    """Meet an operator between the literal and a subject; tell whether what is around matters too."""
    match operation:
        case Operation.EQUALITY:
            walk.add(Relation.COMPARED, subject, operator)
        case Operation.ORDER:
            walk.add(Relation.BOUNDED, subject, operator)
        case Operation.MEMBERSHIP:
            walk.add(Relation.MEMBER if is_right else Relation.INDEX, subject, operator)
        case Operation.FALLBACK:
            walk.add(Relation.FALLBACK, subject, operator)
        case Operation.DIVISION if is_right:
            walk.add(Relation.DIVISOR, subject, operator)
        case Operation.PAIR:
            walk.others = (*walk.others, subject)
            walk.add(Relation.KEYED if is_right else Relation.KEY, subject)
        case Operation.RANGE:
            walk.in_range = True
        case Operation.ASSIGNMENT:
            walk.add(Relation.ASSIGNED if is_right else Relation.COMPARED, subject)
        case Operation.OTHER if operator.isidentifier():
            # A method between its receiver and its argument: response.status shouldBe 404.
            if not is_right:
                walk.add(Relation.METHOD, subject, operator)
                return False
            walk.position = 0
            walk.add(Relation.ARGUMENT, f"{subject}.{operator}")
        case Operation.LOGICAL:
            pass
        case Operation.OTHER if walk.element is not None or subject[:1] in _OPENING_BRACKETS:
            return True  # a list joined to another one
        case _:
            walk.add(Relation.CALCULATED, subject, operator)
    return operation in {Operation.FALLBACK, Operation.PAIR, Operation.RANGE, Operation.LOGICAL}


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
        walk.position, walk.others = _among(parent, child)
        walk.element = walk.position
    method = parent.next_named_sibling
    if step.suffix and method is not None and method.type == step.suffix:
        walk.add(Relation.METHOD, text_of(method.next_named_sibling), text_of(method).strip("?."))
        return False
    return True


def _entries(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet a mapping whose keys and values stand side by side."""
    place = next((number for number, node in enumerate(parent.children) if node == child), 0)
    if parent.field_name_for_child(place) == "key":
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
        walk.add(Relation.KEYWORD, name.text)
    return True


def _macro(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a call in a language where definitions, tests and matches are calls as well."""
    callee = step.text("callee", parent, child)
    arguments = next((node for node in parent.named_children if node.type == "arguments"), None)
    first = text_of(arguments.named_child(0)) if arguments is not None and arguments.named_child_count else ""
    is_in_body = child != arguments or any(context.relation is Relation.KEYED for context in walk.contexts[-1:])
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
    pipe = parent.parent
    if pipe is not None and any(node.type == "|>" for node in pipe.children) and pipe.named_child(0) != parent:
        walk.position = walk.position + 1 if walk.position is not None else None
        walk.others = (text_of(pipe.named_child(0)), *walk.others)
    return _argument(walk, parent, child, step)


def _member(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    owner, call = step.pick("object", parent, child), parent.parent
    if owner is not None and owner.holds(child) and call is not None:
        above = walk.language.steps.get(call.type)
        if above is not None and above.kind == "argument":
            name = step.text("property", parent, child).lstrip("?.!")
            walk.add(Relation.METHOD, above.text("arguments", call, parent), name)
    return False


def _named(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    walk.add(Relation.NAMED, step.text("name", parent, child))
    return False


def _pair(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    key = step.pick("key", parent, child)
    mapping = parent.parent if walk.position is None else None
    if mapping is not None:
        walk.others = _among(mapping, parent)[1]
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
        walk.add(Relation.RETURNED, _function_name(parent, walk.language))
    elif default := step.text("default", parent, child):
        walk.add(Relation.ASSIGNED, default)
    return False


def _returned(walk: Walk, parent: Node, _child: Node, _step: Step) -> bool:
    function = parent.parent
    while function is not None and function.type not in walk.language.functions:
        function = function.parent
    walk.add(Relation.RETURNED, _function_name(function, walk.language) if function is not None else "")
    return False


def _function_name(function: Node, language: Language) -> str:
    step = language.steps.get(function.type)
    if step is not None and "name" in step.selectors:
        return step.text("name", function, function).partition("(")[0]
    name = function.child_by_field_name("name") or function.child_by_field_name("declarator")
    if name is not None or function.parent is None:
        return text_of(name).partition("(")[0]
    holder = function.parent
    return text_of(next(filter(None, (holder.child_by_field_name(name) for name in ("name", "key", "left"))), None))


def _switch(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    if walk.in_switch:
        walk.add(Relation.CASE, step.text("subject", parent, child))
        return False
    subject = step.pick("subject", parent, child)
    return subject is None or not subject.holds(child)


def _tail(_walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet a block whose last expression is its value."""
    return child == parent.named_child(parent.named_child_count - 1)


def _tokens(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet the tokens of a macro call, which a grammar leaves as they are."""
    pieces: list[list[Node]] = [[]]
    position = 0
    for node in parent.children[1:-1]:
        if node == child:
            position = len(pieces) - 1
        if node.type in {",", ";"}:
            pieces.append([])
        else:
            pieces[-1].append(node)
    own = pieces[position]
    at = own.index(child) if child in own else 0
    before, after = own[:at], own[at + 1 :]
    if child.type == parent.type:
        before = before[: len(before) - len(_chain_before(child))]
    walk.position, walk.others = position, tuple(_joined(piece) for n, piece in enumerate(pieces) if n != position)
    if before and before[-1].type in {":", "=>"}:
        walk.add(Relation.KEYED, _joined(before[:-1]))
    elif before and before[-1].type == "=":
        walk.add(Relation.KEYWORD, _joined(before[:-1]))
    elif before and (operation := walk.language.operation(text_of(before[-1]))) is not Operation.OTHER:
        return _operand(walk, _joined(before[:-1]), operation, text_of(before[-1]), is_right=True)
    elif after and (operation := walk.language.operation(text_of(after[0]))) is not Operation.OTHER:
        return _operand(walk, _joined(after[1:]), operation, text_of(after[0]), is_right=False)
    callee = parent.prev_sibling
    if parent.parent is not None and parent.parent.type == parent.type and callee is not None and callee.is_named:
        walk.add(Relation.ARGUMENT, _joined(_chain_before(parent)))
    return True


def _joined(nodes: list[Node]) -> str:
    text = ""
    for node in nodes:
        piece = text_of(node)
        text += f" {piece}" if text[-1:].isalnum() and piece[:1].isalnum() else piece
    return text


def _chain_before(node: Node) -> list[Node]:
    """Return the names and separators right before a bracket."""
    chain: list[Node] = []
    before = node.prev_sibling
    while before is not None and (before.is_named or before.type in {".", "::"}) and len(chain) < _MAX_ARGUMENTS:
        chain.insert(0, before)
        before = before.prev_sibling
    return chain


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


def _among(parent: Node, child: Node) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of a child among its named siblings, and their texts."""
    if parent.named_child_count > _MAX_SIBLINGS:
        return None, ()
    children = [node for node in parent.named_children if "comment" not in node.type]
    position = next((number for number, node in enumerate(children) if node == child), None)
    return position, tuple(text_of(node) for node in children if node != child)


_HANDLERS: dict[str, Callable[[Walk, Node, Node, Step], bool]] = {
    "annotation": _annotation,
    "argument": _argument,
    "arguments": _arguments,
    "arm": _arm,
    "assignment": _assignment,
    "binary": _binary,
    "case": _case,
    "choice": _choice,
    "collection": _collection,
    "comparison": _comparison,
    "entries": _entries,
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
    "tokens": _tokens,
    "typed_literal": _typed_literal,
    "unary": _unary,
}
