"""What the prefilter saves, and whether it loses anything: source files below folders with it and without it.

    python benchmarks/prefilter.py FOLDER…

Without it each file is parsed, and each number that could be a status is judged. Files are compared by what their own
language holds; prose is not counted, since a scan that asks for it goes without the prefilter. Exits with 1 where
anything is lost.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus import Text, has_to_be_parsed, languages_below, read_texts

from statuslens.errors import ParseTimeoutError
from statuslens.recognise.candidates import find_candidates
from statuslens.recognise.facts import find_facts
from statuslens.recognise.model import Occurrence, Role
from statuslens.recognise.scan import MAX_CANDIDATES, recognise
from statuslens.recognise.weights import load_weights
from statuslens.source.document import Document
from statuslens.source.language import load_languages

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from unfiltered import recognise_everything

Found = tuple[Occurrence, ...]


@dataclass(slots=True)
class Tally:
    """What was met in the files of a language."""

    files: int = 0
    parsed: int = 0
    occurrences: int = 0
    lost: int = 0
    seconds: float = 0.0
    seconds_without: float = 0.0


def scan_filtered(item: Text) -> Found:
    """Return what the recogniser finds in a file."""
    if not has_to_be_parsed(item):
        return ()
    document = Document(item.text, load_languages()[item.language])
    candidates = list(find_candidates(document.data))
    return recognise(find_facts(document), candidates, load_weights().threshold, prose=True)


def scan_unfiltered(item: Text) -> Found:
    """Return what it finds without the prefilter."""
    return recognise_everything(Document(item.text, load_languages()[item.language]))


def timed(scan: Callable[[Text], Found], item: Text) -> tuple[Found, float]:
    """Return what a scan finds, and the seconds that it takes."""
    start = time.perf_counter()
    found = scan(item)
    return found, time.perf_counter() - start


def compare(item: Text, tally: Tally) -> None:
    """Scan a file both ways."""
    if sum(1 for _ in find_candidates(item.data)) > MAX_CANDIDATES:
        return
    try:
        found, seconds = timed(scan_filtered, item)
        everything, seconds_without = timed(scan_unfiltered, item)
    except ParseTimeoutError:
        return
    tally.files += 1
    tally.parsed += has_to_be_parsed(item)
    tally.occurrences += len(found)
    tally.seconds += seconds
    tally.seconds_without += seconds_without
    in_code = (entry for entry in everything if entry.role is not Role.PROSE)
    for lost in {(entry.start, entry.end) for entry in in_code} - {(entry.start, entry.end) for entry in found}:
        tally.lost += 1
        print(f"{item.path}: lost {item.text[slice(*lost)]} at {lost[0]}", file=sys.stderr)


def main() -> None:
    """Print a line for each language."""
    folders = tuple(sys.argv[1:]) or sys.exit(__doc__)
    print(f"{'language':16} {'files':>7} {'parsed':>7} {'found':>7} {'lost':>5} {'with s':>7} {'without s':>10}")
    lost = 0
    for language in languages_below(folders):
        if not load_languages()[language].tokens:
            continue
        tally = Tally()
        for item in read_texts(folders, language):
            compare(item, tally)
        lost += tally.lost
        counts = f"{tally.files:7} {tally.parsed:7} {tally.occurrences:7} {tally.lost:5}"
        print(f"{language:16} {counts} {tally.seconds:7.1f} {tally.seconds_without:10.1f}", flush=True)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
