"""An overview as lines for people."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from statuslens.report.model import worst_first
from statuslens.report.overview.model import CodeUse, FileUse, Gaps, Overview, most_answers_first
from statuslens.report.overview.words import GAPS, GAPS_ADVICE, label_of
from statuslens.report.place import range_of
from statuslens.report.text import count
from statuslens.rules.purpose import Purpose
from statuslens.terminal import Paint, plain, printable, width_of

_MOST_PLACES = 3
"""Places of a code that are told for each purpose."""
_MANY = {Purpose.EXPECTED, Purpose.LOGGED}
"""What is told by its number alone."""
_MOST_ROWS = 20
"""Handlers, files and findings that are told."""
_WIDEST_CODES = 24
_CLASS = 7
_LABEL = 20
_GAP = "  "
_CUT = "…"


def overview_text(overview: Overview, width: int = 80, paint: Paint = plain) -> Iterator[str]:
    """Yield the pieces of a text whose lines are no wider than asked for."""
    yield f"{_total(overview)}\n"
    sections = (
        ("By class", _class_lines(overview, width, paint)),
        ("By code", (line for use in overview.codes for line in _code_lines(use, width, paint))),
        ("By handler", _handler_lines(overview.handlers, width)),
        ("By file", _file_lines(overview.by_file, width)),
        ("What is missing", _gap_lines(overview.gaps, width)),
        ("Findings", _finding_lines(overview, width, paint)),
    )
    for title, section in sections:
        if lines := list(section):
            yield "".join(f"{line}\n" for line in ("", paint(title, "title"), *lines))


def _total(overview: Overview) -> str:
    codes, places = count(len(overview.codes), "code"), count(sum(overview.counts.values()), "place")
    return f"{codes} in {places} of {count(overview.files, 'file')}, {count(overview.findings, 'finding')}"


def _class_lines(overview: Overview, width: int, paint: Paint) -> Iterator[str]:
    if not overview.counts:
        return
    left = width - _CLASS - len(overview.counts) * len(_GAP)
    most = width if sum(map(len, overview.counts)) <= left else left // len(overview.counts)
    widths = {purpose: max(len(f"{number:,}"), min(len(purpose), most)) for purpose, number in overview.counts.items()}
    names = (f"{_GAP}{_fit(purpose.value, own):>{own}}" for purpose, own in widths.items())
    yield f"{'':<{_CLASS}}{''.join(names)}"
    for use in overview.classes:
        numbers = "".join(f"{_GAP}{use.counts.get(purpose, 0):>{own},}" for purpose, own in widths.items())
        yield f"{_GAP}{paint(f'{use.status_class:<5}', use.status_class)}{numbers}"


def _code_lines(use: CodeUse, width: int, paint: Paint) -> Iterator[str]:
    name = _fit(label_of(use), width - len(use.code) - len(_GAP) - 1)
    yield f"{_GAP}{paint(use.code, use.status_class)} {name}"
    for purpose, number in use.counts.items():
        label = f"    {purpose.value} {number:,}"
        if purpose in _MANY:
            yield label
            continue
        places = [place for place in use.places if place.purpose is purpose][:_MOST_PLACES]
        rows = [(place.handler, _where(place.path, place.range.line)) for place in places]
        for line in _columns(rows, width - _LABEL):
            yield f"{label:<{_LABEL}}{line}"
            label = ""
        if number > _MOST_PLACES:
            yield f"{'':<{_LABEL}}and {number - _MOST_PLACES:,} more"


def _handler_lines(handlers: Sequence[FileUse], width: int) -> Iterator[str]:
    answering = [use for use in most_answers_first(handlers) if use.answers]
    shown = answering[:_MOST_ROWS]
    codes = [" ".join(use.answers) for use in shown]
    widest = min(_WIDEST_CODES, max(map(len, codes), default=0))
    places = [(use.handler, _where(use.path, use.line)) for use in shown]
    for own, line in zip(codes, _columns(places, width - widest - 2 * len(_GAP)), strict=True):
        yield f"{_GAP}{_pad(_fit(own, widest), widest)}{_GAP}{line}"
    yield from _rest(len(answering))


def _file_lines(files: Sequence[FileUse], width: int) -> Iterator[str]:
    most = sorted(files, key=lambda use: -sum(use.counts.values()))
    rows = [
        (use.path, ", ".join(f"{number:,} {purpose.value}" for purpose, number in use.counts.items()))
        for use in most[:_MOST_ROWS]
    ]
    yield from (f"{_GAP}{line}" for line in _columns(rows, width - len(_GAP), cut_first=_fit_end))
    yield from _rest(len(files))


def _gap_lines(gaps: Gaps, width: int) -> Iterator[str]:
    found = [(title, codes) for name, title in GAPS.items() if (codes := getattr(gaps, name))]
    for title, codes in found:
        yield from _wrapped(f"{title}: {' '.join(codes)}", width, indent=_GAP, rest=_GAP * 2)
    if found:
        yield from _wrapped(GAPS_ADVICE, width, indent=_GAP)


def _finding_lines(overview: Overview, width: int, paint: Paint) -> Iterator[str]:
    found = worst_first(overview.checked)
    for file, finding in found[:_MOST_ROWS]:
        start = range_of(file.lines, finding.start, finding.end)
        level = f"{finding.level.value}[{finding.rule}]"
        where = _fit_end(f"{printable(file.path)}:{start.line}:{start.column}", width - len(level) - 2 * len(_GAP))
        yield f"{_GAP}{where}{_GAP}{paint(level, finding.level.value)}"
        yield from _wrapped(printable(finding.message), width, indent=_GAP * 2)
    yield from _rest(len(found))


def _rest(number: int) -> Iterator[str]:
    if number > _MOST_ROWS:
        yield f"{_GAP}and {number - _MOST_ROWS:,} more, which --format json and html have"


def _where(path: str, line: int) -> str:
    return f"{path}:{line}"


def _columns(
    rows: Sequence[tuple[str, str]], width: int, cut_first: Callable[[str, int], str] | None = None
) -> Iterator[str]:
    """Yield two columns of which the first is as wide as it needs to be, up to a half; both are cut where they must."""
    shown = [(printable(first), printable(second)) for first, second in rows]
    last = max((width_of(second) for _, second in shown), default=0)
    widest = min(max((width_of(first) for first, _ in shown), default=0), max(width // 2, width - last - len(_GAP)))
    for first, second in shown:
        left = _pad((cut_first or _fit)(first, widest), widest) + _GAP if widest else ""
        yield f"{left}{_fit_end(second, width - width_of(left))}".rstrip()


def _pad(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _fit(text: str, width: int) -> str:
    """Cut the end of a text where it is too wide."""
    if width_of(text) <= width:
        return text
    while text and width_of(text) >= width:
        text = text[:-1]
    return f"{text}{_CUT}"


def _fit_end(text: str, width: int) -> str:
    """Cut the beginning of a text where it is too wide: the end of a path tells more."""
    return _fit(text[::-1], width)[::-1]


def _wrapped(text: str, width: int, indent: str, rest: str = "") -> Iterable[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=rest or indent, break_on_hyphens=False)
