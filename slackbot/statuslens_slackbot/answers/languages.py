"""The languages whose constants the registry knows."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from statuslens.registry.constant import LOOK_UP_ONLY, Constant
from statuslens.registry.ecosystem import ecosystem_folders, load_ecosystems

_NAMES = MappingProxyType({"cpp": "C++", "csharp": "C#", "javascript": "JavaScript", "php": "PHP"})
"""What people call a language where that is not its id with a capital."""


@cache
def languages() -> Mapping[str, str]:
    """Return what people call each language, by its id."""
    return MappingProxyType({name: _NAMES.get(name, name.capitalize()) for name in ecosystem_folders()})


def usual_constants(constants: Sequence[Constant], language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what code of a language writes for a status, with the libraries that have it.

    What comes with the language is first, what stands for a whole response last; what nobody should use is left out.
    """
    titles: dict[str, list[str]] = {}
    for item in sorted(_in_use(constants, language), key=_rank):
        titles.setdefault(item.expression, []).append(item.ecosystem_title)
    return [(expression, tuple(dict.fromkeys(names))) for expression, names in titles.items()]


def _in_use(constants: Sequence[Constant], language: str) -> Iterator[Constant]:
    return (item for item in constants if item.language == language and not item.deprecated)


def _rank(constant: Constant) -> tuple[bool, bool]:
    return constant.kind in LOOK_UP_ONLY, constant.ecosystem not in _standard(constant.language)


@cache
def _standard(language: str) -> frozenset[str]:
    return frozenset(item.id for item in load_ecosystems(language) if item.is_standard)
