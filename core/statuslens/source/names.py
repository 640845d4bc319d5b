"""Names in a text: what one is given and declared with, where its function is defined, which classes there are.

Everything here is read from bytes, so that a broken file has it too. A name is looked for by itself first, which is
far faster than a pattern that it stands in the middle of.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TypeAlias

from statuslens.source.concordance import find_name, find_word, is_whole, pattern_of_name

_GIVEN = re.compile(
    rb"\b(?:[ \t]*:[ \t]*[\w<>?\[\], ]+)?[ \t]*(?::=|=(?![=~>]))[ \t]*"
    rb"((?:[\"']?(?:`|\$\()[ \t]*\r?\n[ \t]*)?(?=[^\n;])[^\n;\\]{0,200}(?:\\(?:\r?\n|.)[^\n;\\]{0,200}){0,8})"
)
GIVEN_REACH = 2200
"""Bytes in which all of that stands, where a sign at the end of each line says that it goes on."""
_TESTED = {
    "subject": [("subject", re.compile(rb"\b(?:[ \t]*\([^\n()]*\))?[ \t]*\{[ \t]*([^\n{}]{1,200})\}"))],
    "output": [("run", re.compile(rb"\b[ \t]+([a-z$\"][^\n]{1,200})"))],
}
"""What gives a test's framework the value of a name: RSpec's ``subject(:code) { … }`` and bats' ``run curl …``."""
GIVERS = {name: giver for name, forms in _TESTED.items() for giver, _ in forms}
"""The words with which a test's framework gives names something."""
_GOES_ON = re.compile(rb"[\w.>:]")
_IN_NAME = re.compile(rb"[\w$]")
_IN_MEMBER = re.compile(rb"[\w.]")
_GOES_INTO = re.compile(rb"[\w.(]")
_ENDS_ARGUMENTS = re.compile(rb"[)\n]")
_CALLEE = re.compile(rb"([\w.]{1,80})\s*\Z")
_KEY = re.compile(rb"([A-Za-z_][\w.]{0,80})[\"']?[ \t]*(?::|:?=)[ \t]*\Z")
_MEMBER = re.compile(rb"(?:\.|::)([A-Z]\w*)(?![\w(.:<])")
_REST = re.compile(rb"(?=_?[A-Z])(\w+)(?![\w(.:<])")
_PACKAGES = tuple(
    re.compile(rb"%b(?<=^%b)[ \t]+([\w.:\\]+)" % (word, word), re.MULTILINE) for word in (b"package", b"namespace")
)
_CLASS = re.compile(rb"class(?<!\wclass)[ \t]+([\w\x80-\xff]+)")
_TOGETHER = re.compile(
    rb"^\W*(?:(?:let|var|val|const)\s+)?[(\[{]?\s*((?:mut\s+)?[\w$@]+(?:\s*,\s*(?:mut\s+)?[\w$@]+)+)\s*[)\]}]?\s*(?::=|=(?![=~>]))"
)
_PARAMETERS = re.compile(
    rb"(?<!\|)\|\s*(?P<piped>%(names)b)\s*\|(?!\|)|\(\s*(?P<bracketed>%(names)b)\s*\)\s*=>|(?:\{|\bfn\b)\s*(?P<plain>%(names)b)\s*->"
    % {b"names": rb"&?(?:mut\s+)?[\w$@]+(?:\s*,\s*&?(?:mut\s+)?[\w$@]+)+"}
)
"""The parameters of a closure: ``|response, code|``, ``(response, code) =>``, ``fn response, code ->``."""
_CHAIN = rb"[A-Za-z_$@][\w$]*(?:(?:\([^()\n]{0,60}\))?(?:\??\.|->|::)[\w$]+)*(?:\(\))?"
_SIDE_AFTER = re.compile(rb"\s*(?:[!=]==?\s*|(,)\s*)(%b)" % _CHAIN)
_SIDE_BEFORE = re.compile(rb"(%b)\)*(?:\s*[!=]==?\s*|(?<!\s)(,)\s*|[.\s](\w+)(?:\.\w+)*[(\s]\s*)\Z" % _CHAIN)
_ASSERTS = re.compile(
    rb"assert|check|equal|expect|match|must|require|same|should|verify|\bis\b|\bto(?:Be|Eq)|\beq\b", re.IGNORECASE
)
_OWNER = re.compile(rb"(?<![\w$@.])[A-Za-z_]\w*\.\Z")
_LONGEST_OWNER = 40
_COLUMNS = rb"((?:mut )?[$@]?\w+(?:[ ]?,[ ]?(?:mut )?[$@]?\w+)+)"
_LOOPED_IN = re.compile(
    rb"\bfor(?:each)?\b[ (&]*(?:(?:auto|const|final|let|mut|val|var)\b[ (&]*)*[\[({]?%b[ )\]}]*"
    rb"(?:in|of|:|<-)[ ]*[&*$@(]*\Z" % _COLUMNS
)
_LOOPED_AS = re.compile(
    rb"(?:[ ]+as[ ]+(?:\$\w+[ ]*=>[ ]*)?(?:list)?|(?:\.(?:entries|into_iter|iter|items)(?:\(\))?)?"
    rb"\.(?:each|each_pair|for_?each|map)[ ]?(?:do|case|[({])+[ ]?(?:case )?)[ ]?[|(\[]+%b[ ]?[|)\]]" % _COLUMNS,
    re.IGNORECASE,
)
_LONGEST_LINE = 400
_LONGEST_CALLEE = 160
REACH_BEFORE, REACH_AFTER = 300, 2000
"""Bytes of a definition that are looked at before and after the name."""
MOST_PLACES = 10_000
_IN_MOST_NAMES = 2
"""Letters that so many names hold that a search for them alone is worth its pattern."""
_NAME = "{name}"


