"""The names of codes, and those that libraries have for them, read without all else that is known of both."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from statuslens.datafile import list_data, read_data

_NOT_IN_KEY = bytes(set(range(128)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789"))


def name_key(name: str) -> str:
    """Fold a name to what has to agree: ``Not-Found`` and ``NOT FOUND`` are ``notfound``."""
    return name.casefold().encode("ascii", "ignore").translate(None, _NOT_IN_KEY).decode()


@cache
def names_of_codes() -> Mapping[str, tuple[str, ...]]:
    """Return the name of each code, and its former ones behind it."""
    entries = (entry for file in list_data("codes") for entry in read_data(file))
    return {
        entry["code"]: (entry["name"], *(former["name"] for former in entry.get("former_names", ())))
        for entry in entries
    }


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
