"""How fast texts are recognised beside how fast their grammar alone parses them, by language, in one run.

    python benchmarks/recognise.py FOLDER…

Folders hold source files, such as clones of repositories. Of the files that have to be parsed at all, a sample of
each language is taken in some parts. Each file is parsed and then scanned, once, so that nothing is remembered of it;
the figures are those of the median part.
"""

import argparse
import statistics
import time
from collections.abc import Callable

from corpus import Text, sample_texts

from statuslens.recognise import scan_text
from statuslens.source.language import load_languages
from statuslens.source.syntax import parse

PARTS = 5


def measure(texts: list[Text]) -> tuple[float, float, float]:
    """Return the MB a second of parsing and of scanning, and the ratio of the two."""
    parsing = scanning = 0.0
    for item in texts:
        language = load_languages()[item.language]
        parsing += timed(lambda data=item.data, language=language: parse(data, language))
        scanning += timed(lambda text=item.text, name=item.language: scan_text(text, language=name))
    megabytes = sum(len(item.data) for item in texts) / 1e6
    return megabytes / parsing, megabytes / scanning, parsing / scanning


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print a line for each language."""
    options = argparse.ArgumentParser(description="Measure how fast texts are recognised.")
    options.add_argument("folder", nargs="+")
    options.add_argument("--language", action="append", help="an LSP language id; all of them otherwise")
    options.add_argument("--megabytes", type=float, default=4.0, help="how much to take of a language")
    chosen = options.parse_args()
    print(f"{'language':16} {'files':>6} {'MB':>6} {'parse MB/s':>11} {'scan MB/s':>10} {'scan / parse':>13}")
    for language, known in load_languages().items():
        if not known.grammar or (chosen.language and language not in chosen.language):
            continue
        texts = sample_texts(chosen.folder, language, int(chosen.megabytes * 1_000_000))
        if len(texts) <= PARTS:
            continue
        measure(texts[:PARTS])
        figures = [measure(texts[part::PARTS]) for part in range(PARTS)]
        parsing, scanning, ratio = map(statistics.median, zip(*figures, strict=True))
        megabytes = sum(len(item.data) for item in texts) / 1e6
        print(
            f"{language:16} {len(texts):6} {megabytes:6.2f} {parsing:11.1f} {scanning:10.1f} {ratio:13.2f}", flush=True
        )


if __name__ == "__main__":
    main()
