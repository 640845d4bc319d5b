"""Which call of a library a status is sent with: its body and headers, and whether it means an error or a redirect."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.facts import FileFacts
from statuslens.registry import StatusClass
from statuslens.registry.ecosystem import load_ecosystems
from statuslens.registry.reply import Meaning, Reply
from statuslens.source.context import Context, Relation
from statuslens.source.document import Token
from statuslens.source.invocation import (
    Invocation,
    calls_later,
    chain_after,
    chain_before,
    piped_into,
    read_invocation,
)
from statuslens.source.language import TokenKind
from statuslens.source.syntax import Node

if TYPE_CHECKING:
    from statuslens.rules.subject import Subject

_BY_NAME = {Relation.KEYWORD, Relation.KEYED}
_OF_A_TUPLE = {Relation.RETURNED, Relation.ELEMENT}
_OF_A_CALL = {Relation.ARGUMENT, *_BY_NAME, *_OF_A_TUPLE}
_AROUND_NAMES = " :\"'$"
_EITHER = {"choice", "binary", "arm", "switch"}
_RETURN = "return"


@dataclass(frozen=True, slots=True)
class Passed:
    """A status, and where it stands in the call that is given it."""

    occurrence: Occurrence
    token: Token
    names: tuple[str, ...]
    """The names along the callee."""
    call: Invocation
    around: Sequence[Node]
    """The nodes around the call, innermost first."""
    is_settled: bool
    """Whether the status is given in any case, and not as one outcome of a choice."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A status, and the call of a library that it is sent with."""

    occurrence: Occurrence
    token: Token
    is_settled: bool
    reply: Reply
    call: Invocation | None
    """The call that the library's entry is about; None for a tuple that a handler returns."""
    body: str
    """The source text of what is sent, shortened; empty where nothing is given."""

    @property
    def name(self) -> str:
        """The call's name as the library has it, for messages: ``http.Error``."""
        receiver = self.reply.receiver
        return f"{receiver}.{self.reply.name}" if receiver.isidentifier() else self.reply.name


def find_sent(subject: "Subject") -> Iterator[Sent]:
    """Yield the statuses that calls of libraries send, each once for everything that such a call may mean."""
    facts = subject.facts
    if facts is None or not _replies(facts.document.language.ecosystems):
        return
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT):
        contexts = subject.contexts(occurrence)
        token = subject.token(occurrence) if contexts and contexts[0].relation in _OF_A_CALL else None
        if token is None or not _is_given(occurrence, token):
            continue
        found: dict[tuple[Meaning, str], Sent] = {}
        for sent in _sent_with(occurrence, token, contexts, facts):
            found.setdefault((sent.reply.meaning, sent.reply.name), sent)
        yield from found.values()


def _is_given(occurrence: Occurrence, token: Token) -> bool:
    """Tell whether a literal is the status, and not a text with the status in it: an address that ends in 404."""
    return token.kind is not TokenKind.STRING or token.content.startswith(occurrence.code)


def _sent_with(occurrence: Occurrence, token: Token, contexts: tuple[Context, ...], facts: FileFacts) -> Iterator[Sent]:
    first = contexts[0]
    if first.relation in _OF_A_TUPLE and first.position is not None:
        yield from _returned(occurrence, token, first, facts)
    is_named = first.relation in _BY_NAME and len(contexts) > 1
    context = contexts[1] if is_named else first
    passed = _passed(occurrence, token, context, facts) if context.relation is Relation.ARGUMENT else None
    if passed is None:
        return
    place = first.subject.strip(_AROUND_NAMES) if is_named else first.position
    for reply in replies_named(passed.names, facts):
        if place in reply.status and _is_opened(passed.call, reply):
            yield _sent(passed, reply, passed.call)
    if passed.names[-1] in _setters(facts.document.language.ecosystems):
        yield from _beside(passed, facts)
        yield from _later(passed, facts)


def _passed(occurrence: Occurrence, token: Token, context: Context, facts: FileFacts) -> Passed | None:
    """Return a status in the call that its context tells of; None where no names spell the call."""
    node, names = context.node, facts.names_of(context.subject)
    at = next((place for place, outer in enumerate(token.around) if outer == node), None)
    if node is None or at is None or not names:
        return None
    language = facts.document.language
    around = token.around[at + 1 :]
    call = read_invocation(node, language, piped_into(node, around, language))
    steps = map(language.steps.get, (inner.type for inner in takewhile(lambda inner: inner != node, token.around)))
    is_settled = not any(step is not None and step.kind in _EITHER for step in steps)
    return Passed(occurrence, token, names, call, around, is_settled) if call is not None else None


