"""Look codes up: by number, by class, by name."""

import datetime as dt
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from statuslens.registry.load import load_classes, load_codes, load_sources
from statuslens.registry.model import ClassDescription, Source, StatusClass, StatusCode
from statuslens.registry.names import name_key


class Registry:
    """The status codes, read class by class as they are asked for."""

    def __init__(self) -> None:
        self._classes: dict[StatusClass, dict[str, StatusCode]] = {}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return load_sources()

    @cached_property
    def _descriptions(self) -> dict[StatusClass, ClassDescription]:
        return load_classes(self._sources)

    @property
    def date(self) -> dt.date:
        """The date of IANA's table that this registry follows."""
        found = self._sources["iana"].date
        assert found is not None  # noqa: S101 (the tests see to it; this tells the type checker)
        return found

    def by_class(self, status_class: StatusClass) -> tuple[StatusCode, ...]:
        """Return the codes of a class in numeric order."""
        return tuple(self._class(status_class).values())

    def get(self, code: str) -> StatusCode | None:
        """Return what is known of a code, or None where IANA's table has no entry of its own."""
        status_class = StatusClass.of(code)
        return self._class(status_class).get(code) if status_class else None

    def find(self, name: str) -> tuple[StatusCode, ...]:
        """Return the codes that carry or carried a name; case, spaces and punctuation do not matter.

        A current name comes before a former one.
        """
        key = name_key(name)
        if not key:
            return ()
        current = [code for code in self if name_key(code.name) == key]
        former = [code for code in self if any(name_key(old.name) == key for old in code.former_names)]
        return tuple(dict.fromkeys(current + former))

    def nearest(self, code: str, limit: int = 3) -> tuple[StatusCode, ...]:
        """Return the codes that ``code`` was most likely meant to be, best first.

        One slip of the keyboard comes first (``4040`` and ``440`` are near 404), then the same class, then nearness.
        """
        return _by_nearness(self, code)[:limit]

    def describe_class(self, status_class: StatusClass) -> ClassDescription:
        """Return what a class says."""
        return self._descriptions[status_class]

    def __iter__(self) -> Iterator[StatusCode]:
        for status_class in StatusClass:
            yield from self._class(status_class).values()

    def _class(self, status_class: StatusClass) -> dict[str, StatusCode]:
        if status_class not in self._classes:
            self._classes[status_class] = load_codes(status_class, self._sources)
        return self._classes[status_class]


@lru_cache(maxsize=256)  # an editor asks the same at every change of a text
def _by_nearness(registry: Registry, code: str) -> tuple[StatusCode, ...]:
    def rank(known: StatusCode) -> tuple[int, bool, int]:
        far = abs(int(known.code) - int(code)) if code.isascii() and code.isdigit() else 0
        return _slips(known.code, code), known.code[0] != code[:1], far

    return tuple(sorted((known for known in registry if known.in_use), key=rank))


def _slips(meant: str, typed: str) -> int:
    """Count the slips that turn one text into the other: a character wrong, missing, too many, or two swapped."""
    rows = [list(range(len(typed) + 1))]
    for i, wanted in enumerate(meant, 1):
        row = [i]
        for j, found in enumerate(typed, 1):
            least = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (wanted != found))
            if i > 1 and j > 1 and wanted == typed[j - 2] and meant[i - 2] == found:
                least = min(least, rows[i - 2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


@cache
def load_registry() -> Registry:
    """Return the shipped registry, the same object each time."""
    return Registry()
