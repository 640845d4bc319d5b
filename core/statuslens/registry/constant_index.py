"""Named constants by the code that they stand for."""

from dataclasses import astuple
from functools import cache, lru_cache

from statuslens.datafile import crc_of, read_index, write_index
from statuslens.registry.constant import Constant, ConstantKind

_SOURCES = "ecosystems"
_INDEX = "constants"


@lru_cache(maxsize=256)
def constants_of(code: str) -> tuple[Constant, ...]:
    """Return every constant of a code, by language, ecosystem and place in its file."""
    rows = read_index(_INDEX, code, _sources_crc())
    if rows is not None:
        return tuple(Constant(name, own, ConstantKind(kind), *rest) for name, own, kind, *rest in rows)
    from statuslens.registry.ecosystem import all_constants  # noqa: PLC0415 (an index spares reading them all)

    return tuple(item for item in all_constants() if item.code == code)


@cache
def _sources_crc() -> int:
    return crc_of(_SOURCES)


def compile_constants() -> None:
    """Write for each code the constants that it has, so that a look-up need not read all libraries."""
    from statuslens.registry.ecosystem import all_constants  # noqa: PLC0415 (as above)

    rows: dict[str, list[tuple[str, ...]]] = {}
    for item in all_constants():
        rows.setdefault(item.code, []).append(astuple(item))
    write_index(_INDEX, rows, crc_of(_SOURCES))
