"""Languages: which files are theirs, and how their grammar's nodes give a literal its context."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from statuslens.datafile import check_fields, read_data
from statuslens.errors import RegistryError
from statuslens.source.embedding import Embedding, read_embedding
from statuslens.source.filename import FileMarks
from statuslens.source.format import Format, read_format
from statuslens.source.importing import Importing, read_importing
from statuslens.source.outline import Outline, load_outlines
from statuslens.source.selector import Pick, Span, compile_selector

if TYPE_CHECKING:
    from tree_sitter import Node


class TokenKind(StrEnum):
    """What a leaf of a syntax tree is to us."""

    NUMBER = "number"
    STRING = "string"
    COMMENT = "comment"
    MACRO = "macro"
    """A macro's value, which the grammar leaves as it is, with the comment behind it."""
    NAME = "name"
    SYMBOL = "symbol"


class Operation(StrEnum):
    """What an operator between two operands means for a literal that is one of them."""

    ASSIGNMENT = "assignment"
    DIVISION = "division"
    EQUALITY = "equality"
    FALLBACK = "fallback"
    LOGICAL = "logical"
    MEMBERSHIP = "membership"
    ORDER = "order"
    OTHER = "other"
    PAIR = "pair"
    RANGE = "range"
    STREAM = "stream"