Places: TypeAlias = list[tuple[int, str]]
"""What a name gets, by the place where it gets it, an offset in bytes."""


def assigned_in(data: bytes, name: str) -> Places:
    """Return what a name is given, each as written on one line, or on several of which each says that it goes on."""
    return sorted(
        (start, given[1].decode("utf-8", "replace").strip())
        for giver, form in ((name, _GIVEN), *_TESTED.get(name, ()))
        for start, end in _places(data, giver)
        if not _GOES_ON.match(data, start - 1, start) and (given := form.match(data, end))
    )


def count_set(data: bytes, name: str) -> int:
    """Return how often a name stands before a colon or an equals sign."""
    return len(re.findall(rb"\b%b[ \t]*[:=]" % re.escape(name.encode()), data))


def declared_in(data: bytes, name: str, form: str) -> Places:
    """Return the types that a name is declared with, in the form of a language; none where it has no form."""
    return [
        (before.start(), (*before.groups(), *after.groups())[0].decode("utf-8", "replace"))
        for before, after in _defined(data, name, (form,) if form else ())
    ]


def compared_in(data: bytes, name: str, start: int, end: int) -> tuple[str, ...]:
    """Return what a name is compared with between two places, by an operator or in an assertion on one line.

    A name behind a point is that of a member, whatever it is a member of: ``.want`` of ``case.want``.
    """
    part = data[start:end]
    found: list[bytes] = []
    for first, last in _uses_in(part, name):
        line = part[part.rfind(b"\n", 0, first) + 1 : first]
        before, after = _SIDE_BEFORE.search(line[-_LONGEST_LINE:]), _SIDE_AFTER.match(part, last)
        asserts = _ASSERTS.search(line) is not None
        found += [side[1] for side in (before,) if side and (asserts or not (side[2] or side[3]))]
        found += [side[2] for side in (after,) if side and (asserts or not side[1])]
    return tuple(side.decode("utf-8", "replace") for side in found)


