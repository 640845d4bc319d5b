"""What an operator between a literal and something else says: comparisons, ranges, pairs, calculations."""

from statuslens.source.context import Relation, Walk
from statuslens.source.language import Operation, Step
from statuslens.source.selector import Span, text_of
from statuslens.source.syntax import Node

_OPENING_BRACKETS = {"[", "{"}
_GOES_ON = {Operation.FALLBACK, Operation.LOGICAL, Operation.PAIR, Operation.RANGE}
"""Operators around which what stands further out matters too."""
_BY_SIDE = {
    Operation.ASSIGNMENT: (Relation.ASSIGNED, Relation.COMPARED),
    Operation.DIVISION: (Relation.DIVISOR, Relation.CALCULATED),
    Operation.EQUALITY: (Relation.COMPARED, Relation.COMPARED),
    Operation.FALLBACK: (Relation.FALLBACK, Relation.FALLBACK),
    Operation.MEMBERSHIP: (Relation.MEMBER, Relation.INDEX),
    Operation.ORDER: (Relation.BOUNDED, Relation.BOUNDED),
    Operation.OTHER: (Relation.CALCULATED, Relation.CALCULATED),
    Operation.PAIR: (Relation.KEYED, Relation.KEY),
    Operation.STREAM: (Relation.CALCULATED, Relation.CALCULATED),
}
"""What a literal is to the other operand, on the right of an operator and on the left."""


def meet_binary(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet an expression of two operands."""
    left, right = step.pick("left", parent, child), step.pick("right", parent, child)
    is_right = right is not None and right.holds(child)
    other = left if is_right else right
    operator = step.text("operator", parent, child)
    above = walk.language.steps.get(parent.parent.type) if parent.parent is not None else None
    if above is not None and above.kind == "range":
        walk.in_range = True  # Swift's grammar reads 200...299 ~= status as 200...(299 ~= status)
    operation = step.operation or walk.language.operation(operator)
    if operation is Operation.STREAM and is_right:
        return _meet_stream(walk, parent, child, step)
    return meet_operand(walk, other.text if other is not None else "", operation, operator, is_right=is_right)


def _meet_stream(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet what is written to the result of a call, one thing behind another: ``newRow("moved") << path << 301``."""
    written, node = list[str](), step.pick("left", parent, child)
    while node is not None and node.first.type == parent.type:
        written.append(step.text("right", node.first, child))
        node = step.pick("left", node.first, child)
    callee, bracket, _ = node.text.partition("(") if node is not None else ("", "", "")
    if bracket:
        walk.position, walk.others = len(written), tuple(reversed(written))
    walk.add(Relation.ARGUMENT if bracket else Relation.CALCULATED, callee)
    return False


def meet_comparison(walk: Walk, parent: Node, child: Node, step: Step) -> bool:
    """Meet a chain of operands and operators side by side: ``200 <= status < 300``."""
    children, place = walk.path.children(parent), walk.path.place(parent, child)
    is_open = False
    for operator, operand, is_right in ((place - 1, place - 2, True), (place + 1, place + 2, False)):
        if 0 <= operand < len(children):
            first = last = operand
            while first > 0 and children[first].type == step.suffix:
                first -= 1
            while last + 1 < len(children) and children[last + 1].type == step.suffix:
                last += 1
            text = text_of(children[operator])
            other = Span(children[first], children[last], parent).text
            is_open = meet_operand(walk, other, walk.language.operation(text), text, is_right=is_right) or is_open
    return is_open


def meet_operand(walk: Walk, subject: str, operation: Operation, operator: str, *, is_right: bool) -> bool:
    """Meet an operator between the literal and a subject; tell whether what is around matters too."""
    if subject in walk.language.stand_ins:
        walk.in_range = operation is Operation.ORDER
        return True
    if operation is Operation.OTHER and operator.isidentifier():
        return _meet_method(walk, subject, operator, is_right=is_right)
    if operation is Operation.OTHER and (walk.element is not None or subject[:1] in _OPENING_BRACKETS):
        return True  # a list joined to another one
    if operation is Operation.RANGE:
        walk.in_range = True
    elif operation in _BY_SIDE:
        if operation is Operation.PAIR:
            walk.others = (*walk.others, subject)
        walk.add(_BY_SIDE[operation][not is_right], subject, operator, is_left=not is_right)
    return operation in _GOES_ON


def _meet_method(walk: Walk, subject: str, name: str, *, is_right: bool) -> bool:
    """Meet a method between its receiver and its argument: ``response.status shouldBe 404``."""
    if is_right:
        walk.position = 0
        walk.add(Relation.ARGUMENT, f"{subject}.{name}")
    else:
        walk.add(Relation.METHOD, subject, name)
    return False


def meet_method(walk: Walk, name: str, arguments: str) -> bool:
    """Meet a method of what holds the literal; ``freeze`` and its like say nothing."""
    if name in walk.language.passing:
        return True
    walk.add(Relation.METHOD, arguments, name)
    return False
