"""Libraries and frameworks: the constants and calls with which code names a status."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from statuslens.datafile import check_fields, list_data, read_data
from statuslens.errors import RegistryError


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
class ConstantGroup:
    """Named constants that stand in one container."""

    container: str
    """The expression before a member's name: ``HTTPStatus``, ``requests.codes``; empty where there is none."""
    import_statement: str
    kind: ConstantKind
    members: Mapping[str, str]
    """The code by the member's name."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call that takes a status."""

    receiver: str
    """What stands before the last name: ``http`` in ``http.Error``; ``*`` for anything, empty for nothing."""
    name: str
    argument: int
    """The position of the status among the arguments, from zero."""
    anywhere: bool
    """Whether the name says enough without the import."""


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """A library or framework of a language."""

    id: str
    """Language folder and file: ``python/fastapi``."""
    title: str
    imports: tuple[str, ...]
    source: str
    constants: tuple[ConstantGroup, ...]
    calls: tuple[Call, ...]
    returns: int | None
    """The position of the status in a tuple that a handler returns, from zero."""

    def is_imported_by(self, module: str) -> bool:
        """Tell whether an imported module belongs to it."""
        return any(
            module.startswith(own) and (len(module) == len(own) or module[len(own)] in "./:") for own in self.imports
        )


@cache
def load_ecosystems(folder: str) -> tuple[Ecosystem, ...]:
    """Return the ecosystems of one folder of ``data/ecosystems``, by id."""
    return tuple(_read(name, read_data(name)) for name in list_data(f"ecosystems/{folder}"))


def _read(name: str, entry: Any) -> Ecosystem:  # noqa: ANN401 (checked at once)
    check_fields(entry, name, {"title", "imports", "source"}, {"constants", "calls", "returns"})
    return Ecosystem(
        id=name.removeprefix("ecosystems/").removesuffix(".yaml"),
        title=entry["title"],
        imports=tuple(entry["imports"]),
        source=entry["source"],
        constants=tuple(_group(group, name) for group in entry.get("constants", ())),
        calls=tuple(_call(call, name) for call in entry.get("calls", ())),
        returns=entry.get("returns"),
    )


def _group(entry: Any, name: str) -> ConstantGroup:  # noqa: ANN401 (checked at once)
    check_fields(entry, f"{name}: constants", {"container", "import", "kind", "members"})
    for member, code in entry["members"].items():
        if not isinstance(member, str) or not isinstance(code, str):
            msg = f"{name}: constants: {member!r}: {code!r}: names that YAML reads as values, and codes, need quotes"
            raise RegistryError(msg)
    members = MappingProxyType(entry["members"])
    return ConstantGroup(entry["container"], entry["import"], ConstantKind(entry["kind"]), members)


def _call(entry: Any, name: str) -> Call:  # noqa: ANN401 (checked at once)
    check_fields(entry, f"{name}: calls", {"call", "argument"}, {"anywhere"})
    receiver, _, last = entry["call"].rpartition(".")
    return Call(receiver, last, entry["argument"], entry.get("anywhere", False))
