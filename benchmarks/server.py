"""How fast the language server is beside one that does least on the same library, in one run.

    python -m venv V && V/bin/pip install ".[lsp]" ruff jedi-language-server && V/bin/python benchmarks/server.py

The servers are started in turns, each with one Python file of 10,000 lines, modules of the standard library, and
measured from outside: start to the answer to ``initialize``, opening the file to its diagnostics, 500 hovers over
statuses, a character typed to the diagnostics of the version with it, completion behind a status, memory at the end.
Then ours alone: hovers while 10,000 files are looked at for the first time, beside hovers at rest. ruff's server and
Jedi's do other work; their figures are there to compare with, and left out where they are not installed. All figures
are medians of all starts. Exits with 1 where a bar is missed.
"""

import argparse
import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from lsp_session import LspSession

from statuslens.recognise import scan_text
from statuslens.source.lines import LineIndex

BIN = Path(sys.executable).parent
HERE = Path(__file__).parent
LINES = 10_000
MODULES = (
    *("http.client", "http.server", "http.cookiejar", "urllib.request", "xmlrpc.client", "xmlrpc.server"),
    *("wsgiref.handlers", "logging.handlers", "argparse", "dataclasses", "inspect", "typing", "tarfile", "zipfile"),
)
ODD = "def refuse(response):\n" + "    response.status_code = 299\n" * 10
"""What has findings."""
HOVERS = 500
EDITS = 15
COMPLETIONS = 100
FILES = 10_000
PAUSE = 0.002
"""Seconds between two hovers, at rest and while files are looked at."""
REST = 0.3
"""Seconds between two edits: a person who types one character and looks."""
OURS, MINIMAL = "statuslens-lsp", "pygls, minimal"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a server: milliseconds, megabytes."""

    start: float
    open: float
    hover: float
    """The median."""
    hover_99: float
    """What 99 of 100 hovers take at most."""
    edit: float
    memory: float
    completion: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """How a figure of ours may stand to one of the minimal server's."""

    name: str
    ours: Callable[[Figures], float | None]
    theirs: Callable[[Figures], float | None]
    most: float


BARS = (
    Bar("start to initialize", lambda own: own.start, lambda other: other.start, 1.25),
    Bar("open to diagnostics", lambda own: own.open, lambda other: other.open, 1.6),
    Bar("hover, median", lambda own: own.hover, lambda other: other.hover, 0.6),
    Bar("hover, 99 of 100", lambda own: own.hover_99, lambda other: other.hover_99, 1.0),
    Bar("edit to diagnostics", lambda own: own.edit, lambda other: other.edit, 1.5),
    Bar("memory", lambda own: own.memory, lambda other: other.memory, 1.8),
    Bar("completion / its hover", lambda own: own.completion, lambda other: other.hover, 5.0),
)
DURING_SCAN = 3.0
"""How much longer 99 of 100 hovers may take at most while files are looked at."""


def commands() -> dict[str, list[str]]:
    """Return the servers that there are."""
    known = {
        OURS: ["statuslens-lsp"],
        MINIMAL: [sys.executable, "-P", str(HERE / "minimal_server.py")],
        "ruff server": ["ruff", "server"],
        "jedi": ["jedi-language-server"],
    }
    found = {name: (shutil.which(program, path=str(BIN)), *rest) for name, (program, *rest) in known.items()}
    found[MINIMAL] = tuple(known[MINIMAL])
    for name in (name for name, (program, *_) in found.items() if program is None):
        print(f"{name} is left out: it is not installed beside {sys.executable}")
    return {name: [program, *rest] for name, (program, *rest) in found.items() if program is not None}


def make_text() -> str:
    """Return a Python file: modules of the standard library one after the other, and a function with findings."""
    lines = ODD.splitlines()
    for name in MODULES:
        source = importlib.util.find_spec(name)
        lines += Path(source.origin or "").read_text(encoding="utf-8").splitlines() if source is not None else ()
    return "\n".join(lines[:LINES]) + "\n"


def places_of(text: str) -> list[dict[str, int]]:
    """Return the positions of statuses in a text, in the middle of each, over and over."""
    found = [item for item in scan_text(text, language="python").occurrences if item.text.isdecimal()]
    lines = LineIndex(text)
    positions = [lines.position(item.start + 1) for item in found]
    once = [{"line": position.line, "character": position.column} for position in positions]
    return [once[number % len(once)] for number in range(HOVERS)]


