"""Codes side by side."""

from collections.abc import Sequence
from itertools import combinations

from statuslens.explain.model import Choice, Comparison, Explanation

_LABELS = ("Headers", "Body", "Caching", "Method", "Retry")
_NOTHING = "—"


def compare(explanations: Sequence[Explanation]) -> Comparison:
    """Compare codes: what each says, the facts in which they differ, and when to choose which."""
    rows = [("Class", tuple(item.label for item in explanations))]
    rows += [(label, tuple(_facts(item, label) for item in explanations)) for label in _LABELS]
    return Comparison(
        titles=tuple(item.title for item in explanations),
        rows=(
            ("Says", tuple(item.meaning for item in explanations)),
            *(row for row in rows if len(set(row[1])) > 1),
        ),
        choices=tuple(_choices(explanations)),
        links=tuple(dict.fromkeys(item.links[0] for item in explanations if item.links)),
    )


def _facts(explanation: Explanation, label: str) -> str:
    return "; ".join(fact.text for fact in explanation.facts if fact.label == label) or _NOTHING


def _choices(explanations: Sequence[Explanation]) -> list[Choice]:
    """Return for each pair what the one says of the other."""
    choices = []
    for one, other in combinations(explanations, 2):
        says = [choice.text for choice in one.choices if choice.title == other.title]
        says += [choice.text for choice in other.choices if choice.title == one.title]
        if says:
            choices.append(Choice(f"{one.code} or {other.code}", says[0]))
    return choices
