"""From the registry's entries to an explanation: the one place where its words are put together."""

from collections.abc import Iterable, Iterator

from statuslens.explain.model import Choice, Explanation, Fact, Link
from statuslens.registry import Body, HeaderDuty, Registration, Registry, StatusClass, StatusCode
from statuslens.registry.constant import Constant
from statuslens.registry.constant_index import constants_of
from statuslens.registry.vendor import Standing, VendorCode, usual_name, vendor_codes

_MDN = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status"
# The folders below files/en-us/web/http/reference/status in MDN's mdn/content: these registered codes have none.
_WITHOUT_MDN_PAGE = {"104", "305", "306"}
_BODY_FACTS = {
    Body.ALLOWED: "allowed",
    Body.NONE: "none: the message ends after the header section",
    Body.EMPTY: "MUST NOT be generated",
}
_STANDING_NOTES = {
    Standing.CURRENT: "",
    Standing.RETIRED: "No longer in use there.",
    Standing.DISPUTED: "Whether it is in use there is disputed.",
}
_MUST_NOT_STORE = "a cache MUST NOT store the response"
_BY_DEFAULT = "heuristically cacheable: kept for a while even where no header says so"
_ON_DEMAND = "only where a header allows it"


def explain_status(status: StatusCode, registry: Registry) -> Explanation:
    """Explain a registered code."""
    return Explanation(
        code=status.code,
        name=status.name,
        status_class=status.status_class,
        label=status.status_class.label,
        meaning=status.meaning,
        client=status.client,
        server=status.server,
        notes=tuple(_notes(status)),
        facts=tuple(_facts(status)),
        older_texts=tuple(f"{older.by} {older.said.rstrip('.')}." for older in status.older_texts),
        choices=tuple(_choices(status, registry)),
        owners=vendor_codes(status.code),
        constants=constants_of(status.code),
        links=tuple(_links(status)),
    )


def explain_vendor_code(code: str, owners: tuple[VendorCode, ...], registry: Registry) -> Explanation:
    """Explain a number or substatus that only vendors know."""
    main, _, _ = code.partition(".")
    parent = registry.get(main) if main != code else None
    status_class = StatusClass.of(main)
    vendors = list(dict.fromkeys(owner.vendor for owner in owners))
    used_by = vendors[0] if len(vendors) == 1 else f"{len(vendors)} vendors"
    return Explanation(
        code=code,
        name=usual_name(owners),
        status_class=status_class,
        label=f"{used_by}: substatus of {parent.title}" if parent else f"not assigned by IANA; used by {used_by}",
        meaning=owners[0].meaning if len(owners) == 1 else "Several have given this number a meaning of their own.",
        notes=tuple(_vendor_notes(owners, None if parent else status_class, registry)),
        owners=owners,
        constants=constants_of(code),
        links=(Link(str(parent.reference), parent.reference.url),) if parent else (),
    )


def _vendor_notes(
    owners: tuple[VendorCode, ...], status_class: StatusClass | None, registry: Registry
) -> Iterator[str]:
    if len(owners) == 1:
        yield from filter(None, (owners[0].note, _STANDING_NOTES[owners[0].standing]))
    else:
        for name in dict.fromkeys(owner.name for owner in owners):
            users = dict.fromkeys(owner.vendor for owner in owners if owner.name == name)
            yield f"{name or 'Without a name'}: {', '.join(users)}."
    if status_class:
        yield registry.describe_class(status_class).unknown


def owner_remarks(explanation: Explanation) -> list[str]:
    """Say in a line each what vendors mean by a number, and how sure that is, unless the explanation says just that."""
    return [_remark(owner) for owner in explanation.owners if owner.meaning != explanation.meaning]


def constant_remarks(constants: Iterable[Constant]) -> list[str]:
    """Say in a line each what the names of some constants do not say, or say wrongly."""
    return [f"{item.expression} ({item.ecosystem_title}): {item.note.rstrip('.')}." for item in constants if item.note]


def _remark(owner: VendorCode) -> str:
    name = f"{owner.name}." if owner.name else ""
    parts = (f"{owner.vendor}:", name, owner.meaning, owner.note, _STANDING_NOTES[owner.standing])
    return " ".join(filter(None, parts))


def join_words(words: Iterable[str], conjunction: str = "or") -> str:
    """Join words as a sentence does: ``a, b or c``."""
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}" if others else last


def _notes(status: StatusCode) -> list[str]:
    notes = []
    match status.registration:
        case Registration.UNUSED:
            notes.append(f"IANA keeps {status.code} unused.")
        case Registration.OBSOLETED:
            notes.append(f"IANA lists {status.code} as obsoleted.")
        case Registration.TEMPORARY:
            notes.append(f"IANA registered {status.code} for a time only, until {status.expires}.")
        case _:
            pass
    if status.deprecated_by:
        notes.append(f"{status.deprecated_by} deprecates it.")
    if status.former_names:
        names = "; ".join(f"{former.name} ({former.used_by})" for former in status.former_names)
        notes.append(f"Also known as: {names}.")
    return notes


def _facts(status: StatusCode) -> list[Fact]:
    facts = [Fact("Headers", describe_duty(duty), duty.reference) for duty in status.headers]
    facts.append(Fact("Body", _BODY_FACTS[status.body], status.body_reference))
    if status.must_not_store:
        caching = _MUST_NOT_STORE
    else:
        caching = _BY_DEFAULT if status.heuristically_cacheable else _ON_DEMAND
    facts.append(Fact("Caching", caching, status.caching_reference))
    if status.redirect:
        facts.append(Fact("Method", status.redirect.method, status.redirect.reference))
    if status.retry:
        facts.append(Fact("Retry", status.retry.advice, status.retry.reference))
    if status.former_references:
        facts.append(Fact("Before", f"specified by {join_words(map(str, status.former_references), 'and')}"))
    return facts


def describe_duty(duty: HeaderDuty) -> str:
    """Say how a code and a header go together, with the strength where the specification gives one."""
    goes = f"{duty.strength} send" if duty.keyword else "comes with"
    return f"{goes} {duty.header}{f' {duty.when}' if duty.when else ''}"


def _choices(status: StatusCode, registry: Registry) -> list[Choice]:
    return [
        Choice(other.title, confusion.choose)
        for confusion in status.confusions
        if (other := registry.get(confusion.code))
    ]


def _links(status: StatusCode) -> list[Link]:
    links = [Link(str(status.reference), status.reference.url)]
    if status.code not in _WITHOUT_MDN_PAGE:
        links.append(Link("MDN", f"{_MDN}/{status.code}"))
    return links
