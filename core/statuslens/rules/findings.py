"""Run the rules over a scan: its text, and the code in other languages inside it."""

from collections.abc import Iterable, Iterator, Sequence

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.recognise import Scan
from statuslens.registry import Registry
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import unused_suppression
from statuslens.rules.level import Level
from statuslens.rules.levels import running_rules
from statuslens.rules.model import Finding, Problem
from statuslens.rules.needles import can_find
from statuslens.rules.pieces import Piece, find_pieces
from statuslens.rules.rule import Rule, load_rules
from statuslens.rules.suppression import Suppression, find_suppressions
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex

_SEVERITY = {level: place for place, level in enumerate(Level)}


def find(
    scan: Scan, registry: Registry, team: TeamFile = DEFAULTS, place: str = "", declared: Declared = NOTHING
) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the places, with the levels that the team gives.

    ``place`` is the file's path in its project, which tells whether it is a test and what the team says for its path;
    ``declared`` are the versions of libraries that the project asks for.
    What a comment in the text switches off is left out, and a comment that switches off nothing is reported.
    """
    language = load_languages().get(scan.language)
    if language is None or language.is_log:
        return ()
    if not (scan.occurrences or scan.parts or can_find(_bytes_of(scan), scan.language, team)):
        return ()
    running = running_rules(team, place, scan.language)
    pieces = tuple(find_pieces(scan, registry, team, declared))
    suppressions = list(_suppressions(pieces, scan.lines))
    found = [
        _finding(rule, level, problem)
        for rule, level in running.values()
        for problem in _problems(pieces, rule)
        if not _is_off(rule.name, problem, scan.lines, suppressions)
    ]
    if unused_suppression.NAME in running:
        unknown = unused_suppression.find_unknown(suppressions, load_rules())
        unused = unused_suppression.find_unused(suppressions, running.keys(), scan.lines.text)
        found += [_finding(*running[unused_suppression.NAME], problem) for problem in (*unknown, *unused)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _bytes_of(scan: Scan) -> bytes:
    return scan.document.data if scan.document is not None else scan.lines.text.encode("utf-8", "replace")


def _problems(pieces: Iterable[Piece], rule: Rule) -> Iterator[Problem]:
    for piece in pieces:
        for problem in rule.find(piece.subject) if piece.subject.occurrences or rule.is_everywhere else ():
            placed = piece.problem(problem)
            if placed is not None:
                yield placed


def _suppressions(pieces: Iterable[Piece], lines: LineIndex) -> Iterator[Suppression]:
    for piece in pieces:
        for item in find_suppressions(piece.subject):
            span, comment = piece.span(item.start, item.end), piece.span(*item.comment)
            if span is not None and comment is not None:
                yield item.moved(*span, lines.position(span[0]).line, comment)


def _is_off(rule: str, problem: Problem, lines: LineIndex, suppressions: Sequence[Suppression]) -> bool:
    """Tell whether a comment switches a rule off at a place, and note that it does."""
    if not suppressions:
        return False
    first, last = lines.position(problem.start).line, lines.position(problem.end).line
    own = [item for item in suppressions if item.covers(rule, first, last)]
    for item in own:
        item.used.add(rule)
    return bool(own)


def _finding(rule: Rule, level: Level, problem: Problem) -> Finding:
    if problem.most is not None and _SEVERITY[problem.most] > _SEVERITY[level]:
        level = problem.most
    place = problem.start, problem.end, problem.code
    return Finding(rule.name, level, *place, problem.message, problem.suggestions, problem.fix, problem.related)