def _beside(passed: Passed, facts: FileFacts) -> Iterator[Sent]:
    """Yield what the other calls of a chain send: ``json`` in ``res.status(204).json(x)``."""
    node, around, language = passed.call.node, passed.around, facts.document.language
    spellings = {passed.names[-1], ".".join(passed.names[-2:])}
    for call in chain(chain_after(node, around, language), chain_before(node, around, language)):
        for reply in replies_named(facts.names_of(call.callee), facts):
            if not reply.companions.isdisjoint(spellings):
                yield _sent(passed, reply, call)


def _later(passed: Passed, facts: FileFacts) -> Iterator[Sent]:
    """Yield what the next statements send with the same response, until it gets another status.

    Behind an interim response they send the final one, which has a status of its own.
    """
    is_interim = StatusClass.of(passed.occurrence.code) is StatusClass.INFORMATIONAL
    if len(passed.names) == 1 or is_interim:
        return
    for call in calls_later(passed.call.node, passed.around, facts.document.language):
        names = facts.names_of(call.callee)
        if names[-1:] == passed.names[-1:]:
            return
        for reply in replies_named(names, facts):
            if passed.names[-1] in reply.leaders and _is_about(call, passed.names[0]):
                yield _sent(passed, reply, call)


def _returned(occurrence: Occurrence, token: Token, context: Context, facts: FileFacts) -> Iterator[Sent]:
    """Yield what a tuple sends that a handler returns."""
    position = context.position or 0
    texts = (*context.others[:position], "", *context.others[position:])
    for reply in replies_named((_RETURN,), facts):
        if position in reply.status:
            places = (place for place in reply.body if isinstance(place, int))
            body = next((texts[place] for place in places if -len(texts) <= place < len(texts)), "")
            yield Sent(occurrence, token, is_settled=True, reply=reply, call=None, body=body)


def _sent(passed: Passed, reply: Reply, call: Invocation) -> Sent:
    body = call.first(reply.body)
    text = body.text if body is not None else ""
    return Sent(passed.occurrence, passed.token, passed.is_settled, reply, call, text)


def _is_opened(call: Invocation, reply: Reply) -> bool:
    """Tell whether a call's first argument, a text, begins as that of the library's call does."""
    first = call.find(0) if reply.opening else None
    return not reply.opening or (first is not None and first.text.strip("\"'").startswith(reply.opening))


def _is_about(call: Invocation, owner: str) -> bool:
    """Tell whether a call is made on what a name stands for, or is given it."""
    return owner in re.findall(r"[\w$]+", call.callee) or any(argument.text == owner for argument in call.arguments)


def replies_named(names: tuple[str, ...], facts: FileFacts) -> Iterator[Reply]:
    """Yield the calls of libraries that the names along a callee spell."""
    if not names:
        return
    replies = _replies(facts.document.language.ecosystems)
    imported = {ecosystem.id for ecosystem in facts.ecosystems}
    for spelling in {names, facts.originally(names)}:
        for ecosystem, reply in replies.get(spelling[-1], ()):
            if (reply.anywhere or ecosystem in imported) and reply.matches(spelling):
                yield reply


@cache
def _replies(folders: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, Reply], ...]]:
    """Return the calls of some folders of ecosystems by their last name, each with its ecosystem's id."""
    found: dict[str, tuple[tuple[str, Reply], ...]] = {}
    for folder in folders:
        for ecosystem in load_ecosystems(folder):
            for reply in ecosystem.replies:
                found[reply.name] = (*found.get(reply.name, ()), (ecosystem.id, reply))
    return found


@cache
def _setters(folders: tuple[str, ...]) -> frozenset[str]:
    """Return the last names of the calls that give a status to what other calls send."""
    replies = (reply for entries in _replies(folders).values() for _, reply in entries)
    return frozenset(name.rpartition(".")[2] for reply in replies for name in (*reply.companions, *reply.leaders))
