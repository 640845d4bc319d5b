"""What a check saves by what rules ask for, and whether that loses anything.

    python benchmarks/needles.py FOLDER…
    python benchmarks/needles.py --snapshots DIR

The first looks at each file below folders that can hold a status, however little its bytes tell of it, and compares
what the rules that run by default find with what ``can_find_at`` and ``can_find`` say of the bytes. The second does so
for the files of ``benchmarks/judged``, with the rule of the row alone; ``DIR`` is that of ``accuracy.py``. Exits with
1 where a file with a finding would be passed over.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from accuracy import blob, find_git_directory
from corpus import Text, has_to_be_parsed, languages_below, read_texts

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.rules.choice import choose
from statuslens.rules.needles import can_find, can_find_at
from statuslens.source.detect import HEAD_BYTES, language_in

JUDGED = Path(__file__).parent / "judged"


@dataclass(frozen=True, slots=True)
class Case:
    """A file, and the rules that run over it."""

    group: str
    """What is counted together: the language, or the rule."""
    item: Text
    team: TeamFile = DEFAULTS
    place: str = ""


def main() -> int:
    """Print a line for each language or rule; return 1 where anything is lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--snapshots", type=Path)
    options = parser.parse_args()
    cases = judged(options.snapshots) if options.snapshots else files_below(tuple(options.folders))
    counts: dict[str, Counter[str]] = {}
    for case in cases:
        compare(case, counts.setdefault(case.group, Counter()))
    print(f"{'':20} {'files':>7} {'MB':>7} {'looked at':>10} {'MB':>7} {'findings':>9} {'lost':>5}")
    for group, count in counts.items():
        sizes = f"{count['files']:7} {count['size'] / 1e6:7.1f} {count['looked']:10} {count['looked_size'] / 1e6:7.1f}"
        print(f"{group:20} {sizes} {count['findings']:9} {count['lost']:5}")
    return 1 if any(count["lost"] for count in counts.values()) else 0


def compare(case: Case, count: Counter[str]) -> None:
    """Count a file, what is found in it, and what would be lost."""
    item, size = case.item, len(case.item.data)
    scan = scan_text(item.text, language=item.language)
    found = find(scan, load_registry(), case.team, case.place)
    count.update(files=1, size=size, findings=len(found))
    is_looked_at = can_find_at(item.data, item.language, case.team, lambda: case.place)
    if is_looked_at or can_find(item.data, item.language, case.team):
        count.update(looked=1, looked_size=size)
        return
    for finding in found:
        count.update(lost=1)
        print(f"{item.path}: lost {finding.rule}: {finding.message}", file=sys.stderr)


def files_below(folders: tuple[str, ...]) -> Iterator[Case]:
    """Yield the source files below folders that can hold a status."""
    for language in languages_below(folders):
        for item in filter(has_to_be_parsed, read_texts(folders, language)):
            place = place_of(item.path, Settings(DEFAULTS, {}, folders[0]))
            yield Case(language, item, place=place)


def judged(snapshots: Path) -> Iterator[Case]:
    """Yield the files of the judged findings that there are snapshots of, each once for each rule."""
    for table in sorted(JUDGED.glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as file:
            entries = csv.DictReader(file, delimiter="\t")
            rows = {(row["repository"], row["commit"], row["path"], row["rule"]) for row in entries}
        for repository, commit, path, rule in sorted(rows):
            if find_git_directory(snapshots, repository) is None:
                print(f"{repository}: left out, there is no snapshot", file=sys.stderr)
                continue
            data = blob(snapshots, repository, commit, path)
            text = data.decode("utf-8", "replace")
            if language := language_in(path, text[:HEAD_BYTES]):
                item = Text(f"{repository} {commit[:10]} {path}", language, text, data)
                yield Case(rule, item, choose(DEFAULTS, (rule,)))


if __name__ == "__main__":
    sys.exit(main())
