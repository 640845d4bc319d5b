"""Find codes by words: parts of names, and names with slips of the keyboard in them."""

from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from statuslens.registry import Registry, StatusCode, name_key
from statuslens.source.words import words

_CLOSE_WORD = 0.8
_CLOSE_NAME = 0.75
_MAX_FOUND = 12


def search(text: str, registry: Registry) -> tuple[StatusCode, ...]:
    """Return the codes that words mean, best first: all of them whose names hold every word, or nearly so."""
    asked = words(text)
    if not asked:
        return ()
    ranked: dict[str, tuple[float, StatusCode]] = {}
    for status, name in _names(registry):
        likeness = _likeness(asked, words(name))
        if likeness > ranked.get(status.code, (0.0, status))[0]:
            ranked[status.code] = likeness, status
    if not ranked:
        return _by_whole_name(text, registry)
    best = max(likeness for likeness, _ in ranked.values())
    # One that says just the words leaves out those that say more: "found" is 302, not 404.
    found = [(likeness, status) for likeness, status in ranked.values() if likeness == best or best < 1]
    return tuple(status for _, status in sorted(found, key=lambda item: -item[0])[:_MAX_FOUND])


def _names(registry: Registry) -> Iterator[tuple[StatusCode, str]]:
    for status in registry:
        yield status, status.name
        for former in status.former_names:
            yield status, former.name


def _likeness(asked: tuple[str, ...], name: tuple[str, ...]) -> float:
    """Return how well a name holds the words, above zero only if it holds them all; 1 for the very words."""
    found = [max((_word_likeness(word, part) for part in name), default=0.0) for word in asked]
    if 0.0 in found:
        return 0.0
    return sum(found) / max(len(name), len(asked))


def _word_likeness(word: str, part: str) -> float:
    if word == part:
        return 1.0
    if len(word) > 2 and part.startswith(word):  # noqa: PLR2004 (two letters begin too many words)
        return 0.9
    if len(word) <= 3:  # noqa: PLR2004 (so short a word is near too many)
        return 0.0
    matcher = SequenceMatcher(None, word, part)
    # The quick ratios are upper bounds of the real one, which costs most.
    if matcher.real_quick_ratio() < _CLOSE_WORD or matcher.quick_ratio() < _CLOSE_WORD:
        return 0.0
    alike = matcher.ratio()
    return 0.8 * alike if alike >= _CLOSE_WORD else 0.0


def _by_whole_name(text: str, registry: Registry) -> tuple[StatusCode, ...]:
    """Look for a slip that splits or joins words: ``notfuond``, ``bad gate way``."""
    keys = {name_key(name): status for status, name in _names(registry)}
    close = get_close_matches(name_key(text), keys, n=3, cutoff=_CLOSE_NAME)
    return tuple(dict.fromkeys(keys[key] for key in close))