_OPERATORS = {
    Operation.ASSIGNMENT: ("=",),
    Operation.DIVISION: ("/", "//", "%", "div", "rem"),
    Operation.EQUALITY: ("==", "!=", "===", "!==", "is", "is not", "<=>", "=~", "<>", "-eq", "-ne"),
    Operation.FALLBACK: ("||", "??", "or", "?:"),
    Operation.LOGICAL: ("&&", "and", "|"),
    Operation.MEMBERSHIP: ("in", "not in", "!in", "not", "instanceof"),
    Operation.ORDER: ("<", "<=", ">", ">=", "-lt", "-le", "-gt", "-ge"),
    Operation.PAIR: ("=>", "->"),
    Operation.RANGE: ("..", "...", "..<", "..=", "..."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What an enclosing node does to the literal inside it, and its parts that tell more."""

    kind: str
    selectors: Mapping[str, Pick]
    plain: Mapping[str, str]
    """Fields that are no selectors."""

    @property
    def operation(self) -> Operation | None:
        """What the node's operator means, where the grammar hides it."""
        return Operation(self.plain["operation"]) if "operation" in self.plain else None

    @property
    def suffix(self) -> str:
        """The type of a node that goes on where this one ends; empty where the grammar nests such nodes."""
        return self.plain.get("suffix", "")

    def pick(self, part: str, node: "Node", child: "Node") -> Span | None:
        """Return a part of a node; None where this step or this node has none."""
        selector = self.selectors.get(part)
        return selector(node, child) if selector is not None else None

    def text(self, part: str, node: "Node", child: "Node") -> str:
        """Return a part's source text, shortened; empty where there is none."""
        span = self.pick(part, node, child)
        return span.text if span is not None else ""


@dataclass(frozen=True, slots=True)
class Records:
    """How a language defines types whose literals give values to their fields by position."""

    pattern: str
    """A pattern that ends before the bracket around the fields; ``{name}`` stands for the type's name."""
    field: str
    """The node type of a field's name."""

    def pattern_of(self, name: str) -> re.Pattern[bytes]:
        """Return the pattern for the type of a name."""
        return re.compile(self.pattern.replace("{name}", re.escape(name)).encode())


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language, by its LSP language id; there is one object for each."""

    id: str
    name: str
    outline: Outline
    format: Format | None = None
    """How it is read without a grammar; the fields below are empty then."""
    is_log: bool = False
    """Whether its files tell what happened: a mistake in one is not theirs."""
    remark: str = ""
    """What a comment begins with that goes on to the end of its line, with the blanks that stand before it behind code;
    without any where it has to have the line for itself. Empty where there are no such comments."""
    grammar: str = ""
    """Module and function of the grammar: ``tree_sitter_python.language``."""
    tokens: Mapping[str, TokenKind] = field(default_factory=dict)
    """The kind of a leaf by its node type."""
    steps: Mapping[str, Step] = field(default_factory=dict)
    """The step by node type; at any other node the way outwards ends."""
    operators: Mapping[str, Operation] = field(default_factory=dict)
    functions: frozenset[str] = frozenset()
    """Node types that define a function with a name and parameters."""
    imports: tuple[re.Pattern[str], ...] = ()
    """For a text that begins with a line end; groups: ``module``, and ``alias`` and ``names`` where they are."""
    importing: Importing | None = None
    """How its imports stand at the head of a file; None where none are added."""
    declared: str = ""
    """A pattern whose group is the type that a name is declared with; empty where none can be."""
    definitions: tuple[str, ...] = ()
    """Patterns that find where a function is defined; ``{name}`` stands for its name, once in each."""
    masks: tuple[re.Pattern[bytes], ...] = ()
    """What stands in for other text, such as ``{{ .Values.code }}``, and is hidden from the grammar."""
    levels: int | None = None
    """So many blocks inside each other are read; None where the grammar copes with any number."""
    folds: bool = False
    """Whether quoted texts may go on further left than the grammar has them."""
    constructor: str = ""
    """How the language calls every constructor; empty where it is called like its class."""
    passing: frozenset[str] = frozenset()
    """Methods whose result stands for their receiver: ``freeze``, ``to_string``."""
    is_applied: bool = False
    """Whether a constant that is a value can be called: ``NotFound(page)``."""
    carriers: frozenset[str] = frozenset()
    """Commands that run the one that is given to them: ``run`` of a shell's tests."""
    documents: frozenset[str] = frozenset()
    """Names of what takes a text as documentation: Elixir's ``@doc``."""
    stand_ins: frozenset[str] = frozenset()
    """Names that stand for what an assertion around them is about: the ``be`` of ``expect(x).to be >= 400``."""
    records: Records | None = None
    ranges: Mapping[str, bool] = field(default_factory=dict)
    """The operators and calls that make a range, and whether its end belongs to it."""
    has_sequences: bool = False
    """Whether commas between the patterns of an arm make a sequence, of which each takes one part."""
    embeddings: tuple[Embedding, ...] = ()
    """Where its files hold code in other languages."""
    aliases: tuple[str, ...] = ()
    """What else it is called where its code stands in other files."""

    @property
    def is_container(self) -> bool:
        """Whether only the code in other languages counts in its files."""
        return self.outline.is_container

    @property
    def is_data(self) -> bool:
        """Whether nothing is defined in its files that others in it take or call."""
        return self.outline.is_data

    @property
    def ecosystems(self) -> tuple[str, ...]:
        """Folders below ``data/ecosystems`` whose constants and calls the language uses."""
        return self.outline.ecosystems

    @property
    def marks(self) -> FileMarks:
        """What tells that a file is of the language."""
        return self.outline.marks

    @property
    def extensions(self) -> tuple[str, ...]:
        """The endings of its files' names, in lower case."""
        return self.marks.extensions

    def operation(self, operator: str) -> Operation:
        """Return what an operator means in this language."""
        operator = " ".join(operator.split())
        found = self.operators.get(operator)
        if found is None and operator.endswith("=="):
            return Operation.EQUALITY
        return found or Operation.OTHER


_STEPS = {
    "annotation": {"callee"},
    "argument": {"callee", "arguments", "receiver", "name", "block", "input"},
    "arguments": set[str](),
    "arm": {"pattern"},
    "assignment": {"field", "target", "type", "value"},
    "binary": {"left", "right", "operator", "operation"},
    "cascade": {"arguments", "callee", "target"},
    "case": {"body"},
    "choice": {"condition"},
    "collection": {"suffix", "mapping"},
    "comparison": {"suffix"},
    "entries": set[str](),
    "guard": set[str](),
    "index": {"object"},
    "keyword": {"name"},
    "macro": {"callee", "defines", "tests", "matches"},
    "member": {"object", "property"},
    "named": {"name"},
    "pair": {"key", "value"},
    "pattern_test": {"subject"},
    "piped": set[str](),
    "range": {"tested"},
    "result": {"body", "default", "name", "type"},
    "returned": set[str](),
    "switch": {"subject"},
    "tail": set[str](),
    "through": set[str](),
    "tokens": set[str](),
    "typed_literal": {"field", "type"},
    "unary": {"operator"},
}


_RANGE_ENDS = {"closed": True, "half-open": False}
_PLAIN = {"defines", "field", "mapping", "matches", "operation", "suffix", "tests"}


class _Languages(Mapping[str, Language]):
    """All languages; each is read when it is first asked for."""

    def __init__(self) -> None:
        self._read: dict[str, Language] = {}

    def __getitem__(self, language: str) -> Language:
        if language not in self._read:
            self._read.update((found.id, found) for found in _read(load_outlines()[language].data))
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(load_outlines())

    def __len__(self) -> int:
        return len(load_outlines())


@cache
def load_languages() -> Mapping[str, Language]:
    """Return every language by its LSP language id."""
    return _Languages()


def _read(name: str) -> list[Language]:
    entry = read_data(name)
    if "format" in entry:
        return _read_formatted(entry, name)
    if "tokens" not in entry:
        return _read_container(entry, name)
    check_fields(
        entry,
        name,
        {"name", "variants", "ecosystems", "tokens", "steps", "functions", "imports", "definition"},
        {
            "applied",
            "carriers",
            "constructor",
            "declared",
            "documents",
            "embeds",
            "importing",
            "folds",
            "levels",
            "masks",
            "operators",
            "passing",
            "ranges",
            "records",
            "sequences",
            "stand_ins",
        },
    )
    operators = {operator: kind for kind, texts in _OPERATORS.items() for operator in texts}
    operators.update((operator, Operation(kind)) for operator, kind in entry.get("operators", {}).items())
    tokens = {node: TokenKind(kind) for kind, nodes in entry["tokens"].items() for node in nodes}
    steps = {node: _step(step, f"{name}: steps: {node}") for node, step in entry["steps"].items()}
    return [
        Language(
            id=variant["id"],
            name=variant.get("name", entry["name"]),
            outline=load_outlines()[variant["id"]],
            remark=variant.get("remark", ""),
            grammar=variant["grammar"],
            tokens=tokens,
            steps=steps,
            operators=operators,
            functions=frozenset(entry["functions"]),
            imports=tuple(_import_pattern(pattern) for pattern in entry["imports"]),
            importing=read_importing(entry["importing"], f"{name}: importing") if "importing" in entry else None,
            declared=entry.get("declared", ""),
            definitions=_listed(entry["definition"]),
            masks=tuple(re.compile(pattern.encode()) for pattern in entry.get("masks", [])),
            levels=entry.get("levels"),
            folds=entry.get("folds", False),
            constructor=entry.get("constructor", ""),
            records=_records(entry, name),
            ranges={operator: _RANGE_ENDS[end] for operator, end in entry.get("ranges", {}).items()},
            has_sequences=entry.get("sequences", False),
            embeddings=_embeddings(entry, name),
            aliases=tuple(variant.get("aliases", ())),
            passing=frozenset(entry.get("passing", [])),
            stand_ins=frozenset(entry.get("stand_ins", [])),
            is_applied=entry.get("applied", False),
            carriers=frozenset(entry.get("carriers", [])),
            documents=frozenset(entry.get("documents", [])),
        )
        for variant in entry["variants"]
    ]


def _read_formatted(entry: dict[str, Any], name: str) -> list[Language]:
    check_fields(entry, name, {"name", "variants", "format"}, {"log"})
    form = read_format(entry["format"], f"{name}: format")
    return [
        Language(
            id=variant["id"],
            name=variant.get("name", entry["name"]),
            outline=load_outlines()[variant["id"]],
            format=form,
            remark=variant.get("remark", ""),
            is_log=entry.get("log", False),
        )
        for variant in entry["variants"]
    ]


def _read_container(entry: dict[str, Any], name: str) -> list[Language]:
    """Read a language of whose files only the code in other languages counts."""
    check_fields(entry, name, {"name", "variants", "embeds"}, {"steps"})
    return [
        Language(
            id=variant["id"],
            name=variant.get("name", entry["name"]),
            outline=load_outlines()[variant["id"]],
            grammar=variant.get("grammar", ""),
            steps={node: _step(step, f"{name}: steps: {node}") for node, step in entry.get("steps", {}).items()},
            embeddings=_embeddings(entry, name),
            aliases=tuple(variant.get("aliases", ())),
        )
        for variant in entry["variants"]
    ]


def _embeddings(entry: dict[str, Any], name: str) -> tuple[Embedding, ...]:
    return tuple(
        read_embedding(item, f"{name}: embeds: {number}") for number, item in enumerate(entry.get("embeds", ()), 1)
    )


def _listed(entry: str | list[str]) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(entry)


def _import_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern; where it begins with a line, ``re`` finds the end of the line before much faster."""
    return re.compile(re.sub(r"\A\^", r"\n", pattern), re.MULTILINE)


def _records(entry: dict[str, Any], name: str) -> Records | None:
    if "records" not in entry:
        return None
    check_fields(entry["records"], f"{name}: records", {"pattern", "field"})
    return Records(**entry["records"])


def _step(entry: str | dict[str, Any], where: str) -> Step:
    if isinstance(entry, str):
        kind, fields = entry, {}
    else:
        fields = dict(entry)
        kind = fields.pop("step", "")
    if kind not in _STEPS:
        msg = f"{where}: unknown step {kind!r}; the steps are {', '.join(_STEPS)}"
        raise RegistryError(msg)
    check_fields(fields, where, (), _STEPS[kind])
    plain = {field: str(value) for field, value in fields.items() if field in _PLAIN}
    selectors = {field: compile_selector(str(value)) for field, value in fields.items() if field not in _PLAIN}
    return Step(kind, selectors, plain)
