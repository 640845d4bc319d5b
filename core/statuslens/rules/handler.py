"""What a status belongs to: the function around it, the operation of a document, the block of a server."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from statuslens.recognise import Occurrence
from statuslens.recognise.handlers import is_route
from statuslens.recognise.reading import names_in
from statuslens.recognise.weights import load_weights
from statuslens.rules.contract import METHODS, is_response
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.definitions import function_name
from statuslens.source.document import Document
from statuslens.source.language import Language, load_languages
from statuslens.source.selector import text_of
from statuslens.source.statements import Word, read_statements
from statuslens.source.syntax import Node, child_at
from statuslens.source.words import words

_AROUND_NAMES = " :\"'`$"
_TYPE = re.compile(r"(?:class|enum|impl|interface|module|object|protocol|struct|trait)(?:_|\Z)")
_NAME = re.compile(r"[\w$?!.~:<>*]+")
_LAST_NAME = re.compile(r"\w+(?=\W*\Z)")
_TAG = re.compile(r"<[A-Za-z]")
_QUOTED = re.compile(r"([\"'`]).*\1")
_ROUTERS = {("api",), ("app",), ("router",), ("routes",), ("server",)}
_DECORATOR = "decorator"
_MOST_KEYS = 3
_LONGEST = 60


def find_handlers(subject: Subject) -> dict[int, str]:
    """Return what the occurrences of a text belong to, by where each starts; empty for what is in nothing with a name.

    It is a function with its class (``Orders.show``), the route of a function without a name (``GET /orders``), an
    operation of an OpenAPI document, the keys above an entry of other data, or the head of a server's block.
    """
    document = subject.document
    if document is None:
        return dict(_in_blocks(subject))
    name = _operation if document.language.is_data else _function
    return {item.start: _shorten(name(subject, document, item)) for item in subject.occurrences}


def _shorten(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _function(subject: Subject, document: Document, occurrence: Occurrence) -> str:
    token = subject.token(occurrence)
    if token is None:
        return ""
    around = token.around
    for place, node in enumerate(around):
        if name := _defined(document.language, (_decorated(node), *around[place + 1 :])):
            owner = _receiver(node) or _owner(document.language, around[place + 1 :])
            return f"{owner}.{name}" if owner and owner != name else name
        if route := _route(document, node, around[:place]):
            return route
    return _owner(document.language, around)


def _defined(language: Language, outward: Sequence[Node]) -> str:
    """Return the name of the function that the first of some nodes defines; empty for any other node."""
    node = outward[0]
    step = language.steps.get(node.type)
    if step is not None and step.kind == "macro":
        is_definition = step.text("callee", node, node) in step.plain["defines"].split()
        arguments = child_at(node, 1) if is_definition else None
        return text_of(arguments).partition("(")[0].partition(",")[0].strip() if arguments is not None else ""
    if node.type not in language.functions:
        return ""
    name = function_name(language, outward).strip(_AROUND_NAMES)
    return name.rpartition(" ")[2].lstrip("*&") if _NAME.fullmatch(name.rpartition(" ")[2]) else ""


def _decorated(node: Node) -> Node:
    """Return the definition that a decorator stands before; any other node itself."""
    after: Node | None = node
    while after is not None and after.type == _DECORATOR:
        after = after.next_named_sibling
    return after or node


def _receiver(function: Node) -> str:
    """Return the type whose method a function is, where it says so itself: ``Shop`` of Go's ``func (s *Shop) Show``."""
    receiver = function.child_by_field_name("receiver")
    found = _LAST_NAME.search(text_of(receiver).partition("[")[0]) if receiver is not None else None
    return found[0] if found else ""


def _owner(language: Language, outward: Sequence[Node]) -> str:
    for node in outward:
        step = language.steps.get(node.type)
        if step is not None and step.kind == "named":
            name = step.text("name", node, node)
        elif _TYPE.match(node.type):
            name = text_of(node.child_by_field_name("name") or node.child_by_field_name("type"))
        else:
            continue
        if name := name.partition("<")[0].strip():
            return name
    return ""


def _route(document: Document, node: Node, inward: Sequence[Node]) -> str:
    """Return the route that a call gives a function or a block for: ``GET /orders`` of ``app.get("/orders", …)``."""
    step = document.language.steps.get(node.type)
    if step is None or step.kind != "argument" or not inward:
        return ""
    child = inward[-1]
    callee, block = step.pick("callee", node, child), step.pick("block", node, child)
    is_block = block is not None and block.holds(child)
    is_function = any(inner.type in document.language.functions for inner in inward)
    if callee is None or callee.holds(child) or not (is_block or is_function):
        return ""
    arguments = node.child_by_field_name("arguments")
    first = child_at(arguments, 0) if arguments is not None else None
    return _route_of(callee.ending, text_of(first))


def _route_of(callee: str, first: str) -> str:
    """Return the route of a call; what is given to a router by its name, such as ``orders.list``, needs no slash."""
    vocabulary = load_weights().vocabulary
    names = names_in(callee, vocabulary)
    is_named = _QUOTED.fullmatch(first) and bool(names) and words(names[0])[-1:] in _ROUTERS
    if not is_route(names, ("'/'" if is_named else first,), vocabulary):
        return ""
    return f"{names[-1].upper()} {first.strip(_AROUND_NAMES)}"


def _operation(subject: Subject, _document: Document, occurrence: Occurrence) -> str:
    keyed = (item for item in subject.contexts(occurrence) if item.relation is Relation.KEYED)
    keys = [item.subject.strip(_AROUND_NAMES) for item in keyed]
    for method, path in pairwise((*keys, "")):
        if method in METHODS and is_response(subject.contexts(occurrence)):
            return f"{method.upper()} {path}".strip()
    return ".".join(reversed(keys[:_MOST_KEYS]))


def _in_blocks(subject: Subject) -> Iterator[tuple[int, str]]:
    language = load_languages().get(subject.language)
    if language is None or language.format is None or language.format.punctuation is None:
        return
    starts, heads = [], []
    open_tags: list[str] = []
    for statement in read_statements(subject.text, language.format):
        if statement.is_comment:
            continue
        name = statement.words[0].text
        if name.startswith("</"):
            del open_tags[-1:]
        starts.append(statement.start)
        heads.append(_said(statement.head) or "".join(open_tags[-1:]))
        if _TAG.match(name):
            open_tags.append(_said(statement.words))
    for occurrence in subject.occurrences:
        before = bisect_right(starts, occurrence.start)
        yield occurrence.start, _shorten(heads[before - 1]) if before else ""


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).strip("<>{ ")
