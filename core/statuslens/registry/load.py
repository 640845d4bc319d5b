"""Read the registry's YAML files into frozen values."""

from collections.abc import Iterator

from statuslens.datafile import read_data
from statuslens.errors import RegistryError
from statuslens.registry.fields import Entry
from statuslens.registry.model import (
    CACHING,
    CONTENT,
    Body,
    ClassDescription,
    Confusion,
    FormerName,
    HeaderDuty,
    OlderText,
    Redirect,
    Reference,
    Registration,
    Retry,
    Source,
    StatusClass,
    StatusCode,
    Strength,
)

_REQUIRED = {"code", "name", "reference", "meaning", "client", "server", "sources"}
_OPTIONAL = {
    "registered_name",
    "registration",
    "expires",
    "former_references",
    "deprecated_by",
    "former_names",
    "heuristically_cacheable",
    "must_not_store",
    "caching_reference",
    "body",
    "body_reference",
    "content_length_forbidden",
    "headers",
    "redirect",
    "retry",
    "confusions",
    "older_texts",
}


def load_sources() -> dict[str, Source]:
    """Return the sources of ``sources.yaml`` by id."""
    sources = {}
    for entry in _entries("sources.yaml", {"id", "title", "url"}, {"date"}):
        source = Source(entry.text("id"), entry.text("title"), entry.text("url"), entry.day("date"))
        if source.id in sources:
            raise entry.refuse("id", "stands twice; keep one of the two")
        sources[source.id] = source
    return sources


def load_classes(sources: dict[str, Source]) -> dict[StatusClass, ClassDescription]:
    """Return the descriptions of ``classes.yaml`` by class."""
    descriptions = {}
    for entry in _entries("classes.yaml", {"class", "meaning", "unknown", "reference", "sources"}, {"older_texts"}):
        status_class = entry.choice("class", StatusClass)
        if status_class in descriptions:
            raise entry.refuse("class", "stands twice; keep one of the two")
        descriptions[status_class] = ClassDescription(
            status_class=status_class,
            meaning=entry.text("meaning"),
            unknown=entry.text("unknown"),
            reference=entry.reference("reference"),
            sources=_sources(entry, sources),
            older_texts=_older_texts(entry),
        )
    if missing := [status_class for status_class in StatusClass if status_class not in descriptions]:
        msg = f"classes.yaml: lacks {', '.join(missing)}; describe every class"
        raise RegistryError(msg)
    return descriptions


def load_codes(status_class: StatusClass, sources: dict[str, Source]) -> dict[str, StatusCode]:
    """Return the codes of one class, by code, in numeric order."""
    codes: dict[str, StatusCode] = {}
    for entry in _entries(f"codes/{status_class}.yaml", _REQUIRED, _OPTIONAL):
        code = entry.code("code")
        if StatusClass.of(code) is not status_class:
            msg = f"{entry.place}: {code} belongs to another class's file"
            raise RegistryError(msg)
        if codes and code <= next(reversed(codes)):
            msg = f"{entry.place}: {code} stands after {next(reversed(codes))}; keep numeric order"
            raise RegistryError(msg)
        codes[code] = _code(code, Entry(f"{entry.place} ({code})", entry.fields), sources)
    return codes


def _entries(name: str, required: set[str], optional: set[str]) -> Iterator[Entry]:
    values = read_data(name)
    if not isinstance(values, list):
        msg = f"{name}: expected a list of mappings, found {values!r}; begin each entry with a hyphen"
        raise RegistryError(msg)
    for position, value in enumerate(values, 1):
        yield Entry.check(value, f"{name}: entry {position}", required, optional)


def _code(code: str, entry: Entry, sources: dict[str, Source]) -> StatusCode:
    if entry.flag("heuristically_cacheable") and entry.flag("must_not_store"):
        raise entry.refuse("must_not_store", "contradicts heuristically_cacheable; a cache cannot obey both")
    return StatusCode(
        code=code,
        name=entry.text("name"),
        registered_name=entry.text("registered_name", entry.text("name")),
        registration=entry.choice("registration", Registration) if "registration" in entry else Registration.ASSIGNED,
        reference=entry.reference("reference"),
        meaning=entry.text("meaning"),
        client=entry.text("client"),
        server=entry.text("server"),
        sources=_sources(entry, sources),
        former_names=tuple(
            FormerName(item.text("name"), item.text("used_by"))
            for item in entry.entries("former_names", {"name", "used_by"})
        ),
        former_references=tuple(
            Entry(f"{entry.place}: former_references", {"item": item}).reference("item")
            for item in entry.items("former_references")
        ),
        deprecated_by=entry.reference("deprecated_by") if "deprecated_by" in entry else None,
        expires=entry.day("expires"),
        heuristically_cacheable=entry.flag("heuristically_cacheable"),
        must_not_store=entry.flag("must_not_store"),
        caching_reference=_reference_or(entry, "caching_reference", CACHING),
        body=entry.choice("body", Body) if "body" in entry else Body.ALLOWED,
        body_reference=_reference_or(entry, "body_reference", CONTENT),
        content_length_forbidden=entry.flag("content_length_forbidden"),
        headers=_headers(entry),
        redirect=_redirect(entry),
        retry=_retry(entry),
        confusions=_confusions(code, entry),
        older_texts=_older_texts(entry),
    )


def _reference_or(entry: Entry, name: str, default: Reference) -> Reference:
    return entry.reference(name) if name in entry else default


def _headers(entry: Entry) -> tuple[HeaderDuty, ...]:
    return tuple(
        HeaderDuty(
            header=item.text("header"),
            strength=item.choice("strength", Strength),
            when=item.text("when"),
            reference=item.reference("reference"),
            keyword=item.flag("keyword", default=True),
        )
        for item in entry.entries("headers", {"header", "strength", "reference"}, {"when", "keyword"})
    )


def _redirect(entry: Entry) -> Redirect | None:
    item = entry.entry("redirect", {"method", "reference"})
    return Redirect(item.text("method"), item.reference("reference")) if item else None


def _retry(entry: Entry) -> Retry | None:
    item = entry.entry("retry", {"advice", "reference"}, {"strength"})
    if item is None:
        return None
    strength = item.choice("strength", Strength) if "strength" in item else None
    return Retry(item.text("advice"), strength, item.reference("reference"))


def _confusions(code: str, entry: Entry) -> tuple[Confusion, ...]:
    confusions: dict[str, Confusion] = {}
    for item in entry.entries("confusions", {"code", "choose"}):
        other = item.code("code")
        if other == code or other in confusions:
            raise item.refuse("code", "is the code itself or listed before; name each other code once")
        confusions[other] = Confusion(other, item.text("choose"))
    return tuple(confusions.values())


def _older_texts(entry: Entry) -> tuple[OlderText, ...]:
    return tuple(OlderText(item.text("by"), item.text("said")) for item in entry.entries("older_texts", {"by", "said"}))


def _sources(entry: Entry, sources: dict[str, Source]) -> tuple[Source, ...]:
    names = [str(name) for name in entry.items("sources")]
    if unknown := [name for name in names if name not in sources]:
        msg = f"{entry.place}: unknown source {', '.join(unknown)}; add it to sources.yaml"
        raise RegistryError(msg)
    return tuple(sources[name] for name in names)
