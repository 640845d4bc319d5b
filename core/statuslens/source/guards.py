"""Names that stand for something around: in a guard ``case s if s >= 500``, in a block ``status.let { it == 404 }``."""

import re

from statuslens.source.context import Context, Walk
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_BOUND_NAME = re.compile(r"(?:\A|[\s(])([^\W\d]\w*)\Z")
_GUARD_STEPS = 4
"""Nodes between a literal and its guard."""
_SWITCH_STEPS = 4
"""Nodes between a guard and what is matched."""
_IMPLICIT = {"it", "$0", "_1"}
"""What a block calls its one parameter that it does not name."""
_BLOCKS = re.compile(r"arrow_function|block|closure|do_block|lambda")
_NAMED_PARAMETER = re.compile(r"[{(|\s]*(?:do\s*\|\s*)?(\w)[)|\s]*(?:->|=>|\||in\b)")
_HANDS_ON = {
    *("all", "allMatch", "allSatisfy", "also", "any", "anyMatch", "contains", "count", "every", "exists", "filter"),
    *("find", "first", "flatMap", "forall", "is_some_and", "let", "map", "none", "noneMatch", "reject", "removeIf"),
    *("select", "some", "takeIf", "takeUnless", "tap", "then", "where"),
}
"""Methods that give their receiver, or each element of it, to a block; some languages begin them with a capital."""
_BLOCK_STEPS, _CALL_STEPS = 8, 4
"""Nodes between a literal and its block, and between that and the method."""


def unguard(context: Context, walk: Walk) -> Context:
    """Return a context of a literal with the subject of the match around, where a guard's name stands for it."""
    if not context.subject.isidentifier():
        return context
    guard = _find(walk, "guard", 0, _GUARD_STEPS)
    pattern = walk.around[guard].prev_named_sibling if guard is not None else None
    bound = _BOUND_NAME.search(text_of(pattern))
    if guard is None or bound is None or bound[1] != context.subject:
        return context
    place = _find(walk, "switch", guard + 1, _SWITCH_STEPS)
    if place is None:
        return context
    switch = walk.around[place]
    subject = walk.language.steps[switch.type].text("subject", switch, walk.around[guard])
    return context._replace(subject=subject or context.subject)


def unblock(context: Context, walk: Walk) -> Context:
    """Return a context with what a method is called on, where the parameter of the method's block stands for it.

    Only a parameter without a name of its own, or of one letter, says less than that.
    """
    name = context.subject
    if name not in _IMPLICIT and not (len(name) == 1 and name.isalpha()):
        return context
    blocks = (place for place, node in enumerate(walk.around[:_BLOCK_STEPS]) if _BLOCKS.match(node.type))
    block = next((place for place in blocks if name in _IMPLICIT or _takes(walk.around[place], name)), None)
    place = _find(walk, "argument", block + 1, _CALL_STEPS) if block is not None else None
    if place is None:
        return context
    call, child = walk.around[place], walk.around[place - 1]
    step = walk.language.steps[call.type]
    callee = step.pick("callee", call, child)
    receiver, dot, method = callee.ending.rpartition(".") if callee is not None else ("", "", "")
    is_handed = bool(dot) and f"{method[:1].lower()}{method[1:]}".rstrip("?!") in _HANDS_ON
    return context._replace(subject=receiver.rstrip("?&")) if is_handed else context


def _takes(block: Node, name: str) -> bool:
    parameter = _NAMED_PARAMETER.match(text_of(block))
    return parameter is not None and parameter[1] == name


def _find(walk: Walk, kind: str, start: int, reach: int) -> int | None:
    """Return the place of the nearest node of a kind of step, no further away than a reach."""
    for place, node in enumerate(walk.around[start : start + reach], start):
        step = walk.language.steps.get(node.type)
        if step is not None and step.kind == kind:
            return place
    return None
