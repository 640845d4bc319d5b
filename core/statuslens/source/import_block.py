"""The imports at the head of a file, as statements: what they bring, and where another one goes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from statuslens.source.document import Document
from statuslens.source.importing import Importing
from statuslens.source.imports import Import, find_imports
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node, child_at

_PARTS = re.compile(r"[./\\]|::")
_FROM = re.compile(r"from\b")
_NOT_PLAIN = re.compile(r"[\\#]|//|/\*")
_OPENS_NAMES = "{ \t"
_BLANK_LINE = re.compile(rb"\n[ \t\r]*\n")
_OF_THE_FILE = re.compile(r"#!|#.*coding|//!")
_ATTRIBUTE = "attribute_item"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that brings names into a file. Offsets are in bytes."""

    start: int
    end: int
    text: str
    items: tuple[Import, ...]
    is_listed: bool
    """Whether it stands in brackets with others."""

    @property
    def module(self) -> str:
        """The first module that it names."""
        return self.items[0].module


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that goes into a file, at an offset in bytes."""

    place: int
    text: str


class ImportBlock:
    """The imports at the head of a file."""

    def __init__(self, document: Document, importing: Importing) -> None:
        """Read them from the syntax tree."""
        self.importing = importing
        self._document = document
        self.statements = tuple(self._read(document.root))

    def _read(self, holder: Node) -> Iterator[Statement]:
        for node in holder.named_children:
            listed = self._listed(node) if self.importing.lists else None
            if listed is not None:
                yield from self._read(listed)
            elif node.type in self.importing.statements and not _is_conditional(node):
                text = _source_of(node, self._document.data)
                items = find_imports(text, self._document.language.imports)
                if items:
                    yield Statement(node.start_byte, node.end_byte, text, items, holder.type in self.importing.lists)

    def _listed(self, node: Node) -> Node | None:
        return next((child for child in node.named_children if child.type in self.importing.lists), None)

    def is_erased(self, statement: Statement, name: str) -> bool:
        """Tell whether a statement brings a name for types alone: ``import type { StatusCodes }``."""
        pattern = self.importing.erased.replace("{name}", re.escape(name))
        return bool(pattern) and re.search(pattern, statement.text) is not None

    def insert(self, text: str, wanted: Import) -> Insertion | None:
        """Return where an import goes, and how it is written there; None where that cannot be told.

        ``text`` is the statement as the library's documentation has it.
        """
        if self.importing.styles:
            return self._insert_styled(wanted)
        for statement in self.statements:
            if wanted.name and (found := self.extend(statement, wanted)) is not None:
                return found
        return self._add(text, wanted)

    def _insert_styled(self, wanted: Import) -> Insertion | None:
        for statement in self.statements:
            if (extended := self.extend(statement, wanted)) is not None:
                return extended
        styled = ((like.match(item.text), form) for item in self.statements for like, form in self.importing.styles)
        found, form = next(((match, form) for match, form in styled if match is not None), (None, ""))
        if found is None:
            return None
        return self._add(form.format(names=wanted.name, module=wanted.module, **found.groupdict("")), wanted)

    def extend(self, statement: Statement, wanted: Import) -> Insertion | None:
        """Return what puts a name into a statement that takes others from the same module."""
        apart = self.importing.apart
        if statement.module != wanted.module or (apart is not None and apart.match(statement.text)):
            return None
        for pattern in self._document.language.imports:
            found = pattern.search(f"\n{statement.text}")
            if found is None or not found.groupdict().get("names"):
                continue
            names, start = found["names"].rstrip(), found.start("names") - 1
            if "*" in names or _NOT_PLAIN.search(names) or statement.text[start - 1] not in _OPENS_NAMES:
                return None
            place = statement.start + len(statement.text[: start + len(names)].encode())
            return Insertion(place, _appended(names, wanted.name))
        return None

    def _add(self, text: str, wanted: Import) -> Insertion | None:
        first = self._document.data.find(b"\n")
        line_end = "\r\n" if self._document.data[:first].endswith(b"\r") else "\n"
        apart = self.importing.apart
        own = [item for item in self.statements if apart is None or not apart.match(item.text)]
        if not own:
            return self._add_first(text, line_end)
        runs = self._runs(own)
        section = self.importing.section_of(wanted.module)
        run = max(runs, key=lambda run: (*max(self._likeness(item, wanted) for item in run), run[0].start))
        if all(self.importing.section_of(item.module) != section for item in run):
            return self._add_run(text, section, runs, line_end)
        return self._add_to(run, text, wanted, line_end)

    def _runs(self, statements: Sequence[Statement]) -> list[list[Statement]]:
        """Return the statements in blocks with blank lines, or other code, between them."""
        runs = [[statements[0]]]
        for before, after in pairwise(statements):
            between = self._document.data[before.end : after.start]
            if _BLANK_LINE.search(between) or before.is_listed is not after.is_listed:
                runs.append([])
            runs[-1].append(after)
        return runs

    def _likeness(self, statement: Statement, wanted: Import) -> tuple[bool, int]:
        is_same = self.importing.section_of(statement.module) == self.importing.section_of(wanted.module)
        pairs = zip(_PARTS.split(statement.module), _PARTS.split(wanted.module), strict=False)
        common = 0
        for own, other in pairs:
            if own != other:
                break
            common += 1
        return is_same, common

    def _add_run(self, text: str, section: int, runs: list[list[Statement]], line_end: str) -> Insertion:
        before = [run for run in runs if self.importing.section_of(run[-1].module) < section]
        if not before:
            written = self._written(text, runs[0][0])
            return Insertion(runs[0][0].start, f"{written}{line_end}{line_end}{self._indent(runs[0][0])}")
        last = before[-1][-1]
        return Insertion(
            self._line_end(last.end), f"{line_end}{line_end}{self._indent(last)}{self._written(text, last)}"
        )

    def _add_to(self, run: list[Statement], text: str, wanted: Import, line_end: str) -> Insertion:
        own = self._key(text, wanted.module)
        for fold in (str, str.lower):
            keys = [_folded(self._key(item.text, item.module), fold) for item in run]
            if keys == sorted(keys):
                later = next((item for item, key in zip(run, keys, strict=True) if key > _folded(own, fold)), None)
                break
        else:
            alike = max(range(len(run)), key=lambda place: (self._likeness(run[place], wanted), place))
            later = run[alike + 1] if alike + 1 < len(run) else None
        if later is not None:
            return Insertion(later.start, f"{self._written(text, later)}{line_end}{self._indent(later)}")
        return Insertion(
            self._line_end(run[-1].end), f"{line_end}{self._indent(run[-1])}{self._written(text, run[-1])}"
        )

    def _key(self, text: str, module: str) -> tuple[int, bool, str]:
        return self.importing.section_of(module), _FROM.match(text) is not None, module

    def _written(self, text: str, beside: Statement) -> str:
        if not beside.is_listed:
            return text
        module = find_imports(text, self._document.language.imports)[0].module
        return self.importing.item.format(module=module)

    def _indent(self, statement: Statement) -> str:
        data = self._document.data
        return data[data.rfind(b"\n", 0, statement.start) + 1 : statement.start].decode("utf-8", "replace")

    def _line_end(self, place: int) -> int:
        data = self._document.data
        end = data.find(b"\n", place)
        end = len(data) if end < 0 else end
        return end - data.startswith(b"\r", end - 1)

    def _add_first(self, text: str, line_end: str) -> Insertion | None:
        """Return what puts a first import behind the head of the file."""
        after: Node | None = None
        comment: Node | None = None
        for node in self._document.root.named_children:
            if node.type not in self.importing.header:
                break
            if node.type.endswith("comment") and not _OF_THE_FILE.match(text_of(node)):
                comment = node
            elif node.type != "expression_statement" or _is_text(node):
                after, comment = node, None
            else:
                break
        rest = self._document.data[comment.end_byte :] if comment is not None else b""
        if comment is not None and re.match(rb"[ \t\r]*\n?[ \t\r]*\n", rest):
            after = comment
        if after is None:
            return Insertion(0, f"{text}{line_end}{line_end}")
        place = self._line_end(after.end_byte - text_of(after).endswith("\n"))
        return Insertion(place, f"{line_end}{line_end}{text}")


def _folded(key: tuple[int, bool, str], fold: Callable[[str], str]) -> tuple[int, bool, str]:
    return *key[:2], fold(key[2])


def _source_of(node: Node, data: bytes) -> str:
    return data[node.start_byte : node.end_byte].decode("utf-8", "replace")


def _is_conditional(node: Node) -> bool:
    """Tell whether a statement holds only under a condition: ``#[cfg(test)]``."""
    before = node.prev_named_sibling
    return before is not None and before.type == _ATTRIBUTE


def _is_text(statement: Node) -> bool:
    first = child_at(statement, 0)
    return first is not None and first.type == "string"


def _appended(names: str, name: str) -> str:
    """Return what puts a name behind others, as they are written."""
    before, line_end, last = names.rpartition("\n")
    indent = last[: len(last) - len(last.lstrip())]
    returned = "\r" if before.endswith("\r") else ""
    between = f"{returned}\n{indent}" if line_end else " "
    return f"{between}{name}," if names.endswith(",") else f",{between}{name}"
