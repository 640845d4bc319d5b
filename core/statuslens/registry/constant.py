"""Named constants of libraries and frameworks, by the code that they stand for."""

from dataclasses import astuple, dataclass
from enum import StrEnum
from functools import lru_cache

from statuslens.datafile import crc_of, read_index, write_index

_SOURCES = "ecosystems"
_INDEX = "constants"


class ConstantKind(StrEnum):
    """What a named constant is in its language."""

    INT = "int"
    ENUM = "enum"
    VALUE = "value"
    SYMBOL = "symbol"
    STRING = "string"
    CLASS = "class"
    EXCEPTION = "exception"
    BUILDER = "builder"


@dataclass(frozen=True, slots=True)
class Constant:
    """One name for a code, with all that is known about it."""

    name: str
    """The member's name alone: ``NOT_FOUND``."""
    code: str
    kind: ConstantKind
    ecosystem: str
    """The ecosystem's id: ``python/python-http``."""
    ecosystem_title: str
    language: str
    """The folder of the ecosystem: ``python``."""
    expression: str
    """What code writes: ``HTTPStatus.NOT_FOUND``, ``:not_found``."""
    import_statement: str
    version: str
    """The inspected versions that have it, from old to new with commas between."""
    deprecated: str
    """Why not to use it in the newest of these versions, in one word; empty where nothing speaks against it."""
    note: str
    """What its name does not say, or says wrongly."""


@lru_cache(maxsize=256)
def constants_of(code: str) -> tuple[Constant, ...]:
    """Return every constant of a code, by language, ecosystem and place in its file."""
    rows = read_index(_INDEX, code, crc_of(_SOURCES))
    if rows is not None:
        return tuple(Constant(name, own, ConstantKind(kind), *rest) for name, own, kind, *rest in rows)
    from statuslens.registry.ecosystem import all_constants  # noqa: PLC0415 (an index spares reading them all)

    return tuple(item for item in all_constants() if item.code == code)


def compile_constants() -> None:
    """Write for each code the constants that it has, so that a look-up need not read all libraries."""
    from statuslens.registry.ecosystem import all_constants  # noqa: PLC0415 (as above)

    rows: dict[str, list[tuple[str, ...]]] = {}
    for item in all_constants():
        rows.setdefault(item.code, []).append(astuple(item))
    write_index(_INDEX, rows, crc_of(_SOURCES))
