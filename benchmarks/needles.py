"""What a check saves by what rules ask for, and whether that loses anything: source files below folders.

    python benchmarks/needles.py FOLDER…

Each file that can hold a status is looked at whole, and what the rules that run by default find in it is compared with
what ``can_find_at`` and ``can_find`` say of its bytes. Exits with 1 where a file with a finding would be passed over.
"""

import sys
from collections import Counter
from pathlib import Path

from corpus import Text, has_to_be_parsed, languages_below, read_texts

from statuslens.config.model import DEFAULTS, Settings
from statuslens.config.paths import place_of
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, find
from statuslens.rules.needles import can_find, can_find_at


def findings_in(item: Text, place: str) -> tuple[Finding, ...]:
    """Return what the rules find in a file, however little its bytes tell of it."""
    return find(scan_text(item.text, language=item.language), load_registry(), DEFAULTS, place)


def is_looked_at(item: Text, place: str) -> bool:
    """Tell whether a check looks at a file that can hold a status."""
    data, language = item.data, item.language
    return can_find_at(data, language, DEFAULTS, lambda: place) or can_find(data, language, DEFAULTS)


def main() -> int:
    """Print a line for each language; return 1 where anything is lost."""
    folders = tuple(sys.argv[1:]) or sys.exit(__doc__)
    print(f"{'language':16} {'files':>7} {'MB':>7} {'looked at':>10} {'MB':>7} {'findings':>9} {'lost':>5}")
    all_lost = 0
    for language in languages_below(folders):
        count: Counter[str] = Counter()
        for item in filter(has_to_be_parsed, read_texts(folders, language)):
            place = place_of(item.path, Settings(DEFAULTS, {}, Path(folders[0])))
            found = findings_in(item, place)
            count.update(files=1, size=len(item.data), findings=len(found))
            if is_looked_at(item, place):
                count.update(looked=1, looked_size=len(item.data))
                continue
            for finding in found:
                count.update(lost=1)
                print(f"{item.path}: lost {finding.rule}: {finding.message}", file=sys.stderr)
        all_lost += count["lost"]
        sizes = f"{count['files']:7} {count['size'] / 1e6:7.1f} {count['looked']:10} {count['looked_size'] / 1e6:7.1f}"
        print(f"{language:16} {sizes} {count['findings']:9} {count['lost']:5}", flush=True)
    return 1 if all_lost else 0


if __name__ == "__main__":
    sys.exit(main())
