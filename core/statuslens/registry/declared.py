"""Which versions of libraries a project asks for, and what an ecosystem makes of them."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property

_NUMBERS = r"\d+(?:\.\d+)*"
_TOLD_APART = 2
"""Numbers of a version that tell which names there are: names do not change in a patch."""


Bounds = tuple[tuple[str, str], ...]


class Declared:
    """The lowest versions that a project allows, by package; it is hashable, and its ``bounds`` are a fingerprint."""

    def __init__(self, bounds: Bounds = ()) -> None:
        """Take sorted pairs of a package, ``pypi/starlette``, and a version, which is empty where any may be in use."""
        self._bounds = bounds

    @property
    def bounds(self) -> Bounds:
        """The pairs."""
        return self._bounds

    @cached_property
    def _versions(self) -> dict[str, str]:
        return dict(self.bounds)

    @cached_property
    def _hash(self) -> int:
        return hash(self.bounds)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Declared) and self.bounds == other.bounds

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Declared({self.bounds})"

    def bound(self, package: str) -> str | None:
        """Return the lowest version of a package; empty where any may be in use, None where it is not declared."""
        return self._versions.get(package)


class DeclaredLater(Declared):
    """The same, gathered when it is asked for; ``has_been_asked`` tells whether it was."""

    def __init__(self, gather: Callable[[], Declared]) -> None:
        """Take what gathers it."""
        super().__init__()
        self._gather = gather
        self.has_been_asked = False

    @property
    def bounds(self) -> Bounds:
        """The pairs."""
        if not self.has_been_asked:
            self._bounds, self.has_been_asked = self._gather().bounds, True
        return self._bounds


NOTHING = Declared()
"""What holds where no project declares anything."""


def numbers_of(version: str) -> tuple[int, ...]:
    """Return the numbers of a version as far as names depend on them; none of what has no dotted numbers."""
    found = re.match(_NUMBERS, version.removeprefix("v"))
    return tuple(map(int, found[0].split(".")[:_TOLD_APART])) if found else ()


def bound_of(declared_by: Mapping[str, Mapping[str, str]], declared: Declared) -> str | None:
    """Return the lowest version of a library by what is declared of the packages that bring it.

    ``declared_by`` has for each package its versions and those of the library that come with them, none where both
    are the same. Empty where any version may be in use, None where no such package is declared.
    """
    bounds = [
        _translated(bound, versions)
        for package, versions in declared_by.items()
        if (bound := declared.bound(package)) is not None
    ]
    return max(bounds, key=numbers_of, default=None)


def _translated(bound: str, versions: Mapping[str, str]) -> str:
    if not versions or not bound:
        return bound
    reached = [version for version in versions if numbers_of(version) <= numbers_of(bound)]
    return versions[max(reached, key=numbers_of)] if reached else ""


def in_use(versions: tuple[str, ...], bound: str | None) -> tuple[str, ...]:
    """Return those of some inspected versions, from old to new, that stand for what a project may use.

    The first stands for the lowest version that it declares; all do where none is known.
    """
    wanted = numbers_of(bound or "")
    if not wanted or not all(map(numbers_of, versions)):
        return versions
    newer = tuple(version for version in versions if numbers_of(version)[: len(wanted)] >= wanted)
    if newer and numbers_of(newer[0])[: len(wanted)] == wanted:
        return newer
    older = versions[: len(versions) - len(newer)]
    return (*older[-1:], *newer)
