"""How a file writes a library's constants: by an import that it has, or by one that is added."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.facts import FileFacts
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem
from statuslens.rules.bindings import find_takers, outermost
from statuslens.rules.libraries import Library
from statuslens.rules.model import Edit
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.import_block import ImportBlock, Insertion, Statement
from statuslens.source.imports import Import, find_imports

_MEMBER = "{member}"
_SEPARATOR = re.compile(r"[./\\]|::")
_MAJOR = re.compile(r"v\d+")
_FIRST = re.compile(r"\w+")
_LAST = re.compile(r"(?P<owner>.*(?:\.|::))(?P<member>\w+)", re.DOTALL)
_EVERYTHING = {"*", "_"}


@dataclass(frozen=True, slots=True)
class Way:
    """How a place can write the members of a group."""

    expression: str
    """With ``{member}`` for a member's name: ``HTTPStatus.{member}``."""
    edits: tuple[Edit, ...]
    """What else has to be done for it."""

    @property
    def is_there(self) -> bool:
        """Whether nothing has to be imported."""
        return not self.edits


_NamedWay = tuple[Way, Statement | Insertion, str]
"""A way, what it is imported by, and the first name of it."""


class _Known(NamedTuple):
    """What is known of a group in a file."""

    ways: tuple[_NamedWay, ...]
    """Those that any member can be written in, the best first."""
    singles: tuple[tuple[Statement, Import], ...]
    """The imports of single members, with their statements."""


class _Place(NamedTuple):
    """What matters of a place."""

    start: int
    """An offset in bytes."""
    may_be_bare: bool
    """Whether a member can be written there by its name alone."""
    outermost: int | None
    """Where the outermost function around it begins; None outside of functions."""


