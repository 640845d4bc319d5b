"""A team file as a tree that still knows lines and how values were written, whatever the format."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from statuslens.errors import ConfigError
from statuslens.terminal import printable

MAX_DEPTH = 20
_SHOWN = 60
_LONGEST_INTEGER = 64
"""In bits; Python refuses to write out a number of thousands of digits."""


class Kind(StrEnum):
    """What a scalar is to the format, before anything is asked of it."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth value"
    NOTHING = "nothing"
    OTHER = "other"


_KIND_WORDS = {Kind.INTEGER: "number", Kind.NUMBER: "number", Kind.TRUTH: "truth value"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value."""

    kind: Kind
    text: str
    """As it is written: ``403.10``, which the format reads as 403.1."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values in the order of the file; a key may still stand twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int | None = None


Node = Scalar | Items | Table


class Bare(str):
    """A number of a TOML file as it is written: 403.10, of which a float would keep 403.1."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a message can name: a file and the keys that lead to a value."""

    file: str
    path: str = ""

    def key(self, name: str) -> "Where":
        """Return the place of a key in this table."""
        shown = shorten(name)
        return Where(self.file, f"{self.path}.{shown}" if self.path else shown)

    def item(self, index: int) -> "Where":
        """Return the place of an item of this list."""
        return Where(self.file, f"{self.path}[{index}]")

    def problem(self, line: int | None, text: str) -> ConfigError:
        """Return the error that says in one line what is wrong here."""
        place = self.file if line is None else f"{self.file}:{line}"
        message = printable(": ".join(filter(None, (place, self.path, text))))
        return ConfigError(message, file=self.file, key=self.path, line=line, problem=printable(text))


def shorten(text: str) -> str:
    """Cut a text of the file to what a message can hold."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def describe(node: Node) -> str:
    """Say what stands at a place: ``the number 404``, ``a list``."""
    match node:
        case Items():
            return "a list"
        case Table():
            return "a mapping"
        case Scalar(kind=Kind.NOTHING):
            return "nothing"
        case Scalar(kind=Kind.TEXT, text=text):
            return f'"{shorten(text)}"'
    return f"the {_KIND_WORDS.get(node.kind, 'value')} {shorten(node.text)}"


def from_plain(value: object, where: Where, depth: int = 0) -> Node:
    """Turn what a TOML or JSON parser returns into a tree without lines."""
    if depth > MAX_DEPTH:
        raise where.problem(None, f"nested more than {MAX_DEPTH} deep; a team file needs four")
    match value:
        case Mapping():
            entries = ((str(key), item) for key, item in value.items())
            return Table(
                tuple((Scalar(Kind.TEXT, key), from_plain(item, where.key(key), depth + 1)) for key, item in entries)
            )
        case list() | tuple():
            return Items(tuple(from_plain(item, where.item(at), depth + 1) for at, item in enumerate(value)))
    return _scalar(value)


def _scalar(value: object) -> Scalar:
    match value:
        case Bare() | float():
            return Scalar(Kind.NUMBER, str(value))
        case str():
            return Scalar(Kind.TEXT, value)
        case bool():
            return Scalar(Kind.TRUTH, str(value).lower())
        case None:
            return Scalar(Kind.NOTHING, "")
        case int():
            return Scalar(Kind.INTEGER, str(value) if value.bit_length() <= _LONGEST_INTEGER else hex(value))
    return Scalar(Kind.OTHER, str(value))
