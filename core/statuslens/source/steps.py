"""Steps: what each kind of syntax node on the way from a literal outwards says about it."""

from collections.abc import Callable

from statuslens.source.calls import (
    hand_out,
    meet_annotation,
    meet_argument,
    meet_arguments,
    meet_keyword,
    meet_macro,
    meet_member,
    meet_unfinished_call,
)
from statuslens.source.context import Context, Relation, Walk
from statuslens.source.definitions import names_below
from statuslens.source.guards import unblock, unguard
from statuslens.source.language import Operation, Step
from statuslens.source.macros import meet_tokens
from statuslens.source.operators import meet_binary, meet_comparison
from statuslens.source.selector import Span, text_of
from statuslens.source.siblings import among, last_part, parts_of
from statuslens.source.syntax import Node, child_at

MAX_CONTEXTS = 5
_MAX_STEPS = 40
_PAIR = 2
_MAX_NODES = 200
_OF_AN_ENTRY = {Relation.KEY, Relation.KEYED}


def contexts_of(walk: Walk) -> tuple[Context, ...]:
    """Return the contexts that a way from a literal outwards meets, innermost first."""
    child, child_type = walk.node, walk.node.type
    steps = 0
    for place, parent in enumerate(walk.around[:_MAX_NODES]):
        walk.place = place
        parent_type = parent.type
        steps += parent_type != child_type  # a long union is nested as deep
        if len(walk.contexts) >= MAX_CONTEXTS or steps > _MAX_STEPS:
            break
        step = walk.language.steps.get(parent_type)
        if step is not None:
            if not _HANDLERS[step.kind](walk, parent, child, step):
                break
        elif parent.is_error:
            meet_unfinished_call(walk, parent, child)
        else:
            break
        child, child_type = parent, parent_type
    if walk.others and not walk.contexts:
        walk.add(Relation.ELEMENT, "")
    if walk.contexts:
        walk.contexts[0] = unblock(unguard(walk.contexts[0], walk), walk)
    return tuple(walk.contexts)


