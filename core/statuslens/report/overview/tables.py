"""The tables and lists of an overview's page."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from statuslens.registry import load_registry
from statuslens.report.model import CheckedFile, worst_first
from statuslens.report.overview.html import NOTHING, Html, element, join, text
from statuslens.report.overview.model import (
    ClassUse,
    CodeUse,
    Counts,
    FileUse,
    Overview,
    Place,
    class_of,
    most_answers_first,
)
from statuslens.report.overview.words import label_of
from statuslens.report.place import Frame, frame_of, range_of
from statuslens.rules import Finding
from statuslens.rules.purpose import Purpose

_OF_A_HANDLER = (Purpose.ANSWERED, Purpose.CONFIGURED, Purpose.HANDLED, Purpose.DOCUMENTED)
_NONE = "\N{EN DASH}"
_LINKS = ("https://", "http://")


def chips(codes: Iterable[str]) -> Html:
    """Return codes as links to where they are told."""
    links = (element("a", text(code), href=f"#code-{code}", class_=f"chip c{class_of(code)}") for code in codes)
    shown = join(links, " ")
    return element("div", shown, class_="chips") if shown else NOTHING


def codes_table(overview: Overview) -> Html:
    """Return the codes by class, each with a row of numbers and one of its places."""
    purposes = tuple(overview.counts)
    if not purposes:
        return NOTHING
    numbers = (element("th", text(purpose.value), scope="col", class_="number") for purpose in purposes)
    head = element("thead", element("tr", element("th", text("code"), scope="col"), *numbers))
    bodies = (body for use in overview.classes for body in _class_bodies(use, purposes))
    nothing = element("p", text("Nothing matches."), id="nothing", class_="quiet", hidden=True)
    return join((_scrolling("Codes", element("table", head, *bodies)), nothing))


def _class_bodies(use: ClassUse, purposes: Sequence[Purpose]) -> Iterable[Html]:
    swatch = element("span", class_=f"swatch c{use.status_class}")
    title = element("th", swatch, text(f"{use.status_class} {use.name}"), scope="rowgroup")
    row = element("tr", title, *_numbers(use.counts, purposes))
    yield element("tbody", row, class_="class", data_class=use.status_class)
    for code in use.codes:
        yield _code_body(code, purposes)


def _numbers(counts: Counts, purposes: Iterable[Purpose]) -> Iterable[Html]:
    for purpose in purposes:
        if purpose in counts:
            yield element("td", text(f"{counts[purpose]:,}"), class_="number")
        else:
            yield element("td", text(_NONE), class_="number none")


def _code_body(use: CodeUse, purposes: Sequence[Purpose]) -> Html:
    name = element("span", element("b", text(use.code)), text(label_of(use)), class_="label")
    runbook = _link(use.name.runbook, "runbook")
    row = element("tr", element("th", name, text(" "), runbook, scope="row"), *_numbers(use.counts, purposes))
    groups = (_purpose_group(purpose, tuple(own)) for purpose, own in groupby(use.places, lambda place: place.purpose))
    places = element("td", *groups, colspan=str(len(purposes) + 1))
    shown = element("tr", places, class_="places", id=f"places-{use.code}")
    return element("tbody", row, shown, class_="code", id=f"code-{use.code}", data_class=use.status_class)


def _link(address: str, label: str) -> Html:
    """Return a link, or nothing where an address could run something."""
    if not address.startswith(_LINKS):
        return NOTHING
    return element("a", text(label), href=address, rel="noreferrer noopener")


def _purpose_group(purpose: Purpose, places: tuple[Place, ...]) -> Html:
    title = element("h4", text(f"{purpose.value} "), element("span", text(f"{len(places):,}"), class_="count"))
    listed = element("ul", *map(_place, places))
    return element("div", title, listed, class_="purpose", data_purpose=purpose.value)


def _place(place: Place) -> Html:
    where = element("code", text(f"{place.path}:{place.range.line}"), class_="where")
    handler = element("span", text(place.handler), class_="handler")
    return element("li", where, handler, _line(place.frame), class_="place")


def _line(frame: Frame) -> Html:
    marked = element("mark", text(frame.marked))
    return element("code", text(frame.before.lstrip()), marked, text(frame.after.rstrip()), class_="line")


def handlers_table(overview: Overview) -> Html:
    """Return the handlers, with their codes by what they are there for."""
    if not overview.handlers:
        return NOTHING
    purposes = [purpose for purpose in _OF_A_HANDLER if any(purpose in use.codes for use in overview.handlers)]
    rows = (
        element(
            "tr",
            element(
                "th",
                element("code", text(use.handler)),
                element("code", text(f"{use.path}:{use.line}"), class_="where quiet"),
                scope="row",
                class_="path",
            ),
            *(element("td", chips(use.codes.get(purpose, ())), class_="codes") for purpose in purposes),
            data_item=True,
        )
        for use in most_answers_first(overview.handlers)
    )
    return _listed("Handlers", ("handler", *purposes), rows)


def files_table(overview: Overview) -> Html:
    """Return the files with statuses, those with most first."""
    if not overview.by_file:
        return NOTHING
    purposes = tuple(overview.counts)
    files: list[FileUse] = sorted(overview.by_file, key=lambda use: -sum(use.counts.values()))
    rows = (
        element(
            "tr",
            element("th", element("code", text(use.path)), scope="row", class_="path"),
            *_numbers(use.counts, purposes),
            data_item=True,
        )
        for use in files
    )
    return _listed("Files", ("file", *purposes), rows, numbers=set(purposes))


def _listed(label: str, titles: Sequence[str], rows: Iterable[Html], numbers: Iterable[str] = ()) -> Html:
    heads = (element("th", text(title), scope="col", class_="number" if title in numbers else "") for title in titles)
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    nothing = element("p", text("Nothing matches."), class_="nothing quiet", hidden=True)
    return element("div", _scrolling(label, table, data_list=True), nothing)


def _scrolling(label: str, table: Html, **attributes: str | bool) -> Html:
    """Return a table in what can be scrolled, also by keyboard."""
    return element("div", table, class_="sheet scroll", role="region", aria_label=label, tabindex="0", **attributes)


def findings_list(overview: Overview) -> Html:
    """Return the findings, each with its line."""
    found = [_finding(file, finding) for file, finding in worst_first(overview.checked)]
    if not found:
        return element("p", text("Nothing was found to be wrong."))
    nothing = element("p", text("Nothing matches."), class_="nothing quiet", hidden=True)
    return element("div", element("div", *found, data_list=True), nothing)


def _finding(file: CheckedFile, finding: Finding) -> Html:
    start = range_of(file.lines, finding.start, finding.end)
    level = element("span", text(finding.level.value), class_=f"level {finding.level.value}")
    title = element("h3", level, element("code", text(finding.rule)))
    where = element("code", text(f"{file.path}:{start.line}:{start.column}"), class_="where")
    frame = frame_of(file.lines, finding.start, finding.end)
    gutter = element("span", text(f"{start.line:>5}  "), class_="gutter", aria_hidden="true")
    marked = element("mark", text(frame.marked))
    code = element("pre", element("code", gutter, text(frame.before), marked, text(frame.after)))
    meant = [status.title for near in finding.suggestions if (status := load_registry().get(near))]
    advice = element("p", text(f"Perhaps meant: {', '.join(meant)}"), class_="quiet") if meant else NOTHING
    fix = element("p", text(f"Fix: {finding.fix.title}"), class_="quiet") if finding.fix is not None else NOTHING
    message = element("p", text(finding.message))
    return element("article", title, message, where, code, advice, fix, class_="finding sheet", data_item=True)
