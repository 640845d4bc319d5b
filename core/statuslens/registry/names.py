"""The names of the status codes, read without all else that is known of them."""

from collections.abc import Mapping
from functools import cache

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
