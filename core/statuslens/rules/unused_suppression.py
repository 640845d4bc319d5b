"""unused-suppression: a comment that switches off what is not reported there, or a rule that does not exist."""

import re
from collections.abc import Collection, Iterable, Iterator

from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.rules.suppression import Suppression

NAME = "unused-suppression"
_LINE_END = re.compile(r"[\r\n]")
_WORD = re.compile(r"\w")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def find(_subject: Subject) -> Iterator[Problem]:
    """Yield nothing: what comments switch off is known when all other rules have run."""
    return iter(())


def can_find(_near: Surroundings) -> bool:
    """Tell that no status matters: the comments themselves are looked for."""
    return False


def find_unused(suppressions: Iterable[Suppression], running: Collection[str], text: str) -> Iterator[Problem]:
    """Yield the comments in a text that have kept nothing from being reported by a rule that runs."""
    for item in suppressions:
        unused = [rule for rule in item.rules if rule not in item.used]
        idle = [rule for rule in unused if rule in running]
        if idle:
            fix = _without(item, text) if unused == list(item.rules) == idle else None
            yield _problem(item, f"{', '.join(idle)} reports nothing here: the comment can go.", fix)
        elif not item.rules and not item.used:
            yield _problem(item, "No rule reports anything here: the comment can go.", _without(item, text))


def find_unknown(suppressions: Iterable[Suppression], known: Collection[str]) -> Iterator[Problem]:
    """Yield the comments that name rules which do not exist."""
    for item in suppressions:
        unknown = [rule for rule in item.rules if rule not in known]
        if unknown:
            yield _problem(item, f"There is no rule {', '.join(unknown)}; statuslens rules lists them.")


def _problem(item: Suppression, message: str, fix: Fix | None = None) -> Problem:
    return Problem(item.start, item.end, "", message, fix=fix)


def _without(item: Suppression, text: str) -> Fix | None:
    """Return the fix that takes a comment away, and a line of its own; None where it says more, or on several lines."""
    start, end = item.comment
    end = start + len(text[start:end].rstrip("\r\n"))
    if _WORD.search(text, start, item.start) or _LINE_END.search(text, start, end):
        return None
    rest = _REST_OF_LINE.match(text, end)
    if rest is not None:
        start = len(text[:start].rstrip(" \t"))
        stands_alone = not start or text[start - 1] in "\r\n"
        end = rest.end() if stands_alone else end
    return Fix("Take the comment away", (Edit(start, end, ""),), is_safe=True)
