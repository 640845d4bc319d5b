"""How well statuses are recognised, against labelled positions in public repositories.

    python benchmarks/accuracy.py --snapshots DIR [--labels DIR] [--misses FILE]

``DIR`` of ``--snapshots`` holds one folder for each repository, ``owner+name``, with a git directory somewhere below.
``--labels`` are tables with the columns repo, commit, path, line, col, text, label and note, one file for each
language; without it those in ``benchmarks/accuracy``. A label is status, bound, class, constant, prose or not; prose
and unsure rows do not count. Lines and columns count from 1, columns in code points.

The bars: precision 0.985, recall 0.95, constants 0.97 and roles 0.98 over all; precision 0.97 and recall 0.90 for
each language with 100 positives and 100 negatives. The exit status is 1 where one is missed.
"""

import argparse
import csv
import datetime as dt
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from statuslens.recognise import Occurrence, scan_text
from statuslens.source.detect import HEAD_BYTES, language_in
from statuslens.source.language import load_languages
from statuslens.workspace.text import decode

OWN_LABELS = Path(__file__).parent / "accuracy"
LITERALS = {"status", "bound"}
OVERALL = {"precision": 0.985, "recall": 0.95, "constants": 0.97, "roles": 0.98}
EACH = {"precision": 0.97, "recall": 0.90}
ENOUGH = 100
LANGUAGE_IDS = {"shell": "shellscript"}
"""The LSP language ids of tables that are called otherwise."""


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled position."""

    repo: str
    commit: str
    path: str
    line: int
    column: int
    text: str
    label: str

    @property
    def is_name(self) -> bool:
        """Whether it is a name, as constants are, and not a number."""
        return not any(map(str.isdigit, self.text))


def main() -> int:
    """Print the table; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snapshots", type=Path, required=True)
    parser.add_argument("--labels", type=Path, default=OWN_LABELS)
    parser.add_argument("--misses", type=Path, help="write what was missed or wrongly found here")
    parser.add_argument("--entries", action="store_true", help="print the entries for data/accuracy.yaml as well")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    missed: list[str] = []
    is_good = True
    entries = []
    print(f"{'language':12}{'precision':>16}{'recall':>16}{'constants':>12}{'names':>10}{'classes':>9}{'roles':>7}")
    for table in sorted(options.labels.glob("*.tsv")):
        if table.stem == "REPOS":
            continue
        counts = score(table, options.snapshots, missed)
        total += counts
        print_row(table.stem, counts)
        entries += entry(LANGUAGE_IDS.get(table.stem, table.stem), counts)
        is_good &= not below(counts, EACH) or min(counts["positive"], counts["negative"]) < ENOUGH
    print_row("all", total)
    if options.entries:
        print("\n".join(sorted(entries)))
    if options.misses:
        options.misses.write_text("\n".join(missed) + "\n", encoding="utf-8")
    lacking = below(total, OVERALL)
    for name in lacking:
        print(f"below the bar: {name} {rate(total, name):.4f}, should be {OVERALL[name]}")
    return 0 if is_good and not lacking else 1


def entry(language: str, counts: Counter[str]) -> list[str]:
    """Return the entry of a language, where enough was labelled to say anything."""
    if language not in load_languages() or not counts["positive"]:
        return []
    labels = counts["positive"] + counts["negative"]
    figures = f"precision: {rate(counts, 'precision'):.3f}, recall: {rate(counts, 'recall'):.3f}"
    return [f'{language}: {{labels: {labels}, {figures}, date: "{dt.datetime.now(dt.UTC):%Y-%m-%d}"}}']


def score(table: Path, snapshots: Path, missed: list[str]) -> Counter[str]:
    """Count hits and misses of one table."""
    counts: Counter[str] = Counter()
    by_file: dict[tuple[str, str, str], list[Label]] = defaultdict(list)
    for label in read_labels(table):
        by_file[label.repo, label.commit, label.path].append(label)
    for (repo, commit, path), labels in by_file.items():
        found = occurrences(snapshots, repo, commit, path)
        for label in labels:
            hit = next((item for item in found if covers(item, label)), None)
            outcome = judge(label, hit[-1] if hit else None)
            counts.update(outcome)
            if {"false", "missed", "missed constant", "false name"} & set(outcome):
                missed.append(
                    "\t".join([table.stem, outcome[0], repo, path, f"{label.line}:{label.column}", label.text])
                )
    return counts


