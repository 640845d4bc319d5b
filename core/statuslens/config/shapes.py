"""Shapes: what a value of the team file may be, as a reader and as a JSON Schema in one."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from statuslens.config.nodes import Items, Kind, Node, Scalar, Table, Where, describe, shorten

T = TypeVar("T")
R = TypeVar("R")
E = TypeVar("E", bound=StrEnum)
Schema = Mapping[str, Any]
Entries = dict[str, tuple[Scalar, Node]]

_SHORTEST_BEGINNING = 3
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How to read a value, and the JSON Schema that says the same to an editor."""

    read: Callable[[Node, Where], T]
    schema: Schema


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record."""

    shape: Shape[Any]
    description: str
    is_required: bool = False


def text(longest: int, **schema: object) -> Shape[str]:
    """Return the shape of text for people, on one line whatever the file folds, without control characters."""

    def read(node: Node, where: Where) -> str:
        found = " ".join(read_text(node, where).split())
        if not found:
            raise where.problem(node.line, "is empty; write a text, or leave the key out")
        if len(found) > longest:
            raise where.problem(node.line, f"has {len(found):,} characters; {longest:,} fit")
        if _UNSHOWABLE.search(found):
            raise where.problem(node.line, "holds control characters; leave them out")
        return found

    return Shape(read, {"type": "string", "minLength": 1, "maxLength": longest, **schema})


def pattern(expression: str, longest: int, advice: str) -> Shape[str]:
    """Return the shape of text in the form of a regular expression, one for Python and JSON Schema."""
    compiled = re.compile(expression)

    def read(node: Node, where: Where) -> str:
        found = read_text(node, where)
        if len(found) > longest or not compiled.fullmatch(found):
            raise where.problem(node.line, f'"{shorten(found)}" {advice}')
        return found

    return Shape(read, {"type": "string", "pattern": f"^{expression}$", "maxLength": longest})


def choice(kind: type[E]) -> Shape[E]:
    """Return the shape of one of a few words."""
    words = [member.value for member in kind]

    def read(node: Node, where: Where) -> E:
        # YAML 1.1 reads a bare off as a truth value.
        if not isinstance(node, Scalar) or node.kind not in {Kind.TEXT, Kind.TRUTH} or node.text not in words:
            raise where.problem(node.line, f"found {describe(node)}; write {_either(words)}")
        return kind(node.text)

    return Shape(read, {"enum": words})


def truth() -> Shape[bool]:
    """Return the shape of true and false."""

    def read(node: Node, where: Where) -> bool:
        if not isinstance(node, Scalar) or node.kind is not Kind.TRUTH or node.text not in {"true", "false"}:
            raise where.problem(node.line, f"found {describe(node)}; write true or false")
        return node.text == "true"

    return Shape(read, {"type": "boolean"})


def list_of(item: Shape[T], key: Callable[[T], Hashable] | None = None) -> Shape[tuple[T, ...]]:
    """Return a list of one shape, in which no ``key`` stands twice."""

    def read(node: Node, where: Where) -> tuple[T, ...]:
        if not isinstance(node, Items):
            raise where.problem(node.line, f"expected a list, found {describe(node)}; write one item a line after -")
        found = tuple(item.read(each, where.item(index)) for index, each in enumerate(node.items))
        first: dict[Hashable, int] = {}
        for index, value in enumerate(found):
            name = key(value) if key else value
            if name in first:
                told = f"the same as item {first[name]} of the list; keep one"
                raise where.item(index).problem(node.items[index].line, told)
            first[name] = index
        return found

    return Shape(read, {"type": "array", "items": item.schema})


def some_of(items: Shape[tuple[T, ...]]) -> Shape[tuple[T, ...]]:
    """Return a list that is not empty."""

    def read(node: Node, where: Where) -> tuple[T, ...]:
        found = items.read(node, where)
        if not found:
            raise where.problem(node.line, "is empty; add an item")
        return found

    return Shape(read, {**items.schema, "minItems": 1})


def record(
    build: Callable[..., T],
    keys: Mapping[str, Key],
    check: Callable[[Entries, Where, int | None], None] | None = None,
    **schema: object,
) -> Shape[T]:
    """Return a mapping with known keys; what it holds goes to ``build`` by name."""

    def read(node: Node, where: Where) -> T:
        found = read_entries(node, where, keys)
        for name, key in keys.items():
            if key.is_required and name not in found:
                raise where.problem(node.line, f"lacks {name}; add it")
        if check:
            check(found, where, node.line)
        values = {name: keys[name].shape.read(value, where.key(name)) for name, (_, value) in found.items()}
        return build(**{name.replace("-", "_"): value for name, value in values.items()})

    required = [name for name, key in keys.items() if key.is_required]
    properties = {name: {"description": key.description, **key.shape.schema} for name, key in keys.items()}
    own = {"type": "object", "properties": properties, "additionalProperties": False}
    return Shape(read, {**own, **({"required": required} if required else {}), **schema})


def mapping_of(
    build: Callable[[str, T], R], value: Shape[T], noun: str, names: Iterable[str] | None = None
) -> Shape[tuple[R, ...]]:
    """Return a mapping whose keys are names, out of ``names`` where they are known."""
    known = None if names is None else sorted(names)

    def read(node: Node, where: Where) -> tuple[R, ...]:
        found = read_entries(node, where, known, noun)
        return tuple(build(name, value.read(item, where.key(name))) for name, (_, item) in found.items())

    if known is None:
        return Shape(read, {"type": "object", "additionalProperties": value.schema})
    properties = dict.fromkeys(known, value.schema)
    return Shape(read, {"type": "object", "properties": properties, "additionalProperties": False})


def read_entries(node: Node, where: Where, known: Iterable[str] | None = None, noun: str = "key") -> Entries:
    """Return the values of a mapping by key; refuse keys that stand twice, are no text or are not known."""
    if not isinstance(node, Table):
        raise where.problem(node.line, f"expected a mapping, found {describe(node)}; write key: value")
    known = None if known is None else tuple(known)
    found: Entries = {}
    for key, value in node.entries:
        name = key.text
        if key.text == "<<" and key.kind is Kind.OTHER:
            raise where.problem(key.line, "<< merges are not read; write the keys out")
        if key.kind is not Kind.TEXT:
            raise where.key(name).problem(key.line, f'the key is no text; write "{shorten(name)}" in quotes')
        if name in found:
            first = found[name][0].line
            raise where.key(name).problem(key.line, f"the key stands twice, first on line {first}; keep one")
        if known is not None and name not in known:
            raise where.key(name).problem(key.line, f"unknown {noun}; {_advise(name, known)}")
        found[name] = (key, value)
    return found


def read_text(node: Node, where: Where) -> str:
    """Return the text that stands here; refuse what the format does not take for text."""
    if isinstance(node, Scalar):
        if node.kind is Kind.TEXT:
            return node.text
        if node.kind is Kind.NOTHING:
            raise where.problem(node.line, "has no value; write one, or leave the key out")
        raise where.problem(node.line, f'found {describe(node)}, not text; write "{shorten(node.text)}" in quotes')
    raise where.problem(node.line, f"expected text, found {describe(node)}")


def suggest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that was most likely meant."""
    from difflib import get_close_matches  # noqa: PLC0415 (needed only to say what is wrong)

    known = tuple(known)
    begun = [whole for whole in known if len(name) >= _SHORTEST_BEGINNING and whole.startswith(name)]
    return next(iter(begun or get_close_matches(name, known, n=1)), None)


def _advise(name: str, known: Iterable[str]) -> str:
    meant = suggest(shorten(name), known)
    return f'did you mean "{meant}"?' if meant else f"known are {', '.join(known)}"


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
