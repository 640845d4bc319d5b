"""What a rule looks at: a text in one language, its occurrences, and what stands around them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from statuslens.config.known import known_codes
from statuslens.config.model import TeamFile
from statuslens.recognise import Occurrence, Role, Scan
from statuslens.recognise.facts import FileFacts, find_facts
from statuslens.registry import Registry
from statuslens.registry.constant import Constant
from statuslens.registry.declared import NOTHING, Declared
from statuslens.registry.vendor import vendor_codes
from statuslens.rules.contract import Contract, Response, read_contract
from statuslens.rules.libraries import Library, find_constants, find_libraries
from statuslens.rules.model import Edit, Fix, Problem, Related
from statuslens.rules.reply import Sent, find_sent
from statuslens.source.conditions import Condition, read_condition
from statuslens.source.context import Context
from statuslens.source.document import Document, Token
from statuslens.source.language import TokenKind
from statuslens.source.syntax import Node

_MANY = 20
"""Codes, about a third of IANA's; a program that uses so many has them in more than one file."""
_OWN = 4
"""Codes that nobody knows: a slip of the finger comes alone."""


@dataclass(frozen=True)
class Subject:
    """A text in one language; code in other languages inside it is a subject of its own."""

    scan: Scan
    registry: Registry
    team: TeamFile
    declared: Declared = NOTHING
    """Which versions of libraries the file's project asks for."""

    @property
    def text(self) -> str:
        """The text."""
        return self.scan.lines.text

    @property
    def language(self) -> str:
        """The LSP language id."""
        return self.scan.language

    @property
    def document(self) -> Document | None:
        """The text with its syntax tree; None where it is read by lines, as logs are."""
        return self.scan.document

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """What means a status in the text's own language, in the order of the places."""
        return tuple(item for item in self.scan.occurrences if not item.language)

    @cached_property
    def is_catalogue(self) -> bool:
        """Whether the text lists the codes there are, as a library of HTTP does, or has a numbering of its own."""
        codes = {item.code for item in self.with_role(Role.STATUS, Role.CONSTANT)}
        assigned = {code for code in codes if self.registry.get(code)}
        unknown = [code for code in codes - assigned - known_codes(self.team) if not vendor_codes(code)]
        return len(assigned) >= _MANY or len(unknown) >= _OWN

    @cached_property
    def facts(self) -> FileFacts | None:
        """What the whole text says of what is in it, as its imports do; None where it is read by lines."""
        return self.scan.facts or (find_facts(self.document) if self.document is not None else None)

    @cached_property
    def libraries(self) -> tuple[Library, ...]:
        """The constants that the text may use, the nearest first; none where it is read by lines."""
        return tuple(find_libraries(self.facts, self.declared)) if self.facts is not None else ()

    def constants(self, code: str) -> tuple[Constant, ...]:
        """Return the names that the text may use for a code, the nearest first."""
        return find_constants(code, self.libraries, self.facts, self.declared) if self.facts is not None else ()

    @cached_property
    def other_protocol(self) -> str:
        """A protocol with codes of its own that the text speaks of more than of HTTP, or nothing."""
        return self.facts.other_protocol if self.facts is not None else ""

    @cached_property
    def contract(self) -> Contract | None:
        """What the text says of responses as OpenAPI does, where it does."""
        return read_contract(self.document)

    @cached_property
    def described(self) -> tuple[tuple[Occurrence, Response], ...]:
        """The responses that an OpenAPI document describes, each at the first status that it is listed for."""
        found: dict[tuple[str, int], tuple[Occurrence, Response]] = {}
        for occurrence in self.with_role(Role.STATUS):
            response = self.listed(occurrence)
            if response is not None and response.fields is not None:
                found.setdefault((occurrence.code, response.place), (occurrence, response))
        return tuple(found.values())

    def listed(self, occurrence: Occurrence) -> Response | None:
        """Return the response of an OpenAPI document whose key an occurrence is; None of any other occurrence."""
        return self.contract.at.get(self._in_bytes(occurrence.start)) if self.contract is not None else None

    @cached_property
    def sent(self) -> tuple[Sent, ...]:
        """The statuses that calls of libraries send, with those calls."""
        return tuple(find_sent(self))

    def with_role(self, *roles: Role) -> Iterable[Occurrence]:
        """Return the occurrences that have one of some roles."""
        return (item for item in self.occurrences if item.role in roles)

    def token(self, occurrence: Occurrence) -> Token | None:
        """Return the token, or a constant's whole expression, that an occurrence stands in; None without a tree."""
        if occurrence.start not in self._tokens:
            self._tokens[occurrence.start] = self._find_token(occurrence)
        return self._tokens[occurrence.start]

    @cached_property
    def _tokens(self) -> dict[int, Token | None]:
        """The tokens that rules have asked for, by where an occurrence starts."""
        return {}

    def _find_token(self, occurrence: Occurrence) -> Token | None:
        if self.document is None:
            return None
        start = self._in_bytes(occurrence.start)
        end = start + len(occurrence.text.encode("utf-8", "replace"))
        if occurrence.role is Role.CONSTANT:
            return self.document.expression(start, end) or self.document.token(start, end)
        return self.document.token(start, end)

    def occurrence_at(self, offset: int) -> Occurrence | None:
        """Return the occurrence that starts at an offset."""
        place = bisect_left(self._starts, offset)
        is_there = place < len(self._starts) and self._starts[place] == offset
        return self.occurrences[place] if is_there else None

    def within(self, start: int, end: int) -> Iterator[Occurrence]:
        """Yield the occurrences between two offsets in bytes."""
        first, last = self.offset(start), self.offset(end)
        for item in self.occurrences[bisect_left(self._starts, first) :]:
            if item.end > last:
                break
            yield item

    @cached_property
    def _starts(self) -> list[int]:
        return [item.start for item in self.occurrences]

    def contexts(self, occurrence: Occurrence) -> tuple[Context, ...]:
        """Return what an occurrence is passed to, compared with, assigned to, innermost first; none without a tree."""
        token = self.token(occurrence)
        return self.document.contexts(token) if token is not None and self.document is not None else ()

    def condition(self, node: Node) -> Condition | None:
        """Return the condition that a node of the tree is; None where it is none, or too long."""
        if self.document is None:
            return None
        place = node.start_byte, node.end_byte
        if place not in self._conditions:
            self._conditions[place] = read_condition(node, self.document.language)
        return self._conditions[place]

    @cached_property
    def _conditions(self) -> dict[tuple[int, int], Condition | None]:
        """The conditions that rules have asked for, by where they begin and end."""
        return {}

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern is found somewhere in the text."""
        if pattern not in self._said:
            self._said[pattern] = pattern.search(self.text) is not None
        return self._said[pattern]

    @cached_property
    def _said(self) -> dict[re.Pattern[str], bool]:
        """The patterns that rules have asked for."""
        return {}

    def comment_at(self, place: int) -> tuple[int, int] | None:
        """Return where the comment around a place begins and ends; None where there is none, or no tree."""
        if self.document is None or not self.document.language.tokens:
            return None
        start = self._in_bytes(place)
        token = self.document.token(start, start + 1)
        if token is None or token.kind is not TokenKind.COMMENT:
            return None
        return self.offset(token.start), self.offset(token.end)

    def problem(
        self,
        occurrence: Occurrence,
        message: str,
        *,
        suggestions: tuple[str, ...] = (),
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """Return a problem at an occurrence."""
        return Problem(occurrence.start, occurrence.end, occurrence.code, message, suggestions, fix, related)

    def replace(self, occurrence: Occurrence, text: str, title: str, *, is_safe: bool) -> Fix:
        """Return the fix that puts another text where an occurrence stands."""
        return Fix(title, (Edit(occurrence.start, occurrence.end, text),), is_safe)

    def source(self, start: int, end: int) -> str:
        """Return what stands between two offsets in bytes, on one line."""
        return " ".join(self.text[self.offset(start) : self.offset(end)].split())

    def offset(self, place: int) -> int:
        """Return the offset in code points of one in bytes, as the syntax tree counts."""
        return self.document.waypoints.point(place) if self.document is not None else place

    def _in_bytes(self, offset: int) -> int:
        return self.document.waypoints.byte(offset) if self.document is not None else offset
