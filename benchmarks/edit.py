"""How fast an edited text is recognised again beside how fast its grammar parses it again, by language, in one run.

    python benchmarks/edit.py FOLDER…

Folders hold source files, such as clones of repositories. Whole files of a language that have to be parsed at all make
one text of 10,000 lines; those in which their grammar finds errors are left out. Ordinary edits are made at random
lines of it, and taken back: a letter typed at the end of a word, a number changed, a line or a comment added. After
each the text is parsed by its grammar, which is told of the edit and given the old tree, and recognised by a live text,
whose scan is asked for. The figures are medians of the processor's time for both, their ratio, and how many edits made
the live text look at all of the text again.
"""

import argparse
import random
import re
import statistics
import time
from dataclasses import dataclass
from importlib import import_module

from corpus import sample_texts
from tree_sitter import Language as Grammar
from tree_sitter import Parser

from statuslens.recognise import LiveText
from statuslens.source.language import Language, load_languages
from statuslens.source.syntax import parse

LINES = 10_000
_MOST_BYTES = 20_000_000
_LONGEST_FILE = 2_000
"""Lines; a text is made of several files at least."""
_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
_WORD_END = re.compile(r"[a-z](?!\w)")
_HASH = {"dockerfile", "elixir", "php", "python", "ruby", "shellscript", "yaml"}
_OPENING = {"php": "<?php"}
"""What stands at the beginning of a file, and nowhere else."""
_BETWEEN = {"yaml": ["---"]}
"""Lines between two files that are one."""
_WITHOUT_COMMENTS = {"json"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a text, and what takes its place. Offsets are in code points."""

    start: int
    end: int
    replacement: str

    def undone(self, text: str) -> "Edit":
        """Return the edit that takes this one of a text back."""
        return Edit(self.start, self.start + len(self.replacement), text[self.start : self.end])


def build(folders: list[str], language: Language) -> str:
    """Return a text of whole files."""
    lines: list[str] = []
    for item in sample_texts(folders, language.id, _MOST_BYTES):
        if parse(item.data, language).root_node.has_error:
            continue
        own = item.text.removeprefix(_OPENING.get(language.id, "") if lines else "").splitlines()
        if len(own) <= _LONGEST_FILE and len(lines) + len(own) <= LINES + _LONGEST_FILE / 10:
            lines += [*(_BETWEEN.get(language.id, []) if lines else []), *own]
        if len(lines) >= LINES:
            break
    return "\n".join(lines) + "\n"


def choose_edit(text: str, language: Language, chance: random.Random) -> Edit:
    """Return an edit of a line that is not empty."""
    while True:
        start = text.rfind("\n", 0, chance.randrange(len(text))) + 1
        end = text.find("\n", start)
        line = text[start:end]
        if end < 0 or not line.strip():
            continue
        kind = chance.choice(["letter", "number", "line", "comment"])
        if kind == "letter" and (found := list(_WORD_END.finditer(line))):
            place = start + chance.choice(found).end()
            return Edit(place, place, "x")
        if kind == "number" and (found := list(_NUMBER.finditer(line))):
            number = chance.choice(found)
            return Edit(start + number.start(), start + number.end(), chance.choice(["7", "200", "404"]))
        if kind == "line":
            return Edit(start, start, f"{line}\n")
        if kind == "comment" and language.id not in _WITHOUT_COMMENTS:
            mark = "#" if language.id in _HASH else "//"
            indent = line[: len(line) - len(line.lstrip())]
            return Edit(start, start, f"{indent}{mark} see the note above\n")


class BareText:
    """A text whose grammar parses it after every edit."""

    def __init__(self, text: str, language: Language) -> None:
        module, _, function = language.grammar.rpartition(".")
        self._parser = Parser(Grammar(getattr(import_module(module), function)()))
        self._data = text.encode()
        self._tree = self._parser.parse(self._data)

    def edit(self, text: str, edit: Edit) -> float:
        """Replace a part of a text, and return how many seconds the tree took."""
        start = len(text[: edit.start].encode())
        end, new_end = start + len(text[edit.start : edit.end].encode()), start + len(edit.replacement.encode())
        data = self._data[:start] + edit.replacement.encode() + self._data[end:]
        points = _point(self._data, start), _point(self._data, end), _point(data, new_end)
        begin = time.thread_time()
        self._tree.edit(start, end, new_end, *points)
        self._tree = self._parser.parse(data, self._tree)
        taken = time.thread_time() - begin
        self._data = data
        return taken


def _point(data: bytes, offset: int) -> tuple[int, int]:
    return data.count(b"\n", 0, offset), offset - data.rfind(b"\n", 0, offset) - 1


def measure(text: str, language: Language, count: int) -> tuple[list[float], list[float], int]:
    """Return the seconds of each parse and each recognition, and how many edits made all be looked at again."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    bare, live = BareText(text, language), LiveText(text, language=language.id)
    parsing, recognising, redone = [], [], 0
    for _ in range(count // 2):
        chosen = choose_edit(text, language, chance)
        for edit in (chosen, chosen.undone(text)):
            parsing.append(bare.edit(live.text, edit))
            begin = time.thread_time()
            live.edit(edit.start, edit.end, edit.replacement)
            _ = live.scan
            recognising.append(time.thread_time() - begin)
            redone += live.was_redone
    return parsing, recognising, redone


def main() -> None:
    """Print a line for each language."""
    options = argparse.ArgumentParser(description="Measure how fast edited texts are recognised again.")
    options.add_argument("folder", nargs="+")
    options.add_argument("--language", action="append", help="an LSP language id; all of them otherwise")
    options.add_argument("--edits", type=int, default=200, help="how many edits to make of a language's text")
    chosen = options.parse_args()
    print(
        f"{'language':16} {'lines':>6} {'found':>6} {'parse ms':>9} {'edit ms':>8} {'edit / parse':>13} {'redone':>7}"
    )
    for language, known in load_languages().items():
        if not known.grammar or (chosen.language and language not in chosen.language):
            continue
        text = build(chosen.folder, known)
        if text.count("\n") < LINES * 0.9:
            continue
        found = len(LiveText(text, language=language).scan.occurrences)
        parsing, recognising, redone = measure(text, known, chosen.edits)
        bare, live = statistics.median(parsing), statistics.median(recognising)
        lines = text.count("\n")
        print(
            f"{language:16} {lines:6} {found:6} {bare * 1e3:9.2f} {live * 1e3:8.2f} {live / bare:13.2f}"
            f" {redone / chosen.edits:7.0%}",
            flush=True,
        )


if __name__ == "__main__":
    main()
