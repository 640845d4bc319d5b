"""The many names of a language: what shells, kernels and script tags call it."""

from functools import cache

from statuslens.source.language import Language, load_languages

_VERSION = "0123456789."


def language_named(name: str) -> str | None:
    """Return the LSP language id that a name stands for, or None for a language that is not known.

    A name can be an id, a language's own name, the ending of its files, a program with arguments or a media type:
    ``C#``, ``py``, ``/usr/bin/env bash -e``, ``python3.12``, ``application/ld+json``.
    """
    words = name.partition(";")[0].lower().split()
    programs = [program for word in words if (program := word.rpartition("/")[2]) != "env"]
    if not programs:
        return None
    program = programs[0].removeprefix("x-")
    known = _by_name()
    spellings = (" ".join(words), program, program.rstrip(_VERSION), program.rpartition("+")[2])
    return next((known[spelling] for spelling in spellings if spelling in known), None)


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    languages = load_languages().values()
    for kinds in (_own_names, _endings, _other_names):
        for language in languages:
            for name in kinds(language):
                names.setdefault(name, language.id)
    return names


def _own_names(language: Language) -> tuple[str, ...]:
    return language.id, language.name.lower()


def _endings(language: Language) -> tuple[str, ...]:
    return tuple(extension.removeprefix(".") for extension in language.extensions)


def _other_names(language: Language) -> tuple[str, ...]:
    return (*language.marks.shebangs, *language.aliases)
