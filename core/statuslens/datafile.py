"""Read the shipped YAML files, and refuse entries that are not as their head comment says.

YAML is the one source. Since parsing it takes a hundred times as long as the rest of a look-up, a build also writes
each file as JSON beside them (``compile_data``); that is read instead as long as it was made from the very same
bytes of YAML.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zlib import crc32

from statuslens.errors import RegistryError

DATA = os.path.join(os.path.dirname(__file__), "data")
COMPILED = os.path.join(DATA, "compiled")


def read_data(name: str) -> Any:  # noqa: ANN401 (YAML holds anything; the callers check it)
    """Read one YAML file below ``data/``; ``name`` is its path there."""
    source = _read(os.path.join(DATA, name))
    try:
        compiled = json.loads(_read(_compiled_path(name)))
    except FileNotFoundError:
        return parse_yaml(source, name)
    return compiled["data"] if compiled["crc32"] == crc32(source) else parse_yaml(source, name)


def parse_yaml(source: bytes, name: str) -> Any:  # noqa: ANN401 (YAML holds anything)
    """Parse the bytes of a YAML file into what JSON has too; ``name`` is what an error calls it."""
    import yaml  # noqa: PLC0415 (takes longer to import than a look-up)

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _plain(yaml.load(source, Loader=loader), name)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        msg = f"{name}: not valid YAML: {' '.join(str(error).split())}"
        raise RegistryError(msg) from error


def read_index(index: str, key: str, crc: int) -> list[Any] | None:
    """Read one entry of a compiled index, empty for a key that it lacks; None if it was not made from these sources."""
    try:
        compiled = json.loads(_read(os.path.join(COMPILED, index, "all.json")))
        if compiled["crc32"] != crc:
            return None
        return json.loads(_read(os.path.join(COMPILED, index, f"{key}.json"))) if key in compiled["keys"] else []
    except FileNotFoundError:
        return None


def write_index(index: str, entries: Mapping[str, list[Any]], crc: int) -> None:
    """Write an index with a file for each key."""
    folder = os.path.join(COMPILED, index)
    for key, rows in entries.items():
        _write(os.path.join(folder, f"{key}.json"), rows)
    _write(os.path.join(folder, "all.json"), {"crc32": crc, "keys": sorted(entries)})


def crc_of(folder: str) -> int:
    """Return a checksum of all YAML files below a folder of ``data/``."""
    crc = 0
    for path in _files(os.path.join(DATA, folder), ".yaml"):
        crc = crc32(_read(path), crc)
    return crc


def list_data(folder: str) -> list[str]:
    """Return the names of the YAML files in a folder below ``data/``, sorted, as ``read_data`` takes them."""
    entries = os.scandir(os.path.join(DATA, folder))
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(".yaml"))


def compile_data() -> None:
    """Write each YAML file as JSON, and drop what was compiled before and has no source any more."""
    written = set()
    for path in _files(DATA, ".yaml"):
        name = os.path.relpath(path, DATA).replace(os.sep, "/")
        source = _read(path)
        target = _compiled_path(name)
        _write(target, {"crc32": crc32(source), "data": parse_yaml(source, name)})
        written.add(target)
    for stale in set(_files(COMPILED, ".json")) - written:
        os.unlink(stale)


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


def _plain(value: Any, name: str) -> Any:  # noqa: ANN401 (YAML holds anything)
    """Turn dates into text, and refuse a key that YAML has read as something else than a name."""
    from datetime import date  # noqa: PLC0415 (compiled data have none)

    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                msg = f"{name}: YAML reads the key {key!r} as a value; write it in quotes"
                raise RegistryError(msg)
        return {key: _plain(item, name) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, name) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _files(folder: str, ending: str) -> Iterator[str]:
    """Yield the files below a folder whose names end so, those of each folder sorted."""
    for base, folders, files in os.walk(folder):
        folders.sort()
        yield from (os.path.join(base, name) for name in sorted(files) if name.endswith(ending))


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write(target: str, record: object) -> None:
    """Write a file of JSON, whole or not at all."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    partial = f"{target}.partial"
    with open(partial, "w", encoding="utf-8") as file:
        json.dump(record, file, ensure_ascii=False)
    os.replace(partial, target)


def _compiled_path(name: str) -> str:
    return os.path.join(COMPILED, *name.split("/")).removesuffix(".yaml") + ".json"
