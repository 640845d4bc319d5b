"""The names of codes, and those that libraries have for them, read without all else that is known of both."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from statuslens.datafile import crc_of, list_data, read_data, read_index, write_index

_SOURCES = "codes"
_INDEX = "names"
_NOT_IN_KEY = bytes(set(range(128)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789"))


def name_key(name: str) -> str:
    """Fold a name to what has to agree: ``Not-Found`` and ``NOT FOUND`` are ``notfound``."""
    return name.casefold().encode("ascii", "ignore").translate(None, _NOT_IN_KEY).decode()


@cache
def names_of_codes() -> Mapping[str, tuple[str, ...]]:
    """Return the name of each code, and its former ones behind it."""
    rows = read_index(_INDEX, _SOURCES, crc_of(_SOURCES))
    return {code: tuple(names) for code, *names in (_read_names() if rows is None else rows)}


def compile_names() -> None:
    """Write the names of the codes, so that all else that is known of them need not be read for these."""
    write_index(_INDEX, {_SOURCES: list(_read_names())}, crc_of(_SOURCES))


def _read_names() -> Iterator[list[str]]:
    """Yield each code with its names."""
    for entry in (entry for file in list_data(_SOURCES) for entry in read_data(file)):
        yield [entry["code"], entry["name"], *(former["name"] for former in entry.get("former_names", ()))]


class LibraryNames(NamedTuple):
    """What the libraries of a language call the things that codes go with."""

    constants: Mapping[str, frozenset[str]]
    """The names of constants, without what stands before them, by the values of ``ConstantKind``."""
    calls: frozenset[str]
    """The names of calls that take a status, likewise."""


@cache
def names_in_libraries(folder: str) -> LibraryNames:
    """Return the names that the ecosystems in one folder of ``data/ecosystems`` have."""
    constants: dict[str, set[str]] = {}
    calls: set[str] = set()
    for file in list_data(f"ecosystems/{folder}"):
        entry = read_data(file)
        for group in entry.get("constants", ()):
            constants.setdefault(group["kind"], set()).update(group["members"])
        calls.update(call["call"].rpartition(".")[2] for call in entry.get("calls", ()))
    return LibraryNames({kind: frozenset(names) for kind, names in constants.items()}, frozenset(calls))
