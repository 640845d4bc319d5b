"""Comments to write that switch a rule off: for the line of a finding, or for its file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statuslens.errors import ParseTimeoutError
from statuslens.recognise import Scan
from statuslens.rules.model import Edit, Finding
from statuslens.rules.pieces import Piece
from statuslens.rules.subject import Subject
from statuslens.rules.suppression import find_suppressions
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex, Position
from statuslens.source.revision import revise

_HEAD = re.compile(r"#!(?!\[)|<\?|.{0,20}\bcoding[:=]")
"""Lines that have to stay before all others: ``#!/bin/sh``, ``<?php``, ``# -*- coding: utf-8 -*-``."""
_JOINTS = ("\\", "?>")
"""What goes on with the next line, or out of the language, behind which no comment can stand."""
_TRIES = 3
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a comment could stand, in a text in one language: behind code, or on a line of its own before it."""

    at: int
    comment: str
    is_above: bool
    is_apart: bool = False
    """Whether an empty line sets it apart."""

    def edit(self, text: str) -> Edit:
        """Return what writes it."""
        if not self.is_above:
            return Edit(self.at, self.at, self.comment)
        end = _LINE_END.search(text)
        indent = text[_line_start(text, self.at) : self.at]
        line_end = (end[0] if end else "\n") * (1 + self.is_apart)
        return Edit(self.at, self.at, f"{self.comment}{line_end}{indent}")


def silence_line(finding: Finding, pieces: Sequence[Piece]) -> Edit | None:
    """Return what writes the comment that switches off a finding's rule on its line.

    A comment there that names other rules takes this one in. None where no comment can stand: in JSON, inside a
    text of several lines.
    """
    for piece, lines in _holders(finding, pieces):
        text = piece.subject.text
        for item in find_suppressions(piece.subject):
            if item.rules and item.reach is not None and lines[0] <= item.line + item.reach <= lines[1]:
                return _written(piece, Edit(item.end - 1, item.end - 1, f", {finding.rule}"))
        for place in _beside(piece.subject, finding.rule, lines):
            edit = place.edit(text)
            moved = len(_LINE_END.findall(edit.text))
            if _holds(piece.subject, edit, finding.rule, (lines[0] + moved, lines[1] + moved)):
                found = _in_file(piece, place, pieces)
                if found is not None:
                    return found
    return None


def silence_file(finding: Finding, pieces: Sequence[Piece]) -> Edit | None:
    """Return what writes the comment at the head of a finding's file that switches its rule off; None as above."""
    for piece, lines in _holders(finding, pieces):
        for item in find_suppressions(piece.subject):
            if item.rules and item.reach is None:
                return _written(piece, Edit(item.end - 1, item.end - 1, f", {finding.rule}"))
        for place in _at_head(piece.subject, finding.rule):
            if _holds(piece.subject, place.edit(piece.subject.text), finding.rule, lines):
                found = _in_file(piece, place, pieces)
                if found is not None:
                    return found
    return None


def _holders(finding: Finding, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, tuple[int, int]]]:
    """Yield the texts that a finding is in, the innermost first, with its lines there."""
    for piece in sorted(pieces, key=lambda piece: len(piece.parts), reverse=True):
        start = piece.offset(finding.start)
        if start is not None:
            lines = piece.subject.scan.lines
            yield piece, (lines.position(start).line, lines.position(start + finding.end - finding.start).line)


def _beside(subject: Subject, rule: str, lines: tuple[int, int]) -> Iterator[_Place]:
    remark, text = load_languages()[subject.language].remark, subject.text
    for line in dict.fromkeys(lines) if remark[:1].isspace() else ():
        end = _start_of(subject, line) + len(subject.scan.lines.line(line))
        if not text.endswith(_JOINTS, 0, end):
            yield _Place(end, f"{remark}statuslens: ignore[{rule}]", is_above=False)
    start = _start_of(subject, lines[0])
    if remark and not text[:start].rstrip("\r\n").endswith(_JOINTS):
        yield _above(subject, lines[0], f"{remark.lstrip()}statuslens: ignore-next-line[{rule}]")


def _at_head(subject: Subject, rule: str) -> Iterator[_Place]:
    remark, lines = load_languages()[subject.language].remark, subject.scan.lines
    if not remark:
        return
    first = next(number for number in range(len(lines) + 1) if not _HEAD.match(lines.line(number)))
    for number in range(first, min(first + _TRIES, len(lines))):
        place = _above(subject, number, f"{remark.lstrip()}statuslens: ignore-file[{rule}]")
        yield replace(place, is_apart=bool(lines.line(number).strip()))


def _above(subject: Subject, line: int, comment: str) -> _Place:
    written = subject.scan.lines.line(line)
    return _Place(_start_of(subject, line) + len(written) - len(written.lstrip()), comment, is_above=True)


def _start_of(subject: Subject, line: int) -> int:
    return subject.scan.lines.offset(Position(line, 0))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _holds(subject: Subject, edit: Edit, rule: str, lines: tuple[int, int]) -> bool:
    """Tell whether a comment is one where it would stand, switches the rule off there, and breaks nothing."""
    try:
        scan = _edited(subject.scan, edit)
    except ParseTimeoutError:
        return False
    old, new = subject.document, scan.document
    if old is not None and new is not None and new.root.has_error and not old.root.has_error:
        return False
    return any(item.covers(rule, *lines) for item in find_suppressions(replace(subject, scan=scan)))


def _edited(scan: Scan, edit: Edit) -> Scan:
    text = f"{scan.lines.text[: edit.start]}{edit.text}{scan.lines.text[edit.end :]}"
    if scan.document is None:
        return Scan(scan.language, LineIndex(text), ())
    revision = revise(scan.document, edit.start, edit.end, edit.text)
    document = revision.new if revision is not None else Document(text, scan.document.language)
    return Scan(scan.language, document.lines, (), document=document)


def _in_file(piece: Piece, place: _Place, pieces: Sequence[Piece]) -> Edit | None:
    """Return a comment as it is written in the file; None where something else of the file is on its line."""
    at = _point(piece, place.at, is_behind=not place.is_above)
    if at is None:
        return None
    lines = pieces[0].subject.scan.lines
    position = lines.position(at)
    line = lines.line(position.line)
    beside = line[: position.column] if place.is_above else line[position.column :]
    return replace(place, at=at).edit(lines.text) if not beside.strip() else None


def _written(piece: Piece, edit: Edit) -> Edit | None:
    at = _point(piece, edit.start, is_behind=True)
    return Edit(at, at, edit.text) if at is not None else None


def _point(piece: Piece, at: int, *, is_behind: bool) -> int | None:
    """Return where the file has what stands behind a character of a piece, or else before one."""
    if not piece.parts:
        return at
    span = piece.span(at - is_behind, at + (not is_behind)) if at or not is_behind else None
    return span[is_behind] if span is not None else None
