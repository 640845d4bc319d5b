"""Weigh what a name's container, its prefix and the file's imports say of it: ``HttpStatus.``, ``SC_``."""

import re
from dataclasses import dataclass, replace

from statuslens.recognise.facts import FileFacts
from statuslens.recognise.hints import NameWeights
from statuslens.recognise.sayings import Saying, saying_of
from statuslens.recognise.spellings import Written, last_name
from statuslens.recognise.weighing import Weighing
from statuslens.recognise.weights import load_weights
from statuslens.source.imports import parts_of
from statuslens.source.words import words

STATUS_WORDS = frozenset({"status", "statuses", "statuscode", "statuscodes"})
_STATUS_CODES = frozenset({"statuscode", "statuscodes"})
_CODE_WORDS = frozenset({"code", "codes"})
_RESPONSE_WORDS = frozenset({"resp", "response", "responses"})
_GROUPS = {"category", "class", "family", "series"}
"""Words for enumerations of classes: ``HttpStatus.Series``."""
_HTTP = "http"
_SERVLET = "sc"
_TOGETHER = 2
"""Words of kind that say together what one alone does not: status and code."""
_CASES = (re.compile(r"[A-Z][A-Z0-9_]*"), re.compile(r"[A-Z]\w*"))
"""The cases in which constants are written and methods are not, the narrower one first."""
_SURE = {"says_http_status"}
_SAYS = {
    "holds_number": "holds the number",
    "says_http_status": "says HTTP status",
    "http_prefix": "says HTTP",
    "says_http": "says HTTP",
    "says_status": "says status",
    "says_code": "says code",
    "says_response": "says response",
}


@dataclass(frozen=True, slots=True)
class _Owner:
    """The words around a name."""

    container: frozenset[str]
    prefix: frozenset[str]
    path: frozenset[str]
    """Those of everything before the name, with the parts of its import."""

    @property
    def near(self) -> frozenset[str]:
        """The container's words and the prefix."""
        return self.container | self.prefix

    @property
    def is_of_http(self) -> bool:
        """Whether no other protocol's names are written so."""
        return not self.near.isdisjoint(_RESPONSE_WORDS | {_HTTP, _SERVLET})


def weigh_container(written: Written, saying: Saying, weighing: Weighing) -> None:
    """Add what the words of a container and of a name's prefix say, and what the file says of the container."""
    names = weighing.weights.names
    owner = _owner(written, saying, names)
    label = ".".join(written.path)
    if names.foreign & owner.path:
        weighing.add_named("foreign", f"{label} belongs to a library with other codes")
        return
    reason = _what_it_says(owner, saying, written, names)
    if not reason or (saying.is_short and not _is_of_http(owner, written, weighing.facts, names)):
        return
    weighing.add_named(reason, f"{label} {_SAYS[reason]}")
    if reason == "holds_number":
        return
    if not _is_from_module(written) and _lists_errors(owner, names):
        weighing.add_named("of_errors", f"{written.containers[-1]} lists errors of all kinds")
    if not owner.is_of_http or (weighing.facts.other_protocol and _HTTP not in owner.near):
        _weigh_file(written, saying, weighing)


def _lists_errors(owner: _Owner, names: NameWeights) -> bool:
    return not names.errors.isdisjoint(owner.container) and owner.container.isdisjoint(names.protocol | STATUS_WORDS)


def _is_from_module(written: Written) -> bool:
    """Tell whether a constant is imported alone, so that its container is a module: ``from shop.errors import …``."""
    return len(written.path) == 1 and written.source is not None and written.containers[-1:][0][:1].islower()


def may_say_status(written: Written, saying: Saying) -> bool:
    """Tell whether the words of a name's container and prefix say that it is a status, whatever the file says."""
    names = load_weights().names
    return bool(_what_it_says(_owner(written, saying, names), saying, written, names))


def in_opened(written: Written, saying: Saying, facts: FileFacts) -> Written:
    """Return a name that stands alone as a member of the container of statuses that the file brings all members of.

    ``using namespace status_codes;`` makes ``kNotFound`` one, and ``import HttpStatus._`` makes ``NotFound_404`` one.
    A name that the file gives something is its own, and one that is written like a type, ``NotFound``, may be, unless
    the container's module is one of HTTP: ``import finagle.http.Status._``.
    """
    opened = facts.document.imports.wildcards if len(written.full) == 1 else {}
    if not opened or facts.document.assigned(written.member, 0) or written.member in facts.document.classes:
        return written
    is_constant = written.member.isupper() or bool(saying.prefix) or saying.is_numbered
    unnumbered = saying._replace(is_numbered=False)
    known = {last_name(group.container) for ecosystem in facts.ecosystems for group in ecosystem.constants}
    for container in sorted(opened.keys() - known):
        around = parts_of(opened[container].module)
        if not is_constant and (saying.is_short or not written.member[:1].isupper() or _HTTP not in around[:-1]):
            continue
        full = (*around, written.member)
        member = replace(written, path=(container, written.member), full=full[-2:] if is_constant else full)
        names = load_weights().names
        if _what_it_says(_owner(member, saying, names), unnumbered, member, names) in _SURE:
            return member
    return written


