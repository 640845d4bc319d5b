"""How the libraries that a language uses spell their constants, and what a file's imports make of a written name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from statuslens.recognise.facts import FileFacts, ecosystems_of
from statuslens.registry.constant import LOOK_UP_ONLY, ConstantKind
from statuslens.registry.ecosystem import Ecosystem
from statuslens.source.imports import Import, Imports, parts_of
from statuslens.source.language import Language

_WITHOUT_MEANING = {"Companion", "default"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One constant as its library spells it."""

    ecosystem: Ecosystem
    container: str
    """The last name before the member; empty where the member stands alone."""
    code: str
    is_builder: bool
    """Whether it makes a response, and is called for that: ``HttpResponse::NotFound()``."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name in a file, with the names before it, and what it is by the file's imports."""

    path: tuple[str, ...]
    """As the file writes it: ``("S", "NOT_FOUND")``."""
    full: tuple[str, ...]
    """With the parts of the import that its first name comes from: ``("http", "HTTPStatus", "NOT_FOUND")``."""
    source: Import | None
    """The import that its first name comes from."""

    @property
    def member(self) -> str:
        """The constant's own name."""
        return self.full[-1]

    @property
    def containers(self) -> tuple[str, ...]:
        """The last two names before the member, of the import as well."""
        return self.full[-3:-1]


@cache
def spellings_of(language: Language) -> Mapping[str, tuple[Spelling, ...]]:
    """Return the constants of a language's libraries by the member's name; symbols are none of them."""
    found: dict[str, list[Spelling]] = {}
    for ecosystem in ecosystems_of(language):
        for group in ecosystem.constants:
            if group.kind not in LOOK_UP_ONLY | {ConstantKind.SYMBOL}:
                container, is_builder = last_name(group.container), group.kind is ConstantKind.BUILDER
                for member, code in group.members.items():
                    found.setdefault(member, []).append(Spelling(ecosystem, container, code, is_builder))
    return {member: tuple(spellings) for member, spellings in found.items()}


def last_name(container: str) -> str:
    """Return the name that stands right before a member."""
    return container.rpartition(".")[2].rpartition("::")[2]


@cache
def symbols_of(language: Language) -> Mapping[str, str]:
    """Return the codes of a language's symbols and atoms."""
    groups = (group for ecosystem in ecosystems_of(language) for group in ecosystem.constants)
    return {name: code for group in groups if group.kind is ConstantKind.SYMBOL for name, code in group.members.items()}


def resolve(path: tuple[str, ...], imports: Imports) -> Written:
    """Return what a path of names is by the imports of its file."""
    path = tuple(name for name in path if name and name not in _WITHOUT_MEANING)
    source = imports.by_local.get(path[0])
    if source is None:
        return Written(path, path, None)
    names = (*parts_of(source.module), *([source.name] if source.name else []))
    return Written(path, (*(name for name in names if name not in _WITHOUT_MEANING), *path[1:]), source)


def is_no_member(written: Written, facts: FileFacts) -> bool:
    """Tell whether a name comes from a library's container of constants that has no such constant."""
    if len(written.path) == 1 or written.source is None:
        return False
    return any(
        ecosystem.is_imported_by(written.source.module)
        and any(last_name(group.container) == written.full[-2] for group in ecosystem.constants)
        for ecosystem in facts.ecosystems
    )


def imported_spelling(written: Written, facts: FileFacts) -> Spelling | None:
    """Return the library's constant that a name is by the file's imports."""
    spellings = spellings_of(facts.document.language).get(written.member, ())
    return next((spelling for spelling in spellings if _is_imported(spelling, written, facts)), None)


def _is_imported(spelling: Spelling, written: Written, facts: FileFacts) -> bool:
    source, ecosystem = written.source, spelling.ecosystem
    container = written.full[-2] if len(written.full) > 1 else ""
    if source is not None:
        is_whole_module = len(written.path) == 2 and not source.name  # noqa: PLR2004 (a module and its member)
        is_alone = len(written.path) == 1 and bool(source.name)
        is_owned = any(map(ecosystem.is_imported_by, (source.module, f"{source.module}.{source.name}")))
        return is_owned and (container == spelling.container or is_whole_module or is_alone)
    is_used = ecosystem in facts.ecosystems
    if len(written.path) > 1:
        is_used = is_used or ecosystem.is_imported_by(".".join(written.path[:-1]))  # actix_web::HttpResponse::Gone()
        return is_used and container == spelling.container
    if not spelling.container:
        return is_used
    if spelling.container == facts.document.package:
        return True  # a file of the library itself
    opened = ecosystem.opened_by
    is_taken = spelling.container in facts.document.imports.wildcards
    return is_used and (is_taken or (bool(opened) and _is_opened(opened, facts)))


def _is_opened(modules: tuple[str, ...], facts: FileFacts) -> bool:
    return any(item.module.startswith(modules) for item in facts.document.imports)


def names_in_reach(names: Collection[str], facts: FileFacts) -> frozenset[str]:
    """Return what the file calls those of the names that it imports under another name."""
    return frozenset(item.local for item in facts.document.imports if item.local and item.name in names)
