"""What an overview tells of files, put together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from statuslens.config.model import TeamFile
from statuslens.registry import Registry, StatusClass
from statuslens.registry.vendor import vendor_codes
from statuslens.report.model import CheckedFile
from statuslens.report.overview.model import (
    OTHER_CLASS,
    ClassUse,
    CodeUse,
    Counts,
    FileUse,
    Gaps,
    LookedAt,
    Name,
    Overview,
    Place,
    class_of,
)
from statuslens.report.place import frame_of, range_of
from statuslens.rules.purpose import Purpose
from statuslens.rules.uses import Use
from statuslens.source.language import load_languages

_Key = TypeVar("_Key")
_CLASSES = (*(status_class.value for status_class in StatusClass), OTHER_CLASS)
_ORDER = {purpose: place for place, purpose in enumerate(Purpose)}
_OUTSIDE_TESTS = (Purpose.ANSWERED, Purpose.HANDLED, Purpose.DOCUMENTED, Purpose.CONFIGURED)
"""What makes a function, an operation or a block one that an overview lists."""


def tell_of(file: CheckedFile, language: str, uses: Iterable[Use], registry: Registry, team: TeamFile) -> LookedAt:
    """Return what an overview tells of one file: its findings, and the statuses in it."""
    places = tuple(_place(file, language, use) for use in uses)
    names = {place.subject: _name(place.subject, registry, team) for place in places}
    return LookedAt(file.path, places, file if file.findings else None, names)


def _place(file: CheckedFile, language: str, use: Use) -> Place:
    item = use.occurrence
    return Place(
        path=file.path,
        range=range_of(file.lines, item.start, item.end),
        frame=frame_of(file.lines, item.start, item.end),
        text=item.text,
        code=item.code,
        role=item.role,
        language=item.language or language,
        purpose=use.purpose,
        handler=use.handler,
    )


def _name(code: str, registry: Registry, team: TeamFile) -> Name:
    own = next((item for item in team.codes if item.code == code), None)
    if own is not None:
        return Name(own.name, own.owner, own.runbook)
    note = next((item for item in team.notes if item.code == code), None)
    owner, runbook = (note.owner, note.runbook) if note is not None else ("", "")
    status = registry.get(code)
    if status is not None:
        return Name(status.name, owner, runbook)
    if code in set(StatusClass):
        return Name(f"{StatusClass(code).label}, as a whole", owner, runbook)
    if code == OTHER_CLASS:
        return Name("Bounds beyond the classes", owner, runbook)
    vendor = next(iter(vendor_codes(code)), None)
    return Name(vendor.name if vendor is not None else "", owner, runbook)


def put_together(looked_at: Iterable[LookedAt]) -> Overview:
    """Return the overview of files, which are told in the order of their paths."""
    files = sorted(looked_at, key=lambda file: file.path)
    places = [place for file in files for place in file.places]
    names = {code: name for file in reversed(files) for code, name in file.names.items()}
    codes = tuple(_code_use(code, names[code], own) for code, own in _grouped(places, lambda place: place.subject))
    codes = tuple(sorted(codes, key=lambda use: _place_of(use.code)))
    by_file = tuple(_file_use(own, "") for _, own in _grouped(places, lambda place: place.path))
    belonging = _grouped(filter(_is_of_handler, places), lambda place: (place.path, place.handler))
    handlers = tuple(_file_use(own, own[0].handler) for _, own in belonging)
    return Overview(
        files=len(files),
        counts=_counts(places),
        classes=tuple(_class_uses(codes)),
        codes=codes,
        handlers=handlers,
        by_file=by_file,
        gaps=_gaps(codes),
        checked=tuple(file.checked for file in files if file.checked is not None),
    )


def _is_of_handler(place: Place) -> bool:
    """Tell whether a place belongs to a function, an operation or a block, other than a test or an entry of data."""
    is_entry = place.purpose is Purpose.CONFIGURED and load_languages()[place.language].format is None
    return bool(place.handler) and place.purpose in _OUTSIDE_TESTS and not is_entry


def _grouped(places: Iterable[Place], key: Callable[[Place], _Key]) -> Iterable[tuple[_Key, list[Place]]]:
    groups: dict[_Key, list[Place]] = {}
    for place in places:
        groups.setdefault(key(place), []).append(place)
    return groups.items()


def _counts(places: Iterable[Place]) -> Counts:
    found = Counter(place.purpose for place in places)
    return {purpose: found[purpose] for purpose in Purpose if found[purpose]}


def _code_use(code: str, name: Name, places: list[Place]) -> CodeUse:
    ordered = tuple(sorted(places, key=lambda place: _ORDER[place.purpose]))
    return CodeUse(code, name, places[0].status_class, _counts(places), ordered)


def _class_uses(codes: Sequence[CodeUse]) -> Iterable[ClassUse]:
    for status_class in _CLASSES:
        own = tuple(use for use in codes if use.status_class == status_class)
        name = "No class of HTTP" if status_class == OTHER_CLASS else StatusClass(status_class).label
        if own:
            yield ClassUse(status_class, name, _counts(place for use in own for place in use.places), own)


def _place_of(code: str) -> tuple[int, bool, str]:
    """Return by what codes are sorted: their class, which itself comes after its codes."""
    return _CLASSES.index(class_of(code)), not code.isdigit(), code


def _file_use(places: list[Place], handler: str) -> FileUse:
    codes: dict[Purpose, tuple[str, ...]] = {}
    for purpose in Purpose:
        if own := sorted({place.subject for place in places if place.purpose is purpose}, key=_place_of):
            codes[purpose] = tuple(own)
    return FileUse(places[0].path, handler, places[0].range.line, _counts(places), codes)


def _gaps(codes: Sequence[CodeUse]) -> Gaps:
    def having(*purposes: Purpose) -> dict[str, bool]:
        return {use.code: any(purpose in use.counts for purpose in purposes) for use in codes if use.code.isdigit()}

    return Gaps(
        not_answered=_lacking(having(Purpose.DOCUMENTED), having(Purpose.ANSWERED, Purpose.CONFIGURED)),
        not_documented=_lacking(having(Purpose.ANSWERED), having(Purpose.DOCUMENTED)),
        not_expected=_lacking(having(Purpose.ANSWERED), having(Purpose.EXPECTED)),
    )


def _lacking(first: Mapping[str, bool], second: Mapping[str, bool]) -> tuple[str, ...]:
    """Return the codes that have the first and lack the second, where anything has the second."""
    return tuple(code for code, has in first.items() if has and not second[code]) if any(second.values()) else ()
