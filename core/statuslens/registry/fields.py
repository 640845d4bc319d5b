"""Read the fields of a data file's entry as what they should be, and refuse others with their place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast

from statuslens.datafile import check_fields
from statuslens.errors import RegistryError
from statuslens.registry.model import Reference

_Choice = TypeVar("_Choice", bound=StrEnum)

_REFERENCE = re.compile(r"(RFC [1-9]\d*|draft-[a-z0-9-]+)( §[0-9A-Z]+(\.[0-9]+)*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping whose field names are right, and the place where it stands."""

    place: str
    fields: Mapping[str, Any]

    @classmethod
    def check(cls, value: object, place: str, required: Iterable[str], optional: Iterable[str] = ()) -> "Entry":
        """Take a mapping that has all required fields and no unknown one."""
        check_fields(value, place, required, optional)
        return cls(place, cast("Mapping[str, Any]", value))

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def refuse(self, name: str, problem: str) -> RegistryError:
        """Return the error to raise about a field: its place and value, and what to do."""
        return RegistryError(f"{self.place}: {name} {self.fields[name]!r} {problem}")

    def code(self, name: str) -> str:
        """Read a code, which has to stand in quotes."""
        code = self.fields[name]
        if not isinstance(code, str):
            raise self.refuse(name, f'is not quoted; write "{code}" in quotes, since YAML changes bare numbers')
        return code

    def text(self, name: str, default: str = "") -> str:
        """Read words, with line breaks and runs of spaces folded to one space."""
        text = self.fields.get(name, default)
        if not isinstance(text, str) or (name in self and not text.strip()):
            raise self.refuse(name, "is no text; write words, in quotes if YAML reads them as something else")
        return " ".join(text.split())

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Read true or false."""
        flag = self.fields.get(name, default)
        if not isinstance(flag, bool):
            raise self.refuse(name, "is neither true nor false; write one of them, or leave the field out")
        return flag

    def day(self, name: str) -> date | None:
        """Read a date, or None where there is none."""
        if name not in self:
            return None
        try:
            return date.fromisoformat(str(self.fields[name]))
        except ValueError as error:
            raise self.refuse(name, "is no date; write 2026-11-13") from error

    def choice(self, name: str, kind: type[_Choice]) -> _Choice:
        """Read one of the values of an enumeration."""
        try:
            return kind(self.fields[name])
        except ValueError as error:
            raise self.refuse(name, f"is none of {', '.join(kind)}") from error

    def reference(self, name: str) -> Reference:
        """Read a specification with its section."""
        text = self.fields[name]
        if not isinstance(text, str) or not _REFERENCE.fullmatch(text):
            raise self.refuse(name, "is no reference; write it as RFC 9110 §15.5.5, or draft-name-05")
        return Reference.parse(text)

    def items(self, name: str) -> list[Any]:
        """Read a list, which is empty where the field is left out."""
        items = self.fields.get(name, [])
        if not isinstance(items, list) or (name in self and not items):
            raise self.refuse(name, "is no list with items; begin each with a hyphen, or leave the field out")
        return items

    def entry(self, name: str, required: Iterable[str], optional: Iterable[str] = ()) -> "Entry | None":
        """Read a mapping inside this one, or None where the field is left out."""
        return Entry.check(self.fields[name], f"{self.place}: {name}", required, optional) if name in self else None

    def entries(self, name: str, required: Iterable[str], optional: Iterable[str] = ()) -> list["Entry"]:
        """Read a list of mappings inside this one."""
        places = ((f"{self.place}: {name} {position}", item) for position, item in enumerate(self.items(name), 1))
        return [Entry.check(item, place, required, optional) for place, item in places]
