"""The versions of statuslens that a team file is written for: ``>=0.1,<1``."""

import re
from itertools import zip_longest

_CLAUSE = re.compile(r"\s*(>=|<=|==|!=|>|<)\s*(\d{1,6}(?:\.\d{1,6}){0,3})\s*", re.ASCII)
_HOLDS = {
    ">=": lambda order: order >= 0,
    "<=": lambda order: order <= 0,
    "==": lambda order: order == 0,
    "!=": lambda order: order != 0,
    ">": lambda order: order > 0,
    "<": lambda order: order < 0,
}
_RELEASE = re.compile(r"\d+(?:\.\d+)*")


def satisfies(version: str, wanted: str) -> bool:
    """Tell whether a version is within a range; raise ValueError for a range that is none.

    Missing parts count as 0, and what stands behind the numbers (``0.2.dev1``) does not count.
    """
    clauses = [_CLAUSE.fullmatch(part) for part in wanted.split(",")]
    found = _RELEASE.match(version)
    numbers = found[0] if found else "0"
    results = []
    for clause in clauses:
        if clause is None:
            raise ValueError(wanted)
        results.append(_HOLDS[clause[1]](_compare(numbers, clause[2])))
    return all(results)


def _compare(left: str, right: str) -> int:
    pairs = zip_longest(map(int, left.split(".")), map(int, right.split(".")), fillvalue=0)
    return next((1 if ours > theirs else -1 for ours, theirs in pairs if ours != theirs), 0)
