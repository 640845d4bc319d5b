"""Read the registry's YAML files into frozen values."""

from datetime import date
from typing import Any

from statuslens.datafile import check_fields, read_data
from statuslens.errors import RegistryError
from statuslens.registry.model import (
    ClassDescription,
    FormerName,
    Reference,
    Registration,
    Source,
    StatusClass,
    StatusCode,
)

_REQUIRED = {"code", "name", "reference", "meaning", "sources"}
_OPTIONAL = {"registered_name", "registration", "former_names", "deprecated_by", "expires"}


def load_sources() -> dict[str, Source]:
    """Return the sources of ``sources.yaml`` by id."""
    sources = {}
    for position, entry in enumerate(read_data("sources.yaml"), 1):
        check_fields(entry, f"sources.yaml: entry {position}", {"id", "title", "url"}, {"date"})
        sources[entry["id"]] = Source(**entry)
    return sources


def load_classes(sources: dict[str, Source]) -> dict[StatusClass, ClassDescription]:
    """Return the descriptions of ``classes.yaml`` by class."""
    descriptions = {}
    for position, entry in enumerate(read_data("classes.yaml"), 1):
        where = f"classes.yaml: entry {position}"
        check_fields(entry, where, {"class", "meaning", "unknown", "reference", "sources"})
        status_class = StatusClass(entry["class"])
        descriptions[status_class] = ClassDescription(
            status_class=status_class,
            meaning=_folded(entry["meaning"]),
            unknown=_folded(entry["unknown"]),
            reference=Reference.parse(entry["reference"]),
            sources=_sources(entry["sources"], where, sources),
        )
    return descriptions


def load_codes(status_class: StatusClass, sources: dict[str, Source]) -> dict[str, StatusCode]:
    """Return the codes of one class, by code, in numeric order."""
    name = f"codes/{status_class}.yaml"
    codes: dict[str, StatusCode] = {}
    for position, entry in enumerate(read_data(name), 1):
        code = _code(entry, f"{name}: entry {position}", sources)
        if StatusClass.of(code.code) is not status_class:
            msg = f"{name}: entry {position}: {code.code} belongs to another class's file"
            raise RegistryError(msg)
        if codes and code.code <= next(reversed(codes)):
            msg = f"{name}: entry {position}: {code.code} stands after {next(reversed(codes))}; keep numeric order"
            raise RegistryError(msg)
        codes[code.code] = code
    return codes


def _code(entry: Any, where: str, sources: dict[str, Source]) -> StatusCode:  # noqa: ANN401
    check_fields(entry, where, _REQUIRED, _OPTIONAL)
    code = entry["code"]
    if not isinstance(code, str):
        msg = f'{where}: code {code!r} is not quoted; write "{code}" in quotes, since YAML changes bare numbers'
        raise RegistryError(msg)
    where = f"{where} ({code})"
    expires = entry.get("expires")
    if expires is not None and not isinstance(expires, date):
        msg = f"{where}: expires {expires!r} is no date; write 2026-11-13"
        raise RegistryError(msg)
    try:
        registration = Registration(entry.get("registration", Registration.ASSIGNED))
    except ValueError as error:
        msg = f"{where}: registration {entry['registration']!r} is none of {', '.join(Registration)}"
        raise RegistryError(msg) from error
    return StatusCode(
        code=code,
        name=entry["name"],
        registered_name=entry.get("registered_name", entry["name"]),
        registration=registration,
        reference=Reference.parse(entry["reference"]),
        meaning=_folded(entry["meaning"]),
        sources=_sources(entry["sources"], where, sources),
        former_names=tuple(_former_name(item, where) for item in entry.get("former_names", ())),
        deprecated_by=Reference.parse(entry["deprecated_by"]) if "deprecated_by" in entry else None,
        expires=expires,
    )


def _former_name(entry: Any, where: str) -> FormerName:  # noqa: ANN401
    check_fields(entry, f"{where}: former_names", {"name", "used_by"})
    return FormerName(entry["name"], entry["used_by"])


def _sources(names: list[str], where: str, sources: dict[str, Source]) -> tuple[Source, ...]:
    if unknown := [name for name in names if name not in sources]:
        msg = f"{where}: unknown source {', '.join(unknown)}; add it to sources.yaml"
        raise RegistryError(msg)
    return tuple(sources[name] for name in names)


def _folded(text: str) -> str:
    return " ".join(text.split())
