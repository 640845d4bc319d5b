"""The lowest version that a requirement allows, in the notations of package managers."""

import re

_ALTERNATIVES = re.compile(r"\|\|?")
_PIECE = re.compile(r"(?P<operator>[<>=!~^]*)\s*v?(?P<version>\d+(?:\.\d+)*)(?:\.[xX*])?[\w.+-]*")
_PLAIN = re.compile(r"[\s\w.,^~<>=!|*+-]*")
_HYPHEN = re.compile(r"\s+-\s+.*")
_UPPER = {"<", "<=", "!="}
_LOWER_OF_PYTHON = {">=", ">", "==", "~=", "==="}


def lowest_of(requirement: str) -> str:
    """Return the lowest version that a requirement allows: ``1.2`` of ``^1.2 || ^2.0``, ``~> 1.2`` and ``>=1.2, <3``.

    Empty where it allows any, or is an address or the like.
    """
    if not _PLAIN.fullmatch(requirement):
        return ""
    lowest = [_lowest(_HYPHEN.sub("", alternative)) for alternative in _ALTERNATIVES.split(requirement)]
    return min(lowest, key=_numbers) if all(lowest) else ""


def lowest_of_python(specifiers: str) -> str:
    """Return the lowest version that Python's version specifiers allow; empty where they allow any, or are none."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 (few folders have Python's files)

    try:
        found = [item.version for item in SpecifierSet(specifiers) if item.operator in _LOWER_OF_PYTHON]
    except InvalidSpecifier:
        return ""
    return max((version.removesuffix(".*") for version in found), key=_numbers, default="")


def lowest_known(versions: list[str]) -> str:
    """Return the lowest of some versions, of which an empty one is not known."""
    return min(filter(None, versions), key=_numbers, default="")


def _lowest(alternative: str) -> str:
    pieces = _PIECE.finditer(alternative)
    return max((piece["version"] for piece in pieces if piece["operator"] not in _UPPER), key=_numbers, default="")


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