def _is_of_http(owner: _Owner, written: Written, facts: FileFacts, names: NameWeights) -> bool:
    """Tell whether a container, a prefix or the module of either says HTTP, and lists no errors."""
    if not (names.errors | _GROUPS).isdisjoint(owner.container):
        return False
    module = written.source.module if written.source else _http_in_reach(facts)
    return not names.protocol.isdisjoint(owner.near) or any(word.startswith(_HTTP) for word in words(module))


def imports_foreign(facts: FileFacts, names: NameWeights) -> bool:
    """Tell whether a file imports a library that has status codes of its own."""
    return any(not names.foreign.isdisjoint(words(item.module)) for item in facts.document.imports)


def _weigh_file(written: Written, saying: Saying, weighing: Weighing) -> None:
    facts = weighing.facts
    if facts.other_protocol:
        weighing.add_named("foreign", f"the file speaks {facts.other_protocol.upper()}")
    elif written.source is None and imports_foreign(facts, weighing.weights.names):
        weighing.add_named("foreign", "the file imports a library with other codes")
    if _has_other_members(written, saying, facts):
        weighing.add_named("other_members", f"{'.'.join(written.path)} stands among names that are no statuses")
    module = written.source.module if written.source else _http_in_reach(facts)
    if _HTTP in words(module):
        weighing.add_named("module", f"imported from {module}")


def _owner(written: Written, saying: Saying, names: NameWeights) -> _Owner:
    around, container = ("", "", *written.containers)[-2:]
    own = set(words(container))
    if own & (STATUS_WORDS | _CODE_WORDS) and not own - names.kind - names.plain:
        # Response.Status, http::status, Http.Code
        own |= set(words(around)) & {_HTTP, "response"}
    own |= {_HTTP for word in own if word.endswith(_HTTP)}  # HAPHTTPCode
    path = {word for name in written.full for word in words(name)}
    return _Owner(frozenset(own), frozenset(saying.prefix), frozenset(path))


def _what_it_says(owner: _Owner, saying: Saying, written: Written, names: NameWeights) -> str:
    """Return the reason that the words are, or nothing."""
    kinds = owner.near & names.kind
    has_protocol = bool(owner.near & names.protocol)
    has_http_prefix = not owner.prefix.isdisjoint(names.protocol)
    is_alone = len(written.path) == 1
    has_unknown = bool(owner.container - names.protocol - names.kind - names.plain)
    is_status_code = len(kinds) >= _TOGETHER or any(kind.startswith(("httpstatus", "statuscode")) for kind in kinds)
    readings = (
        ("holds_number", saying.is_numbered and bool(saying.phrase)),
        ("says_http_status", (has_protocol and bool(kinds - _RESPONSE_WORDS)) or _SERVLET in owner.prefix),
        (
            "http_prefix",
            has_http_prefix and (written.member.isupper() or not owner.container.isdisjoint(names.protocol)),
        ),
        ("says_status", has_unknown and _is_of_status_codes(kinds) and _is_telling(saying, names)),
        ("", has_http_prefix or has_unknown or (has_protocol and is_alone)),
        ("says_http_status", is_status_code),
        ("says_http", has_protocol),
        ("says_status", bool(kinds & STATUS_WORDS)),
        ("says_code", bool(kinds & _CODE_WORDS)),
        ("says_response", "response" in owner.container and written.containers[-1][:1].isupper()),
    )
    return next((reason for reason, is_so in readings if is_so), "")


def _is_of_status_codes(kinds: frozenset[str]) -> bool:
    """Tell whether words of kind say status and code: ``ShopStatusCode``."""
    return not (STATUS_WORDS.isdisjoint(kinds) or (_CODE_WORDS | _STATUS_CODES).isdisjoint(kinds))


def _is_telling(saying: Saying, names: NameWeights) -> bool:
    """Tell whether a name says in full a phrase that few other things are called by."""
    return bool(saying.phrase) and not saying.is_short and saying.phrase not in names.generic | names.shared


def _http_in_reach(facts: FileFacts) -> str:
    """Return a module of HTTP of which the file imports all names, or is a part itself; or nothing."""
    own = facts.document.package
    modules = [item.module for item in facts.document.imports.wildcards.values()] + ([own] if own else [])
    return next((module for module in modules if _HTTP in words(parts_of(module)[-1])), "")


def _has_other_members(written: Written, saying: Saying, facts: FileFacts) -> bool:
    """Tell whether the file uses members of the same container, or names of the same prefix, that say no status.

    A few such members do not count beside more that are statuses, one of which only statuses are called by.
    """
    case = next((case for case in _CASES if case.fullmatch(written.member)), None)
    prefix = saying.prefix[0] if saying.prefix and len(written.path) == 1 else ""
    if case is None or not (prefix or len(written.path) > 1):
        return False
    document = facts.document
    members = document.prefixed(written.member[: len(prefix)]) if prefix else document.members(written.path[-2])
    sayings = [saying_of(member) for member in members if case.fullmatch(member)]
    said = [item for item in sayings if item is not None and not item.is_short]
    names = load_weights().names
    is_told = any(item.phrase not in names.generic | names.shared for item in said)
    return len(said) < len(sayings) and not (is_told and len(said) > len(sayings) / 2)
