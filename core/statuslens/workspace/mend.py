"""Mend source files: apply the fixes of what the rules find, and write files back as they were otherwise."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from statuslens.config.model import TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import Finding, Fix, find
from statuslens.rules.apply import apply, fixes_of
from statuslens.workspace.files import Skipped
from statuslens.workspace.sources import Source
from statuslens.workspace.text import encode, encoding_of
from statuslens.workspace.whole import write_whole

_MOST_PASSES = 64
"""What one fix leaves, another may mend, as each code may need a name in an import. After so many passes, more than
there are codes for, two would be working against each other."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with fixes, which are not written yet."""

    source: Source
    before: str
    """The text as it was read."""
    fixes: int
    remaining: tuple[Finding, ...]
    """What the rules find in the mended text."""


def mend(
    source: Source,
    choose: Callable[[TeamFile], TeamFile],
    declared: Declared = NOTHING,
    *,
    with_unsafe: bool,
    found: tuple[Finding, ...] | None = None,
) -> Mended:
    """Apply the fixes of what the rules find in a file, and of what they find in the result.

    ``choose`` gives the rules that run, as a team file; ``declared`` are the versions that the file's project asks for;
    ``found`` is what the rules find in the file, where that is known.
    Raises MissingGrammarError as ``scan_text`` does.
    """
    team = choose(source.team)

    def find_in(text: str) -> tuple[Finding, ...]:
        scan = scan_text(text, language=source.file.language, contexts=source.team.contexts)
        return find(scan, load_registry(), team, source.place, declared)

    found = find_in(source.text) if found is None else found
    text, count, remaining = mend_text(
        source.text, found, find_in, lambda found, _text: fixes_of(found, with_unsafe=with_unsafe)
    )
    return Mended(replace(source, text=text), source.text, count, remaining)


def mend_text(
    text: str,
    found: tuple[Finding, ...],
    find_in: Callable[[str], tuple[Finding, ...]],
    choose_fixes: Callable[[tuple[Finding, ...], str], Iterable[Fix]],
) -> tuple[str, int, tuple[Finding, ...]]:
    """Return a text with fixes, how many they are, and what is found in the result.

    ``found`` is what ``find_in`` finds in the text; ``choose_fixes`` gives those that are wanted of what is found in
    a text.
    """
    count = 0
    for _ in range(_MOST_PASSES):
        applied = apply(text, choose_fixes(found, text))
        if not applied.fixes:
            break
        text, count = applied.text, count + len(applied.fixes)
        found = find_in(text)
    return text, count, found


def write(mended: Mended) -> Skipped | None:
    """Write a mended file in its own encoding, whole or not at all; return why it was left as it is, if it was.

    Line ends, a byte order mark and permissions stay. Nothing is written where the file has changed since it was
    read, or where its bytes cannot be had again from its text.
    """
    path = Path(mended.source.file.path).resolve()
    try:
        data = path.read_bytes()
        encoding = encoding_of(data)
        if data != encode(mended.before, encoding):
            return Skipped(mended.source.file.path, "not mended: it has changed, or is not clean text in one encoding")
        write_whole(path, encode(mended.source.text, encoding))
    except UnicodeError:
        return Skipped(mended.source.file.path, "not mended: it is not clean text in one encoding")
    except OSError as error:
        return Skipped(mended.source.file.path, f"not mended: cannot be written: {error.strerror}")
    return None
