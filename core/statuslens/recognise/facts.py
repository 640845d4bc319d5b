"""What a whole file says about the literals in it: its imports and its own functions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from statuslens.config.model import ContextRule
from statuslens.recognise.lowered import Lowered
from statuslens.recognise.reading import names_in
from statuslens.recognise.weights import load_weights
from statuslens.registry.ecosystem import Call, Ecosystem, load_ecosystems
from statuslens.source.document import Document
from statuslens.source.language import Language

_OWN_CLASS = {"static", "Self", "self", "cls", "new", "super", "this"}
_SELF = {"self", "cls"}
_FEW = 2
_PROVIDED = (
    rb"(?i:data_?providers?|MethodSource|MemberData|TestCaseSource|DynamicData)\b[^\w\n]*(?:nameof\()?%b\b"
    rb"[^({]*(?:\([^(){]*\)[^({]*)?\b\w+\s*\(([^)]*)\)"
    # JUnit's without a name means the function of the test's own name.
    rb"|@MethodSource\b(?:\(\s*\))?(?!\s*\()[^({;]*(?:\([^(){;]*\)[^({;]*)?\b%b\s*\(([^)]*)\)"
)
_COLUMN = re.compile(rb"\baddColumn<[^;()]*>\s*\(\s*\"(\w+)\"")
_ROWS = {"addRow", "newRow"}
"""What makes a row of a test's data, whose columns are defined before in the same function, as Qt's."""
_PROVIDES = ("dataprovider", "data_provider", "methodsource", "memberdata", "testcasesource", "dynamicdata")
"""What any of it has in it, in any case."""
_HTTP = re.compile(rb"http(?!s?://)")
_DEFAULT = re.compile(r"=|\\\\")
_PARTS = re.compile(r"[./]")


@dataclass(frozen=True, eq=False)
class FileFacts:
    """A document, the ecosystems that it imports, and the calls that its language's ecosystems know."""

    document: Document
    ecosystems: tuple[Ecosystem, ...]
    calls: Mapping[str, tuple[tuple[Ecosystem, Call], ...]]
    """The calls of all ecosystems of the language, by their last name."""
    originals: Mapping[str, str]
    """What the file's names for imported things stand for: ``nethttp`` for ``http``."""
    team: tuple[ContextRule, ...] = ()
    """What the team file says of calls, names and keys."""

    @cached_property
    def speaks_http(self) -> bool:
        """Whether the file speaks of HTTP more than once, addresses aside, or of other things of the web."""
        return self._times_http >= _FEW or self._times_http + self._times_web + self._times_hints >= _FEW

    @cached_property
    def other_protocol(self) -> str:
        """A protocol with codes of its own, such as FTP, that the file speaks of more than of HTTP; or nothing."""
        # A library of HTTP that is imported is spoken of as well.
        least = self._times_http + self._times_web + len(self.ecosystems)
        often = [name for name in load_weights().protocols if self._lower.count(name) > least]
        counts = {name: _mentions(name, self.document.data) for name in often}
        most = max(counts, key=lambda name: counts[name], default="")
        return most if most and counts[most] > least else ""

    @cached_property
    def _lower(self) -> Lowered:
        return Lowered(self.document.data)

    @cached_property
    def _times_http(self) -> int:
        return len(_HTTP.findall(self._lower.data))

    @cached_property
    def _times_web(self) -> int:
        return sum(map(self._lower.count, load_weights().web_signs))

    @cached_property
    def _times_hints(self) -> int:
        return sum(map(self._lower.count, load_weights().web_hints))

    @cached_property
    def names_providers(self) -> bool:
        """Whether the file may say of a function that it provides test data."""
        return any(map(self._lower.holds, _PROVIDES))

    def names_of(self, expression: str) -> tuple[str, ...]:
        """Return the names along an expression, outermost first."""
        return names_in(expression, load_weights().vocabulary)

    def _constructor_parameters(self, name: str) -> tuple[str, ...]:
        """Return the parameters of this file's constructor, where a name is its class or stands for it."""
        constructor = self.document.language.constructor
        if constructor and (name in _OWN_CLASS or name in self.document.classes):
            return self.document.parameters(constructor)
        return ()

    def provided(self, provider: str, position: int) -> str:
        """Return the parameter to which a function that provides rows of test data gives a value, or nothing."""
        self.document.asked.providers.add(provider)
        if not self.names_providers:
            return ""
        name = re.escape(provider.encode())
        found = re.search(_PROVIDED % (name, name), self.document.data)
        if not found:
            return ""
        parameters = (found[1] or found[2] or b"").decode("utf-8", "replace").split(",")
        return self._parameter_name(parameters[position]) if 0 <= position < len(parameters) else ""

    def column(self, names: tuple[str, ...], position: int | None, place: int) -> str:
        """Return the column of a table of test data that gets what is written to a row, or nothing."""
        if position is None or not names or names[-1] not in _ROWS:
            return ""
        start = max(0, self.document.data.rfind(b"\n}", 0, place))
        columns = _COLUMN.findall(self.document.data, start, place)
        return columns[position].decode() if position < len(columns) else ""

    def originally(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return names with those of imports turned back into the imported ones."""
        return tuple(self.originals.get(name, name) for name in names)

    def parameter(self, names: tuple[str, ...], position: int | None) -> str:
        """Return the name of the parameter at a position of a function that this file defines, or nothing."""
        if position is None or not names:
            return ""
        function = names[-2] if names[-1] == "new" and len(names) > 1 else names[-1]
        parameters = self.document.parameters(names[-1]) or self._constructor_parameters(function)
        if parameters and parameters[0] in _SELF:
            parameters = parameters[1:]
        return self._parameter_name(parameters[position]) if 0 <= position < len(parameters) else ""

    def takes(self, function: str, name: str) -> bool:
        """Tell whether a function of this file has a parameter of a name."""
        return any(self._parameter_name(parameter) == name for parameter in self.document.parameters(function))

    def _parameter_name(self, parameter: str) -> str:
        """Return a parameter's name without its type, default and modifiers."""
        named, colon, _ = _DEFAULT.split(parameter)[0].partition(":")
        types = load_weights().vocabulary.types
        names = [name for name in re.findall(r"[^\W\d]\w*", named) if colon or name not in types]
        return names[-1] if names else ""


def find_facts(document: Document, team: tuple[ContextRule, ...] = ()) -> FileFacts:
    """Gather the facts of a document, and take in what the team file adds."""
    originals = {item.local: item.name or _PARTS.split(item.module)[-1] for item in document.imports}
    return FileFacts(document, _imported(document), _calls(document.language.ecosystems), originals, team)


def _imported(document: Document) -> tuple[Ecosystem, ...]:
    """Return the ecosystems that a document imports, or is a part of."""
    language = document.language
    if not language.ecosystems:
        return ()
    modules = {item.module for item in document.imports} | {document.package}
    found = {ecosystem.id for module in modules for ecosystem in _importing(module, language)}
    return tuple(ecosystem for ecosystem in ecosystems_of(language) if ecosystem.id in found)


def defines_columns(data: bytes) -> bool:
    """Tell whether a file may define the columns of a table of test data."""
    return b"addColumn<" in data


def names_providers(data: bytes) -> bool:
    """Tell whether lines of a file may say of a function that it provides test data."""
    lower = data.lower()
    return any(word.encode() in lower for word in _PROVIDES)


def revise_facts(facts: FileFacts, document: Document, old_lines: bytes, new_lines: bytes) -> FileFacts | None:
    """Return the facts of a document that is another one but for some lines, and has the same imports.

    None where the lines alter what else is known of the file.
    """
    new = replace(facts, document=document)
    vars(new).update(names_providers=facts.names_providers or names_providers(new_lines))
    if _spoken(old_lines) == _spoken(new_lines):
        vars(new).update(speaks_http=facts.speaks_http, other_protocol=facts.other_protocol)
    elif (new.speaks_http, new.other_protocol) != (facts.speaks_http, facts.other_protocol):
        return None
    return new


def _spoken(data: bytes) -> list[int]:
    lower, weights = data.lower(), load_weights()
    signs = [lower.count(sign.encode()) for sign in (*weights.web_signs, *weights.web_hints)]
    protocols = [_mentions(name, data) if name.encode() in lower else 0 for name in weights.protocols]
    return [len(_HTTP.findall(lower)), *signs, *protocols]


def _mentions(protocol: str, data: bytes) -> int:
    """Count a protocol's name as a word or as a part of a CamelCase name, ``mockftpserver`` too.

    FTP is not meant by SFTP, nor by a host that is called after it.
    """
    return sum(len(pattern.findall(data)) for pattern in _mention_patterns(protocol))


@cache
def _mention_patterns(protocol: str) -> tuple[re.Pattern[bytes], ...]:
    """Return what finds the forms of a protocol's name; each begins with the name, which ``re`` finds fast."""
    name, capitalised, upper = (form.encode() for form in (protocol, protocol.capitalize(), protocol.upper()))
    return (
        re.compile(rb"%b(?!://|(?<=[\"'/@]%b)\.)(?<![A-Za-z]%b)" % (name, name, name)),
        re.compile(rb"%b(?<![A-Z]%b)" % (capitalised, capitalised)),
        re.compile(rb"%b(?<![A-Za-z]%b)" % (upper, upper)),
        re.compile(rb"%b(?=server|client|d(?![a-z]))(?<=[a-rt-z]%b)" % (name, name)),
    )


def ecosystems_of(language: Language) -> tuple[Ecosystem, ...]:
    """Return the ecosystems whose constants and calls a language uses."""
    return tuple(ecosystem for folder in language.ecosystems for ecosystem in load_ecosystems(folder))


@lru_cache(maxsize=4096)
def _importing(module: str, language: Language) -> tuple[Ecosystem, ...]:
    """Return the ecosystems that an imported module belongs to."""
    return tuple(ecosystem for ecosystem in ecosystems_of(language) if ecosystem.is_imported_by(module))


@cache
def _calls(folders: tuple[str, ...]) -> dict[str, tuple[tuple[Ecosystem, Call], ...]]:
    calls: dict[str, tuple[tuple[Ecosystem, Call], ...]] = {}
    for folder in folders:
        for ecosystem in load_ecosystems(folder):
            for call in ecosystem.calls:
                calls[call.name] = (*calls.get(call.name, ()), (ecosystem, call))
    return calls
