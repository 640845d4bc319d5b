"""Find named constants, symbols and implicit members: ``S.NOT_FOUND``, ``:not_found``, ``.notFound``."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from statuslens.recognise.containers import in_opened, weigh_container
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.mentions import Form, Mention, find_mentions
from statuslens.recognise.model import Occurrence, Role
from statuslens.recognise.places import weigh_place
from statuslens.recognise.promising import promising_names
from statuslens.recognise.sayings import Saying, saying_of
from statuslens.recognise.spellings import (
    Spelling,
    Written,
    imported_spelling,
    is_no_member,
    names_in_reach,
    resolve,
    symbols_of,
)
from statuslens.recognise.weighing import Weighing
from statuslens.recognise.weights import Weights
from statuslens.source.context import Relation
from statuslens.source.document import Token
from statuslens.source.language import Language, TokenKind
from statuslens.source.words import words

_CALLED_OR_GIVEN = re.compile(rb"\(|[ \t]*(?:=(?![=>~])|:=)")
"""What follows a name that is called, or given a value, where it stands."""
_GIVEN = re.compile(rb"[ \t]*(?:=(?![=>~])|:=)")
_DEFINES = re.compile(r"(?:declaration|declarator|definition|_spec|(?<!when)(?<!switch)_entry|_item)\Z")
_BRINGS = re.compile(r"import|include|package|preproc_def|use_|using_d|namespace_use")
_TAGS = re.compile(rb"\{\s*\Z")
_CLOSES = re.compile(rb"\s*\}")
"""What stands around a symbol that is all that a block gives: ``let(:status) { :not_found }``."""
OWN_CLASS = {"self", "Self", "static", "cls", "this", "parent"}
"""What a class calls itself."""
_KEYS = {"property_identifier", "hash_key_symbol", "field_identifier"}
_REACH = 6
"""Nodes around a name in which an import is looked for."""
_LONGEST_INDENT = 120
_ERRORS = {"error", "errors"}
_OF_OWN_CLASS = 2
"""Names in ``self::STATUS_OK``."""


@dataclass(slots=True)
class NameJudgement:
    """A mention and the reasons found so far."""

    mention: Mention
    container: str
    weighing: Weighing
    place: str = ""
    """How a member without its type is used; of one that is called like many other things."""
    is_telling: bool = False

    def move(self, distance: int) -> None:
        """Follow the text, which has been changed before it."""
        mention = self.mention
        start, name_start, end = (place + distance for place in (mention.start, mention.name_start, mention.end))
        self.mention = replace(mention, start=start, name_start=name_start, end=end)


def has_constant_needle(data: bytes, language: Language) -> bool:
    """Tell at the price of one search for names whether a file can hold a named constant at all."""
    return bool(promising_names(data, language.outline))


def find_constants(facts: FileFacts, weights: Weights) -> Iterator[Occurrence]:
    """Yield the named constants of a file. Offsets are in bytes."""
    names = judge_names(facts, weights)
    compare_names(names, weights)
    return filter(None, (accept_name(name, facts.document.data, weights) for name in names))


def judge_names(facts: FileFacts, weights: Weights) -> list[NameJudgement]:
    """Judge the places where names are written that a status could have; those that are none are left out."""
    language, data = facts.document.language, facts.document.data
    names = promising_names(data, language.outline)
    return judge_mentions(find_mentions(data, names | names_in_reach(names, facts), language), facts, weights)


def judge_mentions(mentions: Iterable[Mention], facts: FileFacts, weights: Weights) -> list[NameJudgement]:
    """Judge places where names are written, each by itself."""
    return [name for mention in mentions if (name := _judge(mention, facts, weights))]


def compare_names(names: Collection[NameJudgement], weights: Weights) -> None:
    """Let sure members of a container speak for the others."""
    sure = {name.container for name in names if name.container and name.weighing.total >= weights.threshold}
    told = {name.place for name in names if name.place and name.is_telling and name.weighing.total >= weights.threshold}
    for name in names:
        if name.place in told and name.weighing.total < weights.threshold:
            name.weighing.add("other statuses stand at such a place", -weights.names.reasons["generic"])
        if name.container in sure and name.weighing.total < weights.threshold:
            name.weighing.add(f"other members of {name.container} are statuses", weights.names.reasons["used_alike"])


def kin_of_name(name: NameJudgement) -> tuple[object, ...]:
    """Return what a judgement shares with those that it is compared with."""
    return tuple((kind, text) for kind, text in (("container", name.container), ("place", name.place)) if text)


def accept_name(name: NameJudgement, data: bytes, weights: Weights) -> Occurrence | None:
    """Return the occurrence that a judgement makes, its offsets in bytes, or None where its sum is not enough."""
    if name.weighing.total < weights.threshold:
        return None
    start, end = name.mention.start, name.mention.end
    evidence = tuple(name.weighing.evidence)
    return Occurrence(start, end, data[start:end].decode(), name.weighing.code, Role.CONSTANT, evidence)


def _judge(mention: Mention, facts: FileFacts, weights: Weights) -> NameJudgement | None:
    if mention.form in {Form.MEMBER, Form.ALONE}:
        return _judge_written(mention, facts, weights)
    saying = saying_of(mention.path[-1])
    if saying is not None and (saying.prefix or not saying.phrase or saying.is_short):
        saying = None
    if mention.form is Form.SYMBOL:
        code = symbols_of(facts.document.language).get(mention.path[-1])
        saying = saying or (Saying(code, mention.path[-1], (), is_numbered=False) if code else None)
        token = _symbol(mention, facts) if saying else None
    else:
        token = _expression(mention, mention.name_start, facts) if saying else None
    if saying is None or token is None:
        return None
    weighing = Weighing(saying.code, mention.start, facts, weights)
    place = weigh_place(token, saying, "", weighing)
    is_telling = _is_telling(saying, weights)
    is_held_against = mention.form is Form.IMPLICIT and (is_telling or "generic" in weighing.known)
    return NameJudgement(mention, "", weighing, place if is_held_against else "", is_telling)


def _judge_written(mention: Mention, facts: FileFacts, weights: Weights) -> NameJudgement | None:
    path = mention.path
    if path[0] in OWN_CLASS:
        around = facts.document.enclosing(mention.start)[-1:]
        classes = () if _is_inherited(path, around, facts, weights) else (name for name in around if name[0].isupper())
        path = (*classes, *path[1:])
    written = resolve(path, facts.document.imports)
    spelling = imported_spelling(written, facts)
    saying = saying_of(written.member)
    if spelling is None and saying is not None:
        written = in_opened(written, saying, facts)
    if spelling is not None:
        name = NameJudgement(mention, "", Weighing(spelling.code, mention.start, facts, weights))
        name.weighing.add_known("constant", f"a constant of {spelling.ecosystem.title}, which the file imports")
    elif saying is not None and _could_be_status(written, saying, facts, weights):
        weighing = Weighing(saying.code, mention.start, facts, weights)
        name = NameJudgement(mention, ".".join(written.path[:-1]), weighing)
        weigh_container(written, saying, weighing)
        if name.weighing.total <= 0 and not _is_bare(written, saying):
            return None
    else:
        return None
    may_be_called = spelling is not None and (spelling.is_builder or facts.document.language.is_applied)
    token = _expression(mention, mention.start, facts, may_be_called=may_be_called)
    if token is None and name.weighing.total >= weights.threshold and _stands_in_macro(mention, facts):
        return name
    if token is None or _is_definition(token, mention) or _is_matched(token, spelling, facts):
        return None
    if saying is not None and name.weighing.total < weights.threshold:
        _weigh_place(name, token, written, saying)
    return name


def _weigh_place(name: NameJudgement, token: Token, written: Written, saying: Saying) -> None:
    """Add what the place says where a constant stands; of a bare one, it says all."""
    weighing, is_bare = name.weighing, _is_bare(written, saying)
    place = weigh_place(token, saying, "" if is_bare else ("", *written.containers)[-1], weighing)
    if not is_bare:
        return
    name.place, name.is_telling = place, _is_telling(saying, weighing.weights)
    if not (weighing.facts.speaks_http or weighing.facts.ecosystems):
        weighing.add_named("silent_file", "the file does not speak of HTTP")


def _is_matched(token: Token, spelling: Spelling | None, facts: FileFacts) -> bool:
    """Tell whether a name is a pattern, or a part of one, as nothing is that makes a response."""
    if spelling is None or not spelling.is_builder:
        return False
    is_taken_apart = any(node.type.endswith("_pattern") for node in token.around[:1])
    return is_taken_apart or any(item.relation is Relation.CASE for item in facts.document.contexts(token)[:1])


def _is_inherited(path: tuple[str, ...], around: tuple[str, ...], facts: FileFacts, weights: Weights) -> bool:
    """Tell whether a class's own name comes from elsewhere and says what it is: ``self::STATUS_NOT_FOUND``.

    A class that is called by something else says nothing of it then. A name that the file defines is its class's.
    """
    saying, names = saying_of(path[-1]), weights.names
    if len(path) != _OF_OWN_CLASS or saying is None or not saying.prefix:
        return False
    if all(names.kind.union(names.protocol, names.plain).issuperset(words(name)) for name in around):
        return False
    return not facts.document.times_set(path[-1])


def _is_telling(saying: Saying, weights: Weights) -> bool:
    return saying.phrase not in weights.names.generic | weights.names.shared


def _could_be_status(written: Written, saying: Saying, facts: FileFacts, weights: Weights) -> bool:
    if _is_bare(written, saying):
        return True  # its place tells
    has_owner = len(written.full) > 1 or bool(saying.prefix)
    return has_owner and weights.names.is_prefix(saying.prefix) and not is_no_member(written, facts)


def _is_bare(written: Written, saying: Saying) -> bool:
    """Tell whether a constant's name stands without its owner, so that only its place can tell: ``NOT_FOUND``."""
    is_own = len(written.path) == 1 and _ERRORS.issuperset(saying.prefix) and written.member.isupper()
    return is_own and not (saying.is_numbered or saying.is_short)