def _uses_in(part: bytes, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands by itself, or as a member from where its owner begins."""
    is_member = name.startswith(".")
    for first, last in _places(part, name.removeprefix(".")):
        if _IN_NAME.match(part, first - 1, first) or _IN_NAME.match(part, last):
            continue
        owner = _OWNER.search(part, max(0, first - _LONGEST_OWNER), first) if is_member else None
        if owner is not None or not is_member:
            yield owner.start() if owner is not None else first, last


def companions_in(data: bytes, name: str) -> frozenset[str]:
    """Return the names that are given something together with a name: ``response`` of ``response, code = get()``.

    A closure is given all of its parameters together.
    """
    found: set[str] = set()
    for start, end in _places(data, name):
        line = data[data.rfind(b"\n", 0, start) + 1 : end + _LONGEST_LINE].partition(b"\n")[0]
        if len(line) > _LONGEST_LINE or b"," not in line:
            continue
        for together in (_TOGETHER.match(line), *_PARAMETERS.finditer(line)):
            listed = together[together.lastgroup or 1] if together else b""
            names = re.findall(r"(\w+)(?=\s*(?:,|\Z))", listed.decode("utf-8", "replace"))
            if name in names:
                found.update(names)
    return frozenset(found - {name})


def columns_in(data: bytes, name: str) -> tuple[str, ...]:
    """Return the names that a loop over a name gives the parts of each row: ``for (path, status) in cases``."""
    for start, end in _places(data, name):
        line = max(data.rfind(b"\n", 0, start) + 1, start - _LONGEST_LINE)
        if found := _LOOPED_IN.search(data, line, start) or _LOOPED_AS.match(data, end):
            return tuple(re.findall(r"\w+(?=\s*(?:,|\Z))", found[1].decode("utf-8", "replace")))
    return ()


def callees_in(data: bytes, name: str) -> tuple[str, ...]:
    """Return the callees to which a name is passed, as far as it stands on the line of the bracket, and its keys."""
    if name.encode() not in data:
        return ()
    brackets: dict[int, None] = {}
    keys: dict[str, None] = {}
    for start, end in _places(data, name):
        key = None if _GOES_INTO.match(data, end) else _KEY.search(data, max(0, start - _LONGEST_CALLEE), start)
        if key is not None:
            keys[key[1].decode("utf-8", "replace")] = None
        bracket = data.rfind(b"(", 0, start)
        is_member = _IN_MEMBER.match(data, start - 1, start) or _GOES_INTO.match(data, end)
        if bracket > 0 and not is_member and not _ENDS_ARGUMENTS.search(data, bracket, start):
            brackets[bracket] = None
    for inner in tuple(brackets):
        outer = data.rfind(b"(", 0, inner)
        if outer > 0 and not _ENDS_ARGUMENTS.search(data, outer, inner):
            brackets[outer] = None  # answer(int(code))
    callees = (_CALLEE.search(data, max(0, bracket - _LONGEST_CALLEE), bracket) for bracket in brackets)
    return (*(callee[1].decode("utf-8", "replace") for callee in callees if callee), *keys)


def classes_in(data: bytes) -> frozenset[str]:
    """Return the names of the classes that a text defines."""
    return frozenset(name.decode("utf-8", "replace") for name in _CLASS.findall(data))


def definition_in(data: bytes, name: str, forms: tuple[str, ...]) -> int | None:
    """Return the end of the first place where a function of that name is defined, in one of a language's forms."""
    return next(definitions_in(data, name, forms), None)


def definitions_in(data: bytes, name: str, forms: tuple[str, ...]) -> Iterator[int]:
    """Yield the ends of all of them."""
    return (after.end() for _, after in _defined(data, name, forms))


def _defined(data: bytes, name: str, forms: tuple[str, ...]) -> Iterator[tuple[re.Match[bytes], re.Match[bytes]]]:
    """Yield what stands before, and with, a name and after it, where both have one of some forms."""
    patterns = [_compile(form, len(name.encode())) for form in forms]
    for start, end in _places(data, name) if patterns else ():
        for before, after in patterns:
            found = after.match(data, end, end + REACH_AFTER)
            if found is None:
                continue
            line = max(data.rfind(b"\n", 0, start) + 1, start - REACH_BEFORE)
            if leading := before.search(data, line, end):
                yield leading, found


def package_in(data: bytes) -> str:
    """Return the module, package or namespace that a text says it is a part of, or nothing."""
    found = [match for pattern in _PACKAGES if (match := pattern.search(data))]
    return min(found, key=lambda match: match.start())[1].decode() if found else ""


def members_in(data: bytes, container: str) -> frozenset[str]:
    """Return the names that a text writes as members of a container, without a call or a member of their own."""
    return _followers(data, container, _MEMBER)


def names_in(data: bytes, prefix: str) -> frozenset[str]:
    """Return the names in a text that begin with a prefix and go on with a capital, without a call or a member."""
    return frozenset(prefix + rest for rest in _followers(data, prefix, _REST))


def _followers(data: bytes, name: str, pattern: re.Pattern[bytes]) -> frozenset[str]:
    places = find_name(data, name.encode())
    found = (pattern.match(data, end) for start, end in places if not _IN_NAME.match(data, start - 1, start))
    return frozenset(match[1].decode() for match in found if match)


def count_places(data: bytes, name: str) -> int:
    """Return how often a name is written, as far as that is looked at."""
    return sum(1 for _ in _places(data, name))


def _places(data: bytes, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name is written, and no longer one."""
    encoded = name.encode()
    if 0 < len(encoded) <= _IN_MOST_NAMES:
        return (found.span() for found in islice(pattern_of_name(encoded).finditer(data), MOST_PLACES))
    return islice((span for span in find_word(data, encoded) if is_whole(data, *span)), MOST_PLACES)


@cache
def _compile(form: str, length: int) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Compile a form of definition up to the end of a name of so many bytes, and what stands after it."""
    before, _, after = form.encode().partition(_NAME.encode())
    return re.compile(rb"(?:%b)(?s:.{%d})\Z" % (before, length), re.MULTILINE), re.compile(after, re.MULTILINE)
