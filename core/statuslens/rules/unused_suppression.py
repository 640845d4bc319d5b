"""unused-suppression: a comment that switches off what is not reported there, or a rule that does not exist."""

from collections.abc import Collection, Iterable, Iterator

from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject
from statuslens.rules.suppression import Suppression

NAME = "unused-suppression"


def find(_subject: Subject) -> Iterator[Problem]:
    """Yield nothing: what comments switch off is known when all other rules have run."""
    return iter(())


def find_unused(
    suppressions: Iterable[Suppression], running: Collection[str], known: Collection[str]
) -> Iterator[Problem]:
    """Yield the comments that have kept nothing from being reported, of rules that were run or are not known."""
    for item in suppressions:
        unknown = [rule for rule in item.rules if rule not in known]
        idle = [rule for rule in item.rules if rule in running and rule not in item.used]
        if unknown:
            yield _problem(item, f"There is no rule {', '.join(unknown)}; statuslens rules lists them.")
        elif idle:
            yield _problem(item, f"{', '.join(idle)} reports nothing here: the comment can go.")
        elif not item.rules and not item.used:
            yield _problem(item, "No rule reports anything here: the comment can go.")


def _problem(item: Suppression, message: str) -> Problem:
    return Problem(item.start, item.end, "", message)
