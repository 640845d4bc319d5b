"""Libraries and frameworks: the constants and calls with which code names a status."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from statuslens.datafile import DATA, check_fields, list_data, read_data
from statuslens.errors import RegistryError
from statuslens.registry.constant import Constant, ConstantKind
from statuslens.registry.reply import Reply, read_reply
from statuslens.registry.taker import Taker, read_taker

_MEMBER = "{member}"
CONSTANT = "{constant}"
"""Stands for a constant in what code writes to get its number."""
_DEPRECATIONS = ("", "legacy", "deprecated", "class-marker", "alias", "renamed", "client-generated", "internal")
_OPTIONAL = {"absent", "calls", "constants", "declared_by", "opened_by", "replies", "returns", "standard", "takes"}
_DETAILS = ("since", "until", "deprecated", "deprecated_since", "note")

_TYPES: Mapping[type, str] = {
    str: "text; write it in quotes",
    list: "list of one or more",
    dict: "mapping of one or more",
}
_BETWEEN = ".:>-\\\"'"
"""What stands between a container and a member."""

_LONGEST = 200
"""Characters of a text in which a constant is looked for; the longest with its package has 84."""
_SEPARATOR = re.compile(r"::|->|\?\.|[.\\]")
_QUOTES = str.maketrans("", "", "\"'`")
_ENDING = re.compile(r"(?:[,;.!?:]|(?<=\w)\([^()]*\)|\.(?:value|Value|rawValue|intValue|code|as_u16)\b)+\Z")
_DISTINCTIVE = re.compile(r"[_:\d]|[a-z][A-Z]|[A-Z]{2}[a-z]|\AHTTP.")
"""A name that nobody writes as an ordinary word; ``ok``, ``Gone`` and ``CONFLICT`` are words."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What a group says of a member besides its code; each is empty where nothing is said."""

    since: str = ""
    until: str = ""
    deprecated: str = ""
    deprecated_since: str = ""
    note: str = ""


_NOTHING_MORE = Detail()


@dataclass(frozen=True, slots=True)
class ConstantGroup:
    """Named constants that are written alike."""

    expression: str
    """How code writes a member, with ``{member}`` for its name: ``HTTPStatus.{member}``."""
    import_statement: str
    """The statement that brings a member into a file; may hold ``{member}``."""
    kind: ConstantKind
    versions: tuple[str, ...]
    """The versions that were inspected, from old to new."""
    deprecated: str
    """Why not to use any of them."""
    members: Mapping[str, str]
    """The code by the member's name."""
    details: Mapping[str, Detail]
    """What more there is to say of a few members, by name."""
    container: str
    """What stands before a member's name: ``HTTPStatus``, ``requests.codes``; empty where there is nothing."""
    number: str = ""
    """How code writes a member's number, with ``{constant}``: ``{constant}.value()``; empty where it does not."""
    compares: Mapping[re.Pattern[str], str] = field(default_factory=dict)
    """How code writes a member that is compared with an expression which a pattern matches whole."""
    made: tuple[str, ...] = ()
    """Expressions that make a member of its number, with ``{number}``: ``HttpStatus.valueOf({number})``."""
    is_preferred: bool = True
    """Whether a number may be replaced by a member."""
    near: tuple[str, ...] = ()
    """Modules of which a file imports one where a member can be imported too; empty where any of the library do."""

    def versions_of(self, name: str) -> tuple[str, ...]:
        """Return the inspected versions that have a member."""
        detail = self.details.get(name, _NOTHING_MORE)
        first = self.versions.index(detail.since) if detail.since else 0
        last = self.versions.index(detail.until) if detail.until else len(self.versions)
        return self.versions[first : last + 1]

    def deprecated_in(self, name: str, version: str) -> str:
        """Return the word that tells why not to use a member in one of its versions, or nothing."""
        detail = self.details.get(name, _NOTHING_MORE)
        is_before = self.versions.index(version) < self.versions.index(detail.deprecated_since or self.versions[0])
        return self.deprecated or ("" if is_before else detail.deprecated)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that takes a status."""

    receiver: str
    """What stands before the last name: ``http`` in ``http.Error``; ``*`` for anything, ``?`` for anything or
    nothing, empty for nothing."""
    name: str
    argument: int | str
    """The position of the status among the arguments, from zero, or the keyword that it is passed by."""
    anywhere: bool
    """Whether the name says enough without the import."""
    chain: frozenset[str] = frozenset()
    """Names of which one must stand before it in the chain of calls; empty where none need."""
    has_beside: bool = False
    """Whether another argument must stand beside the status."""


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
    replies: tuple[Reply, ...] = ()
    opened_by: tuple[str, ...] = ()
    """Modules whose import lets a file write constants without what stands before them."""
    takes: tuple[Taker, ...] = ()
    is_standard: bool = False
    """Whether it comes with the language."""
    declared_by: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The packages that bring it, with what ``bound_of`` makes of their versions."""
    absent: re.Pattern[str] | None = None
    """Finds in a file that it also runs where the library is not there."""

    def is_imported_by(self, module: str) -> bool:
        """Tell whether an imported module belongs to it."""
        return module.startswith(self.imports) and any(
            module.startswith(own) and (len(module) == len(own) or module[len(own)] in "./:\\") for own in self.imports
        )


