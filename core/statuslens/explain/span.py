"""The statuses between two bounds, explained by their classes."""

from collections.abc import Iterator

from statuslens.explain.compose import join_words
from statuslens.explain.model import Choice, Link, Listing
from statuslens.registry import Reference, Registry, StatusClass

_LOWEST, _HIGHEST = 100, 599
_CLASSES = {int(status_class[0]): status_class for status_class in StatusClass}
_LAST = 99
_ALL = Reference("RFC 9110", "15")
"""Where the classes are told apart."""


def explain_span(first: int, last: int, registry: Registry) -> Listing:
    """Explain the statuses from one to another one, both among them: which classes they are, and which they leave out.

    Both are from 100 to 599.
    """
    members = tuple(_members(first, last, registry))
    missing = [
        registry.describe_class(status_class).title
        for number, status_class in _CLASSES.items()
        if not first // 100 <= number <= last // 100
    ]
    return Listing(_title(first, last), tuple(_notes(members, missing)), members, (Link(str(_ALL), _ALL.url),))


def _title(first: int, last: int) -> str:
    match first == _LOWEST, last == _HIGHEST:
        case True, True:
            return "Every status"
        case True, False:
            return f"Statuses up to {last}"
        case False, True:
            return f"Statuses from {first}"
        case _:
            return f"Statuses from {first} to {last}" if first < last else f"Status {first}"


def _notes(members: tuple[Choice, ...], missing: list[str]) -> Iterator[str]:
    if len(members) == 1:
        yield f"{'Part' if ',' in members[0].title else 'All'} of one class, and nothing else."
    elif missing:
        yield f"Not among them: {join_words(missing, 'and')}."


def _members(first: int, last: int, registry: Registry) -> Iterator[Choice]:
    for number, status_class in _CLASSES.items():
        lowest, highest = max(first, number * 100), min(last, number * 100 + _LAST)
        if lowest <= highest:
            description = registry.describe_class(status_class)
            parts = (f"from {lowest}" if lowest % 100 else "", f"up to {highest}" if highest % 100 < _LAST else "")
            part = " ".join(filter(None, parts))
            yield Choice(f"{description.title}{part and ', '}{part}", description.meaning)
