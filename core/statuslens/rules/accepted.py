"""What may stand where a status stands: a number, a member of a library's enumeration, a symbol."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from statuslens.recognise import Occurrence
from statuslens.recognise.facts import FileFacts, ecosystems_of
from statuslens.registry.ecosystem import CONSTANT, ConstantGroup, Ecosystem
from statuslens.registry.taker import Taker
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.document import Token

_OF_NUMBERS = {
    Relation.ANNOTATED,
    Relation.ARGUMENT,
    Relation.ASSIGNED,
    Relation.ELEMENT,
    Relation.FALLBACK,
    Relation.KEYWORD,
    Relation.RETURNED,
}
_OF_COMPARISONS = {Relation.CASE, Relation.COMPARED, Relation.MEMBER}
_FIXED = {Relation.ANNOTATED, Relation.ASSIGNED, Relation.CASE, Relation.ELEMENT, Relation.FALLBACK, Relation.NAMED}
"""Places that may need what is known before the program runs."""
_FREE = {Relation.ARGUMENT, Relation.COMPARED, Relation.MEMBER, Relation.RETURNED}
_BY_NAME = {Relation.KEYED, Relation.KEYWORD}
_EQUAL = {"", "==", "!=", "===", "!==", "in", "not in", "!in"}
_CLOSED = re.compile(
    r"string|interpolation|template_|heredoc|macro|enum|as_expression|satisfies|literal_type|token_tree"
)
"""Types of nodes in which a number is a text, a part of a type, or what only a number can be."""
_AROUND_NAMES = " :\"'$"
_RETURN = "return"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a place accepts."""

    is_number: bool
    """Whether any expression of a number may stand there."""
    is_fixed: bool
    """Whether it may have to be known before the program runs, as a label of a switch."""
    compared: str | None
    """What is compared with it; None where nothing is."""
    takers: frozenset[str]
    """The ids of the ecosystems whose constants it takes like numbers."""

    def form_of(self, ecosystem: Ecosystem, group: ConstantGroup) -> str:
        """Return how a constant is written there, with ``{constant}`` for itself; empty where it cannot be."""
        if ecosystem.id in self.takers:
            return CONSTANT
        compared = self.compared
        forms = (
            form for pattern, form in group.compares.items() if compared is not None and pattern.fullmatch(compared)
        )
        if (form := next(forms, "")) and self._fits(form):
            return form
        return group.number if self.is_number and self._fits(group.number) else ""

    def _fits(self, form: str) -> bool:
        return form == CONSTANT or not self.is_fixed


def find_accepted(subject: Subject, occurrence: Occurrence, facts: FileFacts) -> Accepted | None:
    """Return what the place of an occurrence accepts; None where it is in a text or a type, or a key."""
    token, contexts = subject.token(occurrence), subject.contexts(occurrence)
    if token is None or not contexts or contexts[0].is_range or _is_closed(token, contexts[0]):
        return None
    first = contexts[0]
    takers = frozenset(taker.ecosystem for taker in _takers(contexts, facts))
    is_compared = first.relation in _OF_COMPARISONS and " ".join(first.operator.split()) in _EQUAL
    is_number = is_compared or first.relation in _OF_NUMBERS or _is_field(contexts)
    if not is_number and not takers:
        return None
    return Accepted(is_number, _is_fixed(contexts), first.subject if is_compared else None, takers)


def _is_closed(token: Token, context: Context) -> bool:
    inner = takewhile(lambda node: node != context.node, token.around)
    return any(_CLOSED.search(node.type) for node in (*inner, *([context.node] if context.node is not None else [])))


def _is_field(contexts: tuple[Context, ...]) -> bool:
    """Tell whether a field of a literal of a declared type gets a status: ``http.Response{StatusCode: 404}``."""
    relations = [context.relation for context in contexts[:2]]
    return relations == [Relation.KEYED, Relation.TYPED] and contexts[0].subject.isidentifier()


def _is_fixed(contexts: tuple[Context, ...]) -> bool:
    if any(context.relation is Relation.ANNOTATED for context in contexts):
        return True
    near = takewhile(lambda context: context.relation not in _FREE, contexts)
    return any(context.relation in _FIXED for context in near)


def _takers(contexts: tuple[Context, ...], facts: FileFacts) -> Iterator[Taker]:
    """Yield the calls of libraries that take a constant as they take a number at this place."""
    first = contexts[0]
    is_named = first.relation in _BY_NAME and len(contexts) > 1
    call = contexts[1] if is_named else first
    names: tuple[str, ...] = ()
    place: int | str | None = first.subject.strip(_AROUND_NAMES) if is_named else call.position
    if call.relation is Relation.ARGUMENT:
        names = facts.names_of(call.subject)
    elif first.relation is Relation.RETURNED:
        names = (_RETURN,)
    spellings = [spelling for spelling in (names, facts.originally(names)) if spelling]
    imported = {ecosystem.id for ecosystem in facts.ecosystems}
    for ecosystem in ecosystems_of(facts.document.language):
        for taker in ecosystem.takes:
            is_known = (taker.anywhere or ecosystem.id in imported) and not (taker.alone and call.others)
            if is_known and place in taker.status and any(map(taker.matches, spellings)):
                yield taker