@dataclass(frozen=True)
class Reach:
    """The constants that a file can write."""

    subject: Subject
    facts: FileFacts

    @cached_property
    def block(self) -> ImportBlock | None:
        """The file's imports; None in a language whose constants need none."""
        importing = self.facts.document.language.importing
        return ImportBlock(self.facts.document, importing) if importing is not None else None

    def find_ways(self, library: Library, members: Iterable[str], occurrence: Occurrence) -> dict[str, Way]:
        """Return how members of a group are written where an occurrence stands, by name; none that cannot be."""
        block, group = self.block, library.group
        if not group.container:
            return dict.fromkeys(members, Way(group.expression, ())) if block is None else {}
        place = self._place_of(occurrence, block) if block is not None else None
        if block is None or place is None:
            return {}
        known = self._known_of(*library, block)
        common = [way for way, origin, name in known.ways if self._is_free(name, place, origin)]
        found: dict[str, Way] = {}
        for member in members:
            bare = self._bare_ways(known, member, block) if known.singles and place.may_be_bare else ()
            ways = [*(way for way, origin, name in bare if self._is_free(name, place, origin)), *common]
            if ways:
                found[member] = min(ways, key=lambda way: not way.is_there)
        return found

    def _place_of(self, occurrence: Occurrence, block: ImportBlock) -> _Place | None:
        """Return what matters of the place of an occurrence; None where names of the file's head are not known."""
        if occurrence.start not in self._places:
            self._places[occurrence.start] = self._find_place(occurrence, block)
        return self._places[occurrence.start]

    @cached_property
    def _places(self) -> dict[int, _Place | None]:
        return {}

    def _find_place(self, occurrence: Occurrence, block: ImportBlock) -> _Place | None:
        token = self.subject.token(occurrence)
        if token is None or any(node.type in block.importing.closed for node in token.around):
            return None
        context = next(iter(self.subject.contexts(occurrence)), None)
        may_be_bare = context is not None and context.relation is not Relation.CASE  # Python's would capture
        return _Place(token.start, may_be_bare, outermost(self.facts.document, token.start))

    def _known_of(self, ecosystem: Ecosystem, group: ConstantGroup, block: ImportBlock) -> _Known:
        key = f"{ecosystem.id} {group.expression}"
        if key not in self._known:
            ways = tuple(self._find_ways(ecosystem, group, block))
            self._known[key] = _Known(ways, tuple(self._find_singles(ecosystem, group, block)))
        return self._known[key]

    @cached_property
    def _known(self) -> dict[str, _Known]:
        return {}

    def _find_singles(
        self, ecosystem: Ecosystem, group: ConstantGroup, block: ImportBlock
    ) -> Iterator[tuple[Statement, Import]]:
        wanted = self._wanted(ecosystem, group)
        target = _tail(wanted[1], ecosystem) if wanted is not None else ()
        for statement in block.statements:
            for own in statement.items:
                if own.name in group.members and _tail(own, ecosystem) == (*target, own.name):
                    yield statement, own

    def _bare_ways(self, known: _Known, member: str, block: ImportBlock) -> Iterator[_NamedWay]:
        """Yield how a member is written alone in a file that imports it, or others of its group, by their names."""
        for statement, own in known.singles:
            if own.name == member:
                yield Way(own.local, ()), statement, own.local
            elif (insertion := block.extend(statement, Import(own.module, member, member))) is not None:
                yield Way(member, (self._edit(insertion),)), insertion, member
                return

    def _find_ways(self, ecosystem: Ecosystem, group: ConstantGroup, block: ImportBlock) -> Iterator[_NamedWay]:
        wanted = self._wanted(ecosystem, group)
        if wanted is None:
            return
        for statement, expression in (
            *self._used(ecosystem, group, block),
            *self._imported(ecosystem, group, wanted, block),
        ):
            if name := _FIRST.match(expression):
                yield Way(expression, ()), statement, name[0]
        if group.near and not any(
            _is_below(item.module, near) for item in self.facts.document.imports for near in group.near
        ):
            return
        name, insertion = _FIRST.match(group.expression), block.insert(*wanted)
        if name is not None and insertion is not None:
            yield Way(group.expression, (self._edit(insertion),)), insertion, name[0]

    def _edit(self, insertion: Insertion) -> Edit:
        at = self.subject.offset(insertion.place)
        return Edit(at, at, insertion.text)

    def _is_free(self, name: str, place: _Place, origin: Statement | Insertion) -> bool:
        """Tell whether a name means at a place what an import gives it, or would give it."""
        binding = origin if isinstance(origin, Statement) else None
        end = origin.end if isinstance(origin, Statement) else origin.place
        key = (name, binding.start if binding is not None else None)
        if key not in self._takers:
            self._takers[key] = find_takers(self.facts.document, name, binding)
        takers = self._takers[key]
        return end <= place.start and not (takers and (None in takers or place.outermost in takers))

    @cached_property
    def _takers(self) -> dict[tuple[str, int | None], frozenset[int | None]]:
        return {}

    def _wanted(self, ecosystem: Ecosystem, group: ConstantGroup) -> tuple[str, Import] | None:
        """Return the import of a group as the file would have it: with the root of the library that it uses."""
        document, importing = self.facts.document, self.facts.document.language.importing
        text = f"{group.import_statement.rstrip(';')}{importing.end if importing is not None else ''}"
        items = find_imports(text, document.language.imports)
        if not items:
            return None
        own = next((root for root in ecosystem.imports if _is_below(items[0].module, root)), "")
        twins = [root for root in ecosystem.imports if _SEPARATOR.split(root)[1:] == _SEPARATOR.split(own)[1:] != []]
        used = (root for item in document.imports for root in twins if _is_below(item.module, root))
        root = next(used, own)
        text = text.replace(own, root, 1) if own else text
        return text, find_imports(text, document.language.imports)[0]

    def _used(self, ecosystem: Ecosystem, group: ConstantGroup, block: ImportBlock) -> Iterator[tuple[Statement, str]]:
        """Yield how the file writes members of a group already, with the statements that let it."""
        constants = dict.fromkeys((item.text, item.code) for item in self.subject.with_role(Role.CONSTANT))
        for text, code in constants:
            found = _LAST.fullmatch(text)
            if found is None or group.members.get(found["member"]) != code:
                continue
            name = _FIRST.match(found["owner"])
            for statement in block.statements:
                for own in statement.items:
                    is_own = name is not None and own.local == name[0] and ecosystem.is_imported_by(own.module)
                    if is_own and not block.is_erased(statement, own.local):
                        yield statement, f"{found['owner']}{_MEMBER}"
                        return

    def _imported(
        self, ecosystem: Ecosystem, group: ConstantGroup, wanted: tuple[str, Import], block: ImportBlock
    ) -> Iterator[tuple[Statement, str]]:
        """Yield the statements that bring a group, with how its members are written by their names."""
        _, item = wanted
        target = _tail(item, ecosystem)
        first = _FIRST.match(group.expression)
        for statement in block.statements:
            for own in statement.items:
                local = _local(own)
                if first is None or not ecosystem.is_imported_by(own.module) or block.is_erased(statement, local):
                    continue
                tail = _tail(own, ecosystem)
                is_same_type = own.name == first[0] and first[0][0].isupper()
                if own.name in _EVERYTHING and tail == target[:-1]:
                    yield statement, group.expression
                elif own.name in _EVERYTHING:
                    continue
                elif tail == target and first[0] != _local(item):  # a namespace, which is not written
                    is_renamed = not own.module.endswith(local)
                    yield statement, f"{local}.{group.expression}" if is_renamed else group.expression
                elif tail == target or is_same_type:
                    yield statement, _owner(own, block) + group.expression[first.end() :]
                elif block.importing.has_owners and not own.name and tail == target[:-1]:
                    yield statement, f"{_owner(own, block)}.{group.expression}"


def _is_below(module: str, root: str) -> bool:
    return module.startswith(root) and (len(module) == len(root) or module[len(root)] in "./:\\")


def _tail(item: Import, ecosystem: Ecosystem) -> tuple[str, ...]:
    """Return the names of an import from the last one of the library's root on, of which there may be two."""
    root = max((root for root in ecosystem.imports if _is_below(item.module, root)), key=len, default="")
    last = _SEPARATOR.split(root)[-1]
    below = (last, *_SEPARATOR.split(item.module[len(root) :]))
    names = (*below, *([item.name] if item.name not in _EVERYTHING else []))
    return tuple(name for name in names if name and not _MAJOR.fullmatch(name))


def _local(item: Import) -> str:
    """Return what a file calls an import; a Go module's major version is no name."""
    if not item.name and _MAJOR.fullmatch(item.local) and item.module.endswith(f"/{item.local}"):
        return item.module.split("/")[-2]
    return item.local


def _owner(item: Import, block: ImportBlock) -> str:
    """Return how what an import brings is written: Python's ``import starlette.status`` brings no ``status``."""
    is_path = block.importing.has_owners and not item.name and item.module.endswith(f".{item.local}")
    return item.module if is_path else _local(item)
