"""Find named constants: ``HTTPStatus.NOT_FOUND``, ``http.StatusNotFound``, with the file's own import names."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from statuslens.recognise.facts import FileFacts, ecosystems_of
from statuslens.recognise.model import Evidence, Occurrence, Role
from statuslens.recognise.weights import Weights
from statuslens.registry.constant import ConstantKind
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem
from statuslens.source.language import Language, TokenKind
from statuslens.source.words import words

_LOOK_UP_ONLY = {ConstantKind.CLASS, ConstantKind.EXCEPTION, ConstantKind.BUILDER}
"""Kinds that stand for a whole response or error; a place that names one is not taken for a status."""

_CLEAR_WORDS = ({"http", "status"}, {"status", "codes"}, {"status", "code"})


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way in which a file may write the members of a group."""

    container: str
    """The last name before the member; empty where the member stands alone."""
    members: Mapping[str, str]
    origin: str


def find_constants(facts: FileFacts, weights: Weights) -> Iterator[Occurrence]:
    """Yield the named constants of a file. Offsets are in bytes."""
    document = facts.document
    seen: set[int] = set()
    for spelling in _spellings(facts):
        for start, end, code in _hits(spelling, document.data):
            token = document.token(start, end) if start not in seen else None
            if token is None or token.kind is not TokenKind.NAME:
                continue
            seen.add(start)
            first, last = document.expression(token)
            evidence = (Evidence(spelling.origin, weights.reasons["constant"]),)
            yield Occurrence(first, last, document.data[first:last].decode(), code, Role.CONSTANT, evidence)


def has_constant_needle(data: bytes, language: Language) -> bool:
    """Tell at the price of a few byte searches whether a file can hold a named constant at all."""
    return any(
        beginning in data and any(needle in data for needle in needles) for beginning, needles in _needles(language)
    )


def _hits(spelling: _Spelling, data: bytes) -> Iterator[tuple[int, int, str]]:
    if spelling.container:
        container = re.escape(spelling.container).encode()
        if container not in data:
            return
        for match in re.finditer(rb"(?<![\w$])%b\s*(?:\.|::|->|\?\.)\s*([A-Za-z_]\w*)" % container, data):
            if code := spelling.members.get(match[1].decode()):
                yield *match.span(1), code
        return
    for member, code in spelling.members.items():
        needle = member.encode()
        if needle in data:
            for match in re.finditer(rb"(?<![\w$.])%b(?![\w$])" % needle, data):
                yield *match.span(), code


def _spellings(facts: FileFacts) -> list[_Spelling]:
    """Return each way of writing once, the imported ones first."""
    found: dict[tuple[str, frozenset[str]], _Spelling] = {}
    for spelling in (*_imported_spellings(facts), *_clear_spellings(facts.document.language)):
        found.setdefault((spelling.container, frozenset(spelling.members)), spelling)
    return list(found.values())


def _imported_spellings(facts: FileFacts) -> Iterator[_Spelling]:
    for ecosystem in facts.ecosystems:
        origin = f"a constant of {ecosystem.title}, which the file imports"
        own = [item for item in facts.document.imports if ecosystem.is_imported_by(item.module)]
        for group in _groups(ecosystem):
            container = _last_name(group.container)
            if container:
                yield _Spelling(container, group.members, origin)
            for item in own:
                if item.name in group.members:
                    yield _Spelling("", {item.local: group.members[item.name]}, origin)
                elif item.name in {"", container}:
                    yield _Spelling(item.local, group.members, origin)


def _clear_spellings(language: Language) -> Iterator[_Spelling]:
    for ecosystem in ecosystems_of(language):
        for group in filter(_is_clear, _groups(ecosystem)):
            origin = f"a constant of {ecosystem.title} by its name"
            yield _Spelling(_last_name(group.container), group.members, origin)


def _groups(ecosystem: Ecosystem) -> list[ConstantGroup]:
    return [group for group in ecosystem.constants if group.kind not in _LOOK_UP_ONLY]


def _is_clear(group: ConstantGroup) -> bool:
    """Tell whether a group's spelling can mean nothing else: ``HTTPStatus.OK``, ``HTTP_404_NOT_FOUND``."""
    found = set(words(_last_name(group.container)))
    return any(pair <= found for pair in _CLEAR_WORDS) or all("HTTP_" in member for member in group.members)


def _last_name(container: str) -> str:
    return container.rpartition(".")[2]


@cache
def _needles(language: Language) -> frozenset[tuple[bytes, tuple[bytes, ...]]]:
    """Return for each group how all its members begin, and texts of which a file that names one has at least one."""
    found: set[tuple[bytes, tuple[bytes, ...]]] = set()
    for ecosystem in ecosystems_of(language):
        for group in _groups(ecosystem):
            needles = (_last_name(group.container) or "HTTP_",) if _is_clear(group) else ecosystem.imports
            found.add((_common_beginning(group.members).encode(), tuple(needle.encode() for needle in needles)))
    return frozenset(found)


def _common_beginning(names: Collection[str]) -> str:
    pairs = zip(min(names), max(names), strict=False)
    return "".join(first for first, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
