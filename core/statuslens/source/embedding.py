"""What a language's data say of code in other languages inside its files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from statuslens.datafile import check_fields
from statuslens.errors import RegistryError

_PLACES = {"at", "finds"}
_FIELDS = {"where", "named_by", "begins", "after", "masks", "names", "join", "longest_line"}


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """Where files of a language hold code in another one; the head comment of jupyter.yaml tells the fields."""

    language: str
    paths: tuple[tuple[str, ...], ...]
    finds: re.Pattern[str] | None
    where: Mapping[tuple[str, ...], re.Pattern[str]]
    named_by: tuple[tuple[str, ...], ...]
    begins: re.Pattern[str] | None
    after: re.Pattern[str] | None
    masks: re.Pattern[str] | None
    names: re.Pattern[str] | None
    join: str | None
    longest_line: int | None


def read_embedding(entry: Mapping[str, Any], where: str) -> Embedding:
    """Return an entry of ``embeds``; raises RegistryError for one that is not as its head comment says."""
    check_fields(entry, where, {"language"}, _PLACES | _FIELDS)
    if len(_PLACES & set(entry)) != 1:
        msg = f"{where}: needs one of {' and '.join(sorted(_PLACES))}"
        raise RegistryError(msg)
    return Embedding(
        language=entry["language"],
        paths=tuple(map(_path, entry.get("at", ()))),
        finds=_pattern(entry, "finds"),
        where={_path(path): re.compile(pattern) for path, pattern in entry.get("where", {}).items()},
        named_by=tuple(map(_path, entry.get("named_by", ()))),
        begins=_pattern(entry, "begins"),
        after=_pattern(entry, "after"),
        masks=_pattern(entry, "masks"),
        names=_pattern(entry, "names"),
        join=entry.get("join"),
        longest_line=entry.get("longest_line"),
    )


def _path(text: str) -> tuple[str, ...]:
    return tuple(text.split("/"))


def _pattern(entry: Mapping[str, Any], field: str) -> re.Pattern[str] | None:
    return re.compile(entry[field], re.MULTILINE) if field in entry else None
