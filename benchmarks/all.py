"""Every figure of the recogniser, one after the other.

    python benchmarks/all.py --snapshots DIR FOLDER…

``DIR`` holds snapshots of the labelled repositories, as ``accuracy.py`` tells; a ``FOLDER`` is any folder with source
files. Exits with 1 where a bar is missed or the prefilter loses anything.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def commands(snapshots: str, folders: list[str]) -> dict[str, list[str]]:
    """Return what is measured, by heading."""
    return {
        "Accuracy, labels that nobody had developed with": ["accuracy.py", "--snapshots", snapshots],
        "Accuracy, labels to develop with": [
            "accuracy.py", "--snapshots", snapshots, "--labels", str(HERE / "development"),
        ],
        "Speed, scanning beside bare parsing": ["recognise.py", *folders],
        "Speed, after an edit beside bare incremental parsing": ["edit.py", *folders],
        "What the prefilter saves, and whether it loses anything": ["prefilter.py", *folders],
    }  # fmt: skip


def main() -> int:
    """Print the figures under their headings; return 1 where a command failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snapshots", required=True)
    parser.add_argument("folder", nargs="+")
    options = parser.parse_args()
    is_good = True
    for heading, (script, *arguments) in commands(options.snapshots, options.folder).items():
        print(f"\n{heading}\n{'-' * len(heading)}", flush=True)
        done = subprocess.run([sys.executable, str(HERE / script), *arguments], check=False)  # noqa: S603
        is_good &= done.returncode == 0
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