def seconds(action: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1e3


def high(values: list[float]) -> float:
    """Return what 99 of 100 values are at most."""
    return statistics.quantiles(values, n=100)[98]


def measure(command: list[str], folder: Path, text: str) -> Figures:
    """Start a server, measure it, and have it end."""
    uri = (folder / "app.py").as_uri()
    document = {"uri": uri}
    places, lines = places_of(text), text.splitlines()
    comments = [number for number, line in enumerate(lines) if line.lstrip().startswith("# ")]
    begin = time.perf_counter()
    with LspSession(command, folder) as session:
        session.initialize()
        start = (time.perf_counter() - begin) * 1e3
        session.notify("initialized", {})
        time.sleep(REST)

        def open_file() -> None:
            item = {**document, "languageId": "python", "version": 1, "text": text}
            session.notify("textDocument/didOpen", {"textDocument": item})
            session.wait_for("textDocument/publishDiagnostics")

        def ask(method: str, position: dict[str, int]) -> object:
            return session.request(method, {"textDocument": document, "position": position})

        def type_character(version: int) -> None:
            # A letter at the end of a comment, somewhere else each time.
            line = comments[len(comments) * version // (EDITS + 2)]
            end = {"line": line, "character": len(lines[line])}
            change = {"range": {"start": end, "end": end}, "text": "x"}
            params = {"textDocument": {**document, "version": version}, "contentChanges": [change]}
            session.notify("textDocument/didChange", params)
            while session.wait_for("textDocument/publishDiagnostics").get("version", version) != version:
                pass

        opened = seconds(open_file)
        ask("textDocument/hover", places[0])
        hovers = [seconds(lambda place=place: ask("textDocument/hover", place)) for place in places]
        edits = []
        for version in range(2, EDITS + 2):
            time.sleep(REST)
            edits.append(seconds(lambda version=version: type_character(version)))
        completions = [
            seconds(lambda place=place: ask("textDocument/completion", place))
            for place in places[:COMPLETIONS]
            if "completionProvider" in session.capabilities
        ]
        return Figures(
            start,
            opened,
            statistics.median(hovers),
            high(hovers),
            statistics.median(edits),
            session.memory(),
            statistics.median(completions) if completions else None,
        )


def middle(all_figures: list[Figures]) -> Figures:
    """Return the medians of all starts."""

    def median_of(name: str) -> float | None:
        values = [value for item in all_figures if (value := getattr(item, name)) is not None]
        return statistics.median(values) if values else None

    return Figures(**{field.name: median_of(field.name) for field in fields(Figures)})


def measure_scan(command: list[str], folder: Path, text: str) -> tuple[float, float, float]:
    """Return 99 of 100 hovers at rest and while many files are looked at, and how many seconds these took."""
    for number in range(FILES):
        path = folder / f"part{number % 100}" / f"file{number}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(text.splitlines()[number % 9_000 :][:100]) + "\n", encoding="utf-8")
    document = {"uri": (folder / "app.py").as_uri()}
    places = places_of(text)
    with LspSession(command, folder) as session:
        session.initialize()
        session.notify("initialized", {})
        item = {**document, "languageId": "python", "version": 1, "text": text}
        session.notify("textDocument/didOpen", {"textDocument": item})
        session.wait_for("textDocument/publishDiagnostics")

        def hover(place: dict[str, int]) -> None:
            session.request("textDocument/hover", {"textDocument": document, "position": place})

        idle = []
        for place in places:
            idle.append(seconds(lambda place=place: hover(place)))
            time.sleep(PAUSE)
        begin = time.perf_counter()
        asked = session.ask(
            "textDocument/references",
            {"textDocument": document, "position": places[1], "context": {"includeDeclaration": True}},
        )
        busy: list[float] = []
        is_over = False
        while not is_over:
            start = time.perf_counter()
            own = session.ask(
                "textDocument/hover", {"textDocument": document, "position": places[len(busy) % len(places)]}
            )
            while (message := session.read()).get("id") != own:
                is_over = is_over or message.get("id") == asked
            busy.append((time.perf_counter() - start) * 1e3)
            time.sleep(PAUSE)
        return high(idle), high(busy), time.perf_counter() - begin


def main() -> int:
    """Print what was measured, and each ratio with its bar; return 1 where one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=5)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    text = make_text()
    servers = commands()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["STATUSLENS_CACHE_DIR"] = f"{scratch}/cache"
        folder = Path(scratch, "workspace")
        folder.mkdir()
        (folder / "app.py").write_text(text, encoding="utf-8")
        runs: dict[str, list[Figures]] = {name: [] for name in servers}
        for _ in range(options.starts + 1):
            for name, command in servers.items():
                runs[name].append(measure(command, folder, text))
        idle, busy, taken = measure_scan(servers[OURS], folder, text)
    figures = {name: middle(found[1:]) for name, found in runs.items()}
    print_figures(figures)
    is_met = print_bars(figures[OURS], figures[MINIMAL])
    is_met &= print_bar(f"hover while {FILES:,} files are looked at", busy, idle, DURING_SCAN)
    print(f"these took {taken:.1f} s")
    return 0 if is_met else 1


def print_figures(figures: dict[str, Figures]) -> None:
    """Print a line for each server."""
    names = [field.name for field in fields(Figures)]
    print(f"{'':16}" + "".join(f"{name:>12}" for name in names))
    for server, own in figures.items():
        values = (getattr(own, name) for name in names)
        print(f"{server:16}" + "".join(f"{'-' if value is None else format(value, '.2f'):>12}" for value in values))


def print_bars(ours: Figures, theirs: Figures) -> bool:
    """Print a line for each ratio; tell whether all are within their bars."""
    print(f"\n{'':44}{'ours':>9}{'theirs':>9}{'ratio':>8}{'at most':>9}")
    is_met = True
    for bar in BARS:
        own, other = bar.ours(ours), bar.theirs(theirs)
        if own is not None and other is not None:
            is_met &= print_bar(bar.name, own, other, bar.most)
    return is_met


def print_bar(name: str, own: float, other: float, most: float) -> bool:
    """Print a ratio; tell whether it is within its bar."""
    ratio = own / other
    print(f"{name:44}{own:9.2f}{other:9.2f}{ratio:8.2f}{most:9.2f}  {'holds' if ratio <= most else 'MISSED'}")
    return ratio <= most


if __name__ == "__main__":
    sys.exit(main())