@cache
def ecosystem_folders() -> tuple[str, ...]:
    """Return the folders of ``data/ecosystems``, one for each language, sorted."""
    return tuple(sorted(entry.name for entry in os.scandir(f"{DATA}/ecosystems") if entry.is_dir()))


@cache
def load_ecosystems(folder: str) -> tuple[Ecosystem, ...]:
    """Return the ecosystems of one folder of ``data/ecosystems``, by id."""
    found = (_read(name, read_data(name)) for name in list_data(f"ecosystems/{folder}"))
    return tuple(sorted(found, key=lambda ecosystem: ecosystem.id))


def all_constants() -> Iterator[Constant]:
    """Yield every constant, by language, ecosystem and place in its file."""
    for ecosystem, group in _groups():
        for name in group.members:
            yield constant_of(ecosystem, group, name)


def find_constants(text: str) -> tuple[Constant, ...]:
    """Return the constants that a pasted text spells; a word of prose, or a text with spaces, spells none.

    More before a constant than its library writes (``java.net.HttpURLConnection.HTTP_OK``), or less
    (``codes.not_found``, ``NOT_FOUND``), spells it too, and so does another case where this case has no constant.
    """
    written = text.strip()
    if len(written) > _LONGEST:
        return ()
    written = _ENDING.sub("", written.translate(_QUOTES))
    if any(character.isspace() for character in written):
        return ()
    for start in (0, *(match.end() for match in _SEPARATOR.finditer(written))):
        qualifier, tail = written[:start], written[start:]
        if found := _spelled(tail, qualifier):
            return _nearest(found, qualifier, tail)
    return ()


def _spelled(tail: str, qualifier: str) -> tuple[Constant, ...]:
    """Look one spelling up: as it is written, else in another case."""
    key = _SEPARATOR.sub(".", tail)
    for constants in (_by_spelling().get(key, ()), _by_folded_spelling().get(key.lower(), ())):
        if found := tuple(item for item in constants if "." in key or _is_meant(item, key, qualifier)):
            return found
    return ()


def _is_meant(constant: Constant, key: str, qualifier: str) -> bool:
    """Tell whether a single name can only be a constant: by its looks, a bare separator, or the import before it."""
    if _DISTINCTIVE.search(constant.name) or ":" in key:
        return True
    return bool(qualifier) and _names(qualifier) <= _names(constant.import_statement)


def _nearest(found: tuple[Constant, ...], qualifier: str, tail: str) -> tuple[Constant, ...]:
    """Prefer the constants that are written with the same separators, then those whose import has the qualifier."""
    as_written = tuple(item for item in found if _bare(item.expression).endswith(tail)) or found
    extra = _names(qualifier)
    return tuple(item for item in as_written if extra <= _names(item.import_statement)) or as_written