def read_labels(table: Path) -> Iterator[Label]:
    """Yield the rows of a table."""
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = int(row["line"]), int(row["col"])
            yield Label(row["repo"], row["commit"], row["path"], *place, row["text"], row["label"])


def judge(label: Label, found: Occurrence | None) -> list[str]:
    """Return what a label and the occurrence at its place count as."""
    if label.label in LITERALS:
        right = ["right role"] if found is not None and found.role == label.label else []
        return ["missed" if found is None else "hit", "positive", *right]
    if label.label == "not":
        kind, whole = ("name", "name") if label.is_name else ("", "negative")
        return [f"{'true' if found is None else 'false'} {kind}".strip(), whole]
    outcomes = {
        "constant": ["missed constant" if found is None else "constant hit", "constant"],
        "class": ["missed class" if found is None else "class hit", "class"],
    }
    return outcomes.get(label.label, [])


def occurrences(snapshots: Path, repo: str, commit: str, path: str) -> list[tuple[int, int, int, int, Occurrence]]:
    """Return the occurrences of a file at a commit with their first and last place, from 1, the last exclusive."""
    text = decode(path, blob(snapshots, repo, commit, path))
    if not isinstance(text, str):
        return []
    language = language_in(path, text[:HEAD_BYTES])
    if language is None:
        return []
    scan = scan_text(text, language=language)
    places = []
    for item in scan.occurrences:
        first, last = scan.lines.position(item.start), scan.lines.position(item.end)
        places.append((first.line + 1, first.column + 1, last.line + 1, last.column + 1, item))
    return places


def covers(item: tuple[int, int, int, int, Occurrence], label: Label) -> bool:
    """Tell whether an occurrence stands at a label's place."""
    return item[:2] <= (label.line, label.column) < item[2:4]


def blob(snapshots: Path, repo: str, commit: str, path: str) -> bytes:
    """Return a file's bytes at a commit."""
    command = ["git", f"--git-dir={git_directory(snapshots, repo)}", "show", f"{commit}:{path}"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


def git_directory(snapshots: Path, repo: str) -> Path:
    """Return a repository's git directory; ends the program where there is none."""
    found = find_git_directory(snapshots, repo)
    if found is None:
        sys.exit(f"{snapshots}: there is no snapshot of {repo}; bring it, or name another folder with --snapshots")
    return found


@cache
def find_git_directory(snapshots: Path, repo: str) -> Path | None:
    """Return a repository's git directory; None where there is no snapshot of it."""
    heads = sorted(snapshots.joinpath(repo.replace("/", "+")).glob("**/HEAD"))
    return next((path.parent for path in heads if path.is_file()), None)


def rate(counts: Counter[str], name: str) -> float:
    """Return one of the rates; 1 where there is nothing to count."""
    part, whole = {
        "precision": (counts["hit"], counts["hit"] + counts["false"]),
        "recall": (counts["hit"], counts["positive"]),
        "constants": (counts["constant hit"], counts["constant"]),
        "roles": (counts["right role"], counts["hit"]),
    }[name]
    return part / whole if whole else 1.0


def below(counts: Counter[str], bars: dict[str, float]) -> list[str]:
    """Return the rates that miss their bars."""
    return [name for name, bar in bars.items() if rate(counts, name) < bar]


def print_row(name: str, counts: Counter[str]) -> None:
    """Print one line of the table."""
    found = counts["hit"] + counts["false"]
    print(
        f"{name:12}"
        f"{rate(counts, 'precision'):7.3f} {counts['hit']:>4}/{found:<4}"
        f"{rate(counts, 'recall'):7.3f} {counts['hit']:>4}/{counts['positive']:<4}"
        f"{counts['constant hit']:>7}/{counts['constant']:<4}"
        f"{counts['false name']:>5}/{counts['name']:<4}"
        f"{counts['class hit']:>5}/{counts['class']:<3}"
        f"{rate(counts, 'roles'):7.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