def _through(_walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return True


def _outside(_walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    return False


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
    if declared is not None and not fields and not declared.holds(child):
        walk.add(Relation.TYPED, declared.text)
    return True


def _facing(walk: Walk, target: Node) -> str:
    """Return the one of several targets that gets the literal: ``body`` and ``status`` in ``body, status = x, 404``."""
    step = walk.language.steps.get(target.type)
    is_list = (step is not None and step.kind == "collection") or "list" in target.type or "pattern" in target.type
    if not is_list or walk.position is None or target.named_child_count != len(walk.others) + 1:
        return ""
    return text_of(target.named_child(walk.position))


def _cascade(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    arguments = step.pick("arguments", parent, child)
    is_call = arguments is not None and arguments.holds(child)
    return (meet_argument if is_call else _assignment)(walk, parent, child, step)


def _case(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    body = step.pick("body", parent, child)
    walk.in_switch = body is None or not body.holds(child)
    return walk.in_switch


def _choice(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    condition = step.pick("condition", parent, child)
    if condition is None or condition.holds(child):
        return condition is None
    if walk.position is None and not walk.others and not walk.contexts:
        # The other outcome stands beside it: permanent ? 301 : 302.
        outcomes = [node for node in parts_of(parent) if node != child and not condition.holds(node)]
        walk.others = tuple(map(text_of, outcomes)) if len(outcomes) == 1 else ()
    return True


def _collection(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    if "mapping" in step.plain and _is_entry(walk, parent, step):
        walk.others = tuple(text.lstrip("{ ").replace(",", ":", 1) for text in among(walk, walk.outward[0], parent)[1])
        is_key = child == child_at(parent, 0)
        walk.add(Relation.KEY if is_key else Relation.KEYED, text_of(child_at(parent, int(is_key))))
        return True
    is_in_entry = any(context.relation in _OF_AN_ENTRY for context in walk.contexts[-1:])
    if parent.named_child_count > 1 and walk.element is None and not is_in_entry:
        walk.position, walk.others = among(walk, parent, child)
        walk.element = walk.position
    method = parent.next_named_sibling
    if step.suffix and method is not None and method.type == step.suffix:
        walk.add(Relation.METHOD, text_of(method.next_named_sibling), text_of(method).strip("?."))
        return False
    return True


def _is_entry(walk: Walk, parent: Node, step: Step) -> bool:
    """Tell whether a pair in brackets is an entry of a mapping: ``new Dictionary<int, string> {{404, "gone"}}``."""
    around = walk.outward[:_PAIR]
    if parent.named_child_count != _PAIR or len(around) != _PAIR:
        return False
    return around[0].type == parent.type and around[1].type.endswith(step.plain["mapping"])


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


def _named(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    walk.add(Relation.NAMED, step.text("name", parent, child))
    return False


def _pair(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    key = step.pick("key", parent, child)
    is_key = key is not None and key.holds(child)
    if is_key and parent.child_count == 1 and "value" in step.selectors:
        return True  # an element without a key
    mapping = walk.outer if walk.position is None else None
    if mapping is not None:
        walk.others = among(walk, mapping, parent)[1]
    if key is None or is_key:
        walk.add(Relation.KEY, step.text("value", parent, child))
    else:
        walk.add(Relation.KEYED, key.text)
    return True


def _pattern_test(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a test of a subject against a pattern: ``status is 404 or 410``, ``Answer(status: >= 400)``."""
    subject = step.pick("subject", parent, child)
    if subject is not None and not subject.holds(child):
        operator = text_of(child.prev_sibling)
        is_ordered = walk.language.operation(operator) is Operation.ORDER
        walk.add(Relation.BOUNDED if is_ordered else Relation.COMPARED, subject.text, operator if is_ordered else "")
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
        hand_out(walk, walk.around[walk.place :])
    elif default := step.text("default", parent, child):
        walk.add(Relation.ASSIGNED, default)
        if declared := step.text("type", parent, child):
            walk.add(Relation.TYPED, declared)
    return False


def _returned(walk: Walk, _parent: Node, _child: Node, _step: Step) -> bool:
    outward = walk.outward
    place = next((place for place, node in enumerate(outward) if node.type in walk.language.functions), None)
    hand_out(walk, outward[place:] if place is not None else ())
    return False


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
    return child == last_part(parent) or (step is not None and step.kind == "arm")


def _typed_literal(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    declared = step.pick("type", parent, child)
    if declared is None or declared.holds(child):
        return declared is None
    fields = _fields(declared, step)
    if not fields:
        walk.add(Relation.TYPED, declared.text)
        if declared.text.startswith("["):
            walk.element = None  # the list itself is an element of what is around
    elif walk.element is not None and walk.element < len(fields) and _OF_AN_ENTRY.isdisjoint(_relations(walk)):
        walk.add(Relation.KEYED, fields[walk.element])
    return True


def _fields(declared: Span, step: Step) -> list[str]:
    """Return the fields of a type that is written out where a literal is declared."""
    return names_below(declared.first, step.plain["field"]) if "field" in step.plain else []


def _relations(walk: Walk) -> set[Relation]:
    return {context.relation for context in walk.contexts}


def _unary(_walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    return step.text("operator", parent, child) in {"&", "*", "+"}


_HANDLERS: dict[str, Callable[[Walk, Node, Node, Step], bool]] = {
    "annotation": meet_annotation,
    "argument": meet_argument,
    "arguments": meet_arguments,
    "arm": _arm,
    "assignment": _assignment,
    "binary": meet_binary,
    "cascade": _cascade,
    "case": _case,
    "choice": _choice,
    "collection": _collection,
    "comparison": meet_comparison,
    "entries": _entries,
    "guard": _outside,
    "index": _index,
    "keyword": meet_keyword,
    "macro": meet_macro,
    "member": meet_member,
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
