"""Read the shipped YAML files, and refuse entries that are not as their head comment says."""

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import yaml

from statuslens.errors import RegistryError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_data(name: str) -> Any:  # noqa: ANN401 (YAML holds anything; the callers check it)
    """Parse one YAML file below ``data/``; ``name`` is its path there."""
    text = files("statuslens").joinpath("data", name).read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 (_Loader is the safe one)
    except yaml.YAMLError as error:
        msg = f"{name}: not valid YAML: {' '.join(str(error).split())}"
        raise RegistryError(msg) from error


def list_data(folder: str) -> list[str]:
    """Return the names of the YAML files in a folder below ``data/``, sorted, as ``read_data`` takes them."""
    entries = files("statuslens").joinpath("data", folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(".yaml"))


def check_fields(entry: object, where: str, required: Iterable[str], optional: Iterable[str] = ()) -> None:
    """Refuse an entry that is no mapping, lacks a field or has an unknown one."""
    if not isinstance(entry, dict):
        msg = f"{where}: expected a mapping, found {entry!r}"
        raise RegistryError(msg)
    advice = "the head comment of the file lists the fields"
    if missing := sorted(set(required) - set(entry)):
        msg = f"{where}: lacks {', '.join(missing)}; {advice}"
        raise RegistryError(msg)
    if unknown := sorted(set(entry) - set(required) - set(optional), key=str):
        msg = f"{where}: unknown field {', '.join(map(str, unknown))}; {advice}"
        raise RegistryError(msg)
