"""An overview as one HTML file that needs no network.

The page reads without its script; the script folds and filters. The policy in its head lets only this script and this
style run, by their hashes, and nothing be fetched.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from string import Template

from statuslens import __version__
from statuslens.datafile import DATA
from statuslens.report.overview.html import NOTHING, Html, element, join, text
from statuslens.report.overview.model import ClassUse, CodeUse, Overview
from statuslens.report.overview.tables import chips, codes_table, files_table, findings_list, handlers_table
from statuslens.report.overview.words import GAPS, GAPS_ADVICE, PURPOSES
from statuslens.rules.purpose import Purpose

_FOLDER = Path(DATA, "page")


def overview_page(overview: Overview, title: str) -> Iterator[str]:
    """Yield a page; what is beyond ASCII is written by its number, so that the encoding does not matter."""
    heading = f"HTTP status codes of {title}"
    style = _asset("overview.css") + "".join(_widths(overview))
    script = _asset("overview.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    page = Template(_asset("overview.html")).substitute(
        policy=policy, title=text(heading), style=style, script=script, body=_body(overview, heading)
    )
    yield page.encode("ascii", "xmlcharrefreplace").decode()


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text("ascii")


def _hash(asset: str) -> str:
    return f"sha256-{b64encode(sha256(asset.encode()).digest()).decode()}"


def _body(overview: Overview, heading: str) -> Html:
    sections = (
        _section("At a glance", _chart(overview)),
        _section("What is missing", _gaps(overview)),
        _tools(overview),
        _section("By code", codes_table(overview)),
        _section("By handler", handlers_table(overview)),
        _section("By file", files_table(overview)),
        _section("Findings", findings_list(overview)),
        _section("What the words mean", _legend(overview)),
    )
    return element(
        "div",
        element("a", text("Skip to the codes"), href="#by-code", class_="skip"),
        element("header", element("h1", text(heading)), _totals(overview)),
        element("main", *sections),
        element("footer", text(f"Made by statuslens {__version__}. Nothing on this page was fetched from anywhere.")),
        class_="page",
    )


def _section(title: str, content: Html) -> Html:
    name = title.lower().replace(" ", "-")
    heading = element("h2", text(title), id=name)
    return element("section", heading, content, aria_labelledby=name) if content else NOTHING


def _totals(overview: Overview) -> Html:
    answered = sum(Purpose.ANSWERED in use.counts for use in overview.codes)
    numbers = {
        "codes answered": answered,
        "codes in all": len(overview.codes),
        "places": sum(overview.counts.values()),
        "files looked at": overview.files,
        "findings": overview.findings,
    }
    pairs = (
        element("div", element("dt", text(name)), element("dd", text(f"{number:,}")))
        for name, number in numbers.items()
    )
    return element("dl", *pairs, class_="totals")


@dataclass(frozen=True, slots=True)
class _Bar:
    """A class in the picture: its codes with their numbers."""

    use: ClassUse
    parts: tuple[tuple[CodeUse, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.parts)


def _bars(overview: Overview) -> tuple[_Bar, ...]:
    """Return what is answered, by class; all places where nothing is."""
    is_answered = Purpose.ANSWERED in overview.counts
    bars = []
    for use in overview.classes:
        numbers = (
            (code, code.counts.get(Purpose.ANSWERED, 0) if is_answered else len(code.places)) for code in use.codes
        )
        if parts := tuple((code, number) for code, number in numbers if number):
            bars.append(_Bar(use, parts))
    return tuple(bars)


def _widths(overview: Overview) -> Iterator[str]:
    """Yield the rules that make the bars as wide as their numbers; attributes may not, under the page's policy."""
    bars = _bars(overview)
    most = max((bar.total for bar in bars), default=0)
    for row, bar in enumerate(bars):
        yield f".r{row} {{ flex-grow: {most - bar.total}; }}\n"
        for place, (_, number) in enumerate(bar.parts):
            yield f".r{row}p{place} {{ flex-grow: {number}; }}\n"


def _chart(overview: Overview) -> Html:
    bars = _bars(overview)
    if not bars:
        return element("p", text("No status was found."))
    cells = []
    for row, bar in enumerate(bars):
        parts = (_part(code, number, f"r{row}p{place}") for place, (code, number) in enumerate(bar.parts))
        total = element("span", text(f"{bar.total:,}"), class_="number")
        name = element("div", element("b", text(bar.use.status_class)), text(f" {bar.use.name}"), class_="class")
        cells += [name, element("div", *parts, total, element("span", class_=f"rest r{row}"), class_="bar")]
    counted = "places that answer with it" if Purpose.ANSWERED in overview.counts else "its places"
    told = element("p", text(f"Codes by class, each as wide as the number of {counted}."), class_="quiet")
    return join((told, element("div", *cells, class_="chart")))


def _part(code: CodeUse, number: int, width: str) -> Html:
    told = f"{code.code} {code.name.name}: {number:,}"
    classes = f"c{code.status_class} {width}"
    return element(
        "a", element("span", text(code.code)), href=f"#code-{code.code}", class_=classes, title=told, aria_label=told
    )


def _gaps(overview: Overview) -> Html:
    found = [(title, codes) for name, title in GAPS.items() if (codes := getattr(overview.gaps, name))]
    if not found:
        return NOTHING
    cards = (element("div", element("h3", text(title)), chips(codes)) for title, codes in found)
    return join((element("div", *cards, class_="gaps"), element("p", text(GAPS_ADVICE), class_="quiet")))


def _tools(overview: Overview) -> Html:
    search = element(
        "input",
        type="search",
        id="search",
        placeholder="Search codes, names, paths, handlers, lines",
        aria_label="Search codes, names, paths, handlers and lines",
        autocomplete="off",
        spellcheck="false",
    )
    fold = element("button", text("Open all"), type="button", id="all", aria_pressed="false")
    classes = _boxes("class", "Classes", [use.status_class for use in overview.classes])
    purposes = _boxes("purpose", "What it is there for", [purpose.value for purpose in overview.counts])
    said = element("output", id="said", for_="search", aria_live="polite")
    return element(
        "div", search, fold, classes, purposes, said, class_="tools", role="search", aria_label="Filter", hidden=True
    )


def _boxes(name: str, legend: str, values: Iterable[str]) -> Html:
    labels = (
        element("label", element("input", type="checkbox", name=name, value=value), text(value)) for value in values
    )
    return element("fieldset", element("legend", text(legend), class_="aside"), *labels)


def _legend(overview: Overview) -> Html:
    pairs = (
        join((element("dt", text(purpose.value)), element("dd", text(PURPOSES[purpose]))))
        for purpose in overview.counts
    )
    return element("dl", *pairs, class_="legend")