def marks_tuple(data: bytes, mention: Mention) -> bool:
    """Tell whether a symbol is the first of a tuple, ``{:ok, user}``, or of keys, and not all that a block gives."""
    if not _TAGS.search(data, max(0, mention.start - _LONGEST_INDENT), mention.start):
        return False
    return not _CLOSES.match(data, mention.end)


def _symbol(mention: Mention, facts: FileFacts) -> Token | None:
    document = facts.document
    if marks_tuple(document.data, mention):
        return None
    token = document.token(mention.start, mention.end)
    return token if token is not None and token.kind is TokenKind.SYMBOL else None


def _expression(mention: Mention, start: int, facts: FileFacts, *, may_be_called: bool = False) -> Token | None:
    document = facts.document
    unlike = _GIVEN if may_be_called else _CALLED_OR_GIVEN
    if unlike.match(document.data, mention.end):
        return None
    return document.expression(start, mention.end)


def _stands_in_macro(mention: Mention, facts: FileFacts) -> bool:
    """Tell whether a name is used in a macro's value, of which there is no tree: ``finalize(r, HTTP_NOT_FOUND)``."""
    document = facts.document
    token = document.token(mention.start, mention.end)
    if token is None or not document.is_macro(token) or token.kind is TokenKind.COMMENT:
        return False
    before = document.data[token.start : mention.start]
    return not (before.count(b'"') % 2 or _CALLED_OR_GIVEN.match(document.data, mention.end))


def _is_definition(token: Token, mention: Mention) -> bool:
    """Tell whether a name is defined or imported where it stands, or is a key and not its value."""
    node, parent = token.node, next(iter(token.around), None)
    if any(_BRINGS.search(above.type) for above in (node, *token.around[: _REACH - 1])):
        return True
    if parent is None or mention.form is Form.MEMBER:
        return False
    if node.type in _KEYS or parent.child_by_field_name("name") == node:
        return True
    return bool(_DEFINES.search(parent.type)) and parent.named_child(0) == node
