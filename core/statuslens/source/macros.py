"""What the tokens of a macro call say, which a grammar leaves as they are."""

from statuslens.source.context import Relation, Walk
from statuslens.source.language import Operation, Step
from statuslens.source.operators import meet_method, meet_operand
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_LONGEST_CHAIN = 16
_NAME_AND_BRACKET = 2


def meet_tokens(walk: Walk, parent: Node, child: Node, _step: Step) -> bool:
    """Meet the tokens of a macro call around a literal."""
    pieces = _between_commas(parent)
    position = next((place for place, piece in enumerate(pieces) if child in piece), 0)
    own = pieces[position]
    at = own.index(child) if child in own else 0
    before = own[:at]
    if child.type == parent.type:
        before = before[: len(before) - len(_chain_before(child))]
    if walk.others:
        walk.add(Relation.ELEMENT, "")
    walk.position, walk.others = position, tuple(_joined(piece) for n, piece in enumerate(pieces) if n != position)
    if not _neighbours(walk, before, own[at + 1 :]):
        return False
    callee = _chain_before(parent)
    is_bracket = text_of(parent)[:1] == "["
    if callee and is_bracket and parent.prev_sibling is not None and parent.prev_sibling.type != "!":
        walk.add(Relation.INDEX, _joined(callee))
    elif callee and parent.parent is not None and parent.parent.type == parent.type:
        walk.add(Relation.ARGUMENT, _joined(callee))
    elif (is_bracket or not callee) and walk.element is None:
        walk.element = position
    return True


def _between_commas(parent: Node) -> list[list[Node]]:
    pieces: list[list[Node]] = [[]]
    for node in parent.children[1:-1]:
        if node.type in {",", ";"}:
            pieces.append([])
        else:
            pieces[-1].append(node)
    return pieces


def _neighbours(walk: Walk, before: list[Node], after: list[Node]) -> bool:
    """Meet the tokens right before and after the literal; tell whether what is around matters too."""
    mark = text_of(before[-1]) if before else ""
    if mark in {":", "=>"}:
        walk.add(Relation.KEYED, _joined(before[:-1]))
    elif mark == "=":
        walk.add(Relation.KEYWORD, _joined(before[:-1]))
    elif (operation := walk.language.operation(mark)) is not Operation.OTHER:
        return meet_operand(walk, _joined(before[:-1]), operation, mark, is_right=True)
    elif after:
        mark = text_of(after[0])
        if (operation := walk.language.operation(mark)) is not Operation.OTHER:
            return meet_operand(walk, _joined(after[1:]), operation, mark, is_right=False)
        if mark == "." and len(after) > _NAME_AND_BRACKET:
            return meet_method(walk, text_of(after[1]), text_of(after[2]))
    return True


def _joined(nodes: list[Node]) -> str:
    text = ""
    for node in nodes:
        piece = text_of(node)
        text += f" {piece}" if text[-1:].isalnum() and piece[:1].isalnum() else piece
    return text


def _chain_before(node: Node) -> list[Node]:
    """Return the names and separators right before a bracket, without the mark of a macro."""
    chain: list[Node] = []
    before = node.prev_sibling
    if before is not None and before.type == "!":
        before = before.prev_sibling
    while before is not None and (before.is_named or before.type in {".", "::"}) and len(chain) < _LONGEST_CHAIN:
        chain.insert(0, before)
        before = before.prev_sibling
    return chain