def _names(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _bare(expression: str) -> str:
    return expression.removesuffix("()").translate(_QUOTES)


def _groups() -> Iterator[tuple[Ecosystem, ConstantGroup]]:
    for folder in ecosystem_folders():
        for ecosystem in load_ecosystems(folder):
            for group in ecosystem.constants:
                yield ecosystem, group


@cache
def _by_spelling() -> Mapping[str, tuple[Constant, ...]]:
    constants = (constant_of(ecosystem, group, name) for ecosystem, group in _groups() for name in group.members)
    return _index((spelling, constant) for constant in constants for spelling in _spellings(constant))


@cache
def _by_folded_spelling() -> Mapping[str, tuple[Constant, ...]]:
    return _index((key.lower(), constant) for key, constants in _by_spelling().items() for constant in constants)


def _spellings(constant: Constant) -> set[str]:
    """Return each way to write a constant: alone, and with one or more of the names before it."""
    names = _SEPARATOR.split(_bare(constant.expression))
    return {constant.name, *(".".join(names[start:]) for start in range(len(names)))}


def _index(pairs: Iterable[tuple[str, Constant]]) -> Mapping[str, tuple[Constant, ...]]:
    found: dict[str, dict[Constant, None]] = {}
    for key, constant in pairs:
        found.setdefault(key, {})[constant] = None
    return {key: tuple(constants) for key, constants in found.items()}


def constant_of(ecosystem: Ecosystem, group: ConstantGroup, name: str) -> Constant:
    """Return a member of a group by itself."""
    versions = group.versions_of(name)
    return Constant(
        name=name,
        code=group.members[name],
        kind=group.kind,
        ecosystem=ecosystem.id,
        ecosystem_title=ecosystem.title,
        language=ecosystem.id.partition("/")[0],
        expression=group.expression.replace(_MEMBER, name),
        import_statement=group.import_statement.replace(_MEMBER, name),
        version=", ".join(versions),
        deprecated=group.deprecated_in(name, versions[-1]),
        note=group.details.get(name, _NOTHING_MORE).note,
    )


def _read(name: str, entry: Any) -> Ecosystem:  # noqa: ANN401 (checked at once)
    check_fields(entry, name, {"title", "imports", "source"}, _OPTIONAL)
    own_id = name.removeprefix("ecosystems/").removesuffix(".yaml")
    return Ecosystem(
        id=own_id,
        title=entry["title"],
        imports=tuple(entry["imports"]),
        source=entry["source"],
        constants=tuple(_group(group, f"{name}: constants") for group in entry.get("constants", ())),
        calls=tuple(_call(call, name) for call in entry.get("calls", ())),
        returns=entry.get("returns"),
        opened_by=tuple(entry.get("opened_by", ())),
        replies=tuple(read_reply(reply, f"{name}: replies") for reply in entry.get("replies", ())),
        takes=tuple(read_taker(taker, own_id, f"{name}: takes") for taker in entry.get("takes", ())),
        is_standard=entry.get("standard", False),
        absent=re.compile(entry["absent"], re.MULTILINE) if "absent" in entry else None,
        declared_by=MappingProxyType({item: versions or {} for item, versions in entry.get("declared_by", {}).items()}),
    )


def _group(entry: Any, where: str) -> ConstantGroup:  # noqa: ANN401 (checked at once)
    check_fields(
        entry,
        where,
        {"expression", "import", "kind", "versions", "members"},
        {"compares", "deprecated", "made", "near", "number", "preferred"},
    )
    before, found, _ = entry["expression"].partition(_MEMBER)
    if not found:
        msg = f"{where}: expression: {entry['expression']!r} lacks {_MEMBER}, which stands for a member's name"
        raise RegistryError(msg)
    _check_word(entry["kind"], tuple(ConstantKind), f"{where}: kind")
    _check_type(entry["versions"], list, f"{where}: versions")
    for version in entry["versions"]:
        _check_type(version, str, f"{where}: versions")
    _check_type(entry["members"], dict, f"{where}: members")
    _check_word(entry.get("deprecated", ""), _DEPRECATIONS, f"{where}: deprecated")
    versions = tuple(entry["versions"])
    members = entry["members"].items()
    details = {name: _detail(more, versions, f"{where}: {name}") for name, more in members if isinstance(more, dict)}
    return ConstantGroup(
        expression=entry["expression"],
        import_statement=entry["import"],
        kind=ConstantKind(entry["kind"]),
        versions=versions,
        deprecated=entry.get("deprecated", ""),
        members=MappingProxyType(_codes(entry["members"], where)),
        details=MappingProxyType(details),
        container=before.rstrip(_BETWEEN),
        number=entry.get("number", CONSTANT if entry["kind"] == ConstantKind.INT else ""),
        compares=MappingProxyType({re.compile(text): form for text, form in entry.get("compares", {}).items()}),
        made=tuple(entry.get("made", ())),
        is_preferred=entry.get("preferred", True),
        near=tuple(entry.get("near", ())),
    )


def _codes(members: dict[str, Any], where: str) -> dict[str, str]:
    # Nearly every group is plain; a look-up reads thousands of members, and should not name the place of each.
    if all(type(member) is str and member for member in members.values()):
        return members
    return {name: _code(member, f"{where}: {name}") for name, member in members.items()}


def _code(member: Any, where: str) -> str:  # noqa: ANN401 (checked at once)
    code = member["code"] if isinstance(member, dict) else member
    _check_type(code, str, where)
    return str(code)


def _detail(member: Any, versions: tuple[str, ...], where: str) -> Detail:  # noqa: ANN401 (checked at once)
    check_fields(member, where, {"code"}, _DETAILS)
    for name, value in member.items():
        _check_type(value, str, f"{where}: {name}")
    _check_word(member.get("deprecated", ""), _DEPRECATIONS, f"{where}: deprecated")
    for name in ("since", "until", "deprecated_since"):
        _check_word(member.get(name, ""), ("", *versions), f"{where}: {name}")
    return Detail(**{name: value for name, value in member.items() if name != "code"})


def _check_type(value: object, expected: type, where: str) -> None:
    if not isinstance(value, expected) or not value:
        msg = f"{where}: {value!r} is no {_TYPES[expected]}"
        raise RegistryError(msg)


def _check_word(word: object, allowed: tuple[str, ...], where: str) -> None:
    if word not in allowed:
        msg = f"{where}: {word!r} is none of {', '.join(filter(None, allowed))}"
        raise RegistryError(msg)


def _call(entry: Any, name: str) -> Call:  # noqa: ANN401 (checked at once)
    check_fields(entry, f"{name}: calls", {"call", "argument"}, {"anywhere", "beside", "chain"})
    receiver, _, last = entry["call"].rpartition(".")
    chain = frozenset(entry.get("chain", ()))
    return Call(receiver, last, entry["argument"], entry.get("anywhere", False), chain, entry.get("beside", False))
