"""Look codes up: by number, by class, by name."""

import datetime as dt
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, cached_property

from statuslens.registry.load import load_classes, load_codes, load_sources
from statuslens.registry.model import ClassDescription, Source, StatusClass, StatusCode

_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


def name_key(name: str) -> str:
    """Fold a name to what has to agree: ``Not-Found`` and ``NOT FOUND`` are ``notfound``."""
    return _NOT_IN_KEY.sub("", name.casefold())


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
        if found is None:
            raise AssertionError
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

        Alike in digits comes first (``4040`` and ``440`` are near 404), then the same class, then nearness.
        """

        def rank(known: StatusCode) -> tuple[float, bool, int]:
            likeness = SequenceMatcher(None, known.code, code).ratio()
            distance = abs(int(known.code) - int(code)) if code.isascii() and code.isdigit() else 0
            return -likeness, known.code[0] != code[:1], distance

        return tuple(sorted((known for known in self if known.in_use), key=rank)[:limit])

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


@cache
def load_registry() -> Registry:
    """Return the shipped registry, the same object each time."""
    return Registry()
