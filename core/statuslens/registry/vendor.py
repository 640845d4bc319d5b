"""Codes that vendors use outside IANA's table, or with words of their own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from statuslens.datafile import list_data, read_data
from statuslens.errors import RegistryError
from statuslens.registry.fields import Entry
from statuslens.registry.model import Source
from statuslens.registry.names import name_key

_CODE = re.compile(r"[0-9]{3}(\.[0-9]{1,3})?")
_SUBSTATUS = re.compile(r"([1-5][0-9]{2})[.:]([0-9]{1,3})")
_REQUIRED = {"code", "reference", "meaning", "sources"}
_OPTIONAL = {"name", "other_names", "standing", "is_status", "note"}


class Standing(StrEnum):
    """How well a vendor's code stands, best first."""

    CURRENT = "current"
    DISPUTED = "disputed"
    RETIRED = "retired"


_RANK = {standing: rank for rank, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class VendorCode:
    """What one vendor means by a number."""

    code: str
    """Three digits, with a substatus after a dot: ``499``, ``404.13``, ``000``."""
    name: str
    """The name that the vendor prints; empty where it prints none."""
    vendor: str
    vendor_id: str
    meaning: str
    """One or two plain sentences of our own: when it is seen and what to look at first."""
    standing: Standing
    reference: str
    """Where the vendor defines it: ``NGX_HTTP_CLOSE``, ``KB 943891``."""
    source: str
    """The titles of what the entry was read from."""
    other_names: tuple[str, ...] = ()
    note: str = ""
    is_status: bool = True
    """False for a number that never is the status of a response: ``000``, Squid's 600."""

    @property
    def title(self) -> str:
        """Code and name: ``499 Client Closed Request``; the code alone where there is no name."""
        return f"{self.code} {self.name}".rstrip()


@dataclass(frozen=True, slots=True)
class Vendor:
    """A product, service or group with codes of its own."""

    id: str
    """The name of its file: ``microsoft-iis``."""
    name: str
    aliases: tuple[str, ...]
    """How people may write it in a query: ``iis``, ``aws``."""
    sources: tuple[Source, ...]
    codes: tuple[VendorCode, ...]


@cache
def load_vendors() -> tuple[Vendor, ...]:
    """Return all vendors, by id."""
    vendors = (_vendor(name, content) for name, content in _contents())
    return tuple(sorted(vendors, key=lambda vendor: vendor.id))


def substatus(text: str) -> str | None:
    """Return ``404.1`` for ``404.1`` and ``404:1``, and None for what is no code with a substatus."""
    found = _SUBSTATUS.fullmatch(text)
    return f"{found[1]}.{found[2]}" if found else None


@lru_cache(maxsize=1024)
def vendor_codes(code: str) -> tuple[VendorCode, ...]:
    """Return what each owner of a number or substatus means by it: current first, retired last, then by vendor."""
    wanted = substatus(code) or code
    # A look-up builds the few vendors that have the code, not all of them.
    owners = (_vendor(name, content) for name, content in _owners().get(wanted, ()))
    return _sorted(own for vendor in owners for own in vendor.codes if own.code == wanted)


def find_vendor(text: str) -> Vendor | None:
    """Return the vendor of an id, name or alias; case, spaces and punctuation do not matter."""
    return _vendors_by_key().get(name_key(text))


def find_vendor_codes(name: str) -> tuple[VendorCode, ...]:
    """Return the codes that vendors call so, by standing, number and vendor; other names come after own ones."""
    key = name_key(name)
    own, other = _codes_by_key()
    return tuple(dict.fromkeys(own.get(key, ()) + other.get(key, ())))


def usual_name(owners: Iterable[VendorCode]) -> str:
    """Return the name that most owners of a number use, of several the first; empty where none has one."""
    names = [owner.name for owner in owners if owner.name]
    return max(names, key=names.count, default="")


@cache
def _contents() -> tuple[tuple[str, Any], ...]:
    return tuple((name, read_data(name)) for name in list_data("vendors"))


@cache
def _owners() -> Mapping[object, tuple[tuple[str, Any], ...]]:
    """Return the files that have a code, by code; none is checked yet: what is amiss shows when it is built."""
    owners: dict[object, tuple[tuple[str, Any], ...]] = {}
    for name, content in _contents():
        for code in {item.get("code") for item in content.get("codes", ()) if isinstance(item, dict)}:
            owners[code] = (*owners.get(code, ()), (name, content))
    return owners


@cache
def _vendors_by_key() -> Mapping[str, Vendor]:
    return {name_key(name): vendor for vendor in load_vendors() for name in (vendor.id, vendor.name, *vendor.aliases)}


@cache
def _codes_by_key() -> tuple[Mapping[str, tuple[VendorCode, ...]], Mapping[str, tuple[VendorCode, ...]]]:
    own: dict[str, tuple[VendorCode, ...]] = {}
    other: dict[str, tuple[VendorCode, ...]] = {}
    for code in _all_codes():
        for names, index in (((code.name,), own), (code.other_names, other)):
            for key in filter(None, map(name_key, names)):
                index[key] = (*index.get(key, ()), code)
    return own, other


def _all_codes() -> tuple[VendorCode, ...]:
    return _sorted(code for vendor in load_vendors() for code in vendor.codes)


def _sorted(codes: Iterable[VendorCode]) -> tuple[VendorCode, ...]:
    """Put codes in the order of answers; the sort is stable, so two of one vendor stay as the file has them."""
    return tuple(sorted(codes, key=lambda code: (_RANK[code.standing], _number(code.code), code.vendor.casefold())))


def _number(code: str) -> tuple[int, int]:
    """Return what codes are ordered by: 403 before 403.0, 403.9 before 403.10."""
    number, _, after_dot = code.partition(".")
    return int(number), int(after_dot or -1)


def _vendor(file: str, content: object) -> Vendor:
    entry = Entry.check(content, file, {"name", "sources", "codes"}, {"aliases"})
    name = entry.text("name")
    vendor_id = file.removeprefix("vendors/").removesuffix(".yaml")
    sources = {source.id: source for source in _sources(entry)}
    codes: list[VendorCode] = []
    for item in entry.entries("codes", _REQUIRED, _OPTIONAL):
        code = _code(item, name, vendor_id, sources)
        if codes and _number(code.code) < _number(codes[-1].code):
            msg = f"{item.place}: {code.code} stands after {codes[-1].code}; keep numeric order"
            raise RegistryError(msg)
        codes.append(code)
    return Vendor(vendor_id, name, tuple(entry.items("aliases")), tuple(sources.values()), tuple(codes))


def _sources(entry: Entry) -> list[Source]:
    entries = entry.entries("sources", {"id", "title", "url"})
    return [Source(source.text("id"), source.text("title"), source.text("url")) for source in entries]


def _code(entry: Entry, vendor: str, vendor_id: str, sources: Mapping[str, Source]) -> VendorCode:
    code = entry.code("code")
    if not _CODE.fullmatch(code):
        raise entry.refuse("code", 'is no code; write "499", or "404.13" with a substatus')
    entry = Entry(f"{entry.place} ({code})", entry.fields)
    read = entry.items("sources")
    if unknown := [name for name in read if name not in sources]:
        msg = f"{entry.place}: unknown source {', '.join(unknown)}; add it to the sources of the file"
        raise RegistryError(msg)
    return VendorCode(
        code=code,
        name=entry.text("name"),
        vendor=vendor,
        vendor_id=vendor_id,
        meaning=entry.text("meaning"),
        standing=entry.choice("standing", Standing) if "standing" in entry else Standing.CURRENT,
        reference=entry.text("reference"),
        source="; ".join(sources[name].title for name in read),
        other_names=tuple(entry.items("other_names")),
        note=entry.text("note"),
        is_status=entry.flag("is_status", default=True),
    )
