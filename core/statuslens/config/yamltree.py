"""Read YAML into nodes: from the parser's events, so that neither depth nor aliases can run away."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from statuslens.config.nodes import MAX_DEPTH, Items, Kind, Node, Scalar, Table, Where
from statuslens.errors import ConfigError

MAX_NODES = 10_000
"""Values after aliases are written out; a large team file has some hundreds."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_TEXT_TAGS = {"!", f"{_TAG}str"}
_OWN_TAGS = {None, "!", f"{_TAG}map", f"{_TAG}seq"}
_KINDS = {
    f"{_TAG}str": Kind.TEXT,
    f"{_TAG}value": Kind.TEXT,
    f"{_TAG}int": Kind.INTEGER,
    f"{_TAG}float": Kind.NUMBER,
    f"{_TAG}bool": Kind.TRUTH,
    f"{_TAG}null": Kind.NOTHING,
}


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end is still to come."""

    is_table: bool
    anchor: str | None
    line: int
    count_before: int
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """What is read so far."""

    where: Where
    count: int = 0
    documents: int = 0
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    """Each with how many values it stands for."""
    root: Node | None = None

    def take(self, event: Any) -> None:  # noqa: ANN401 (the stubs of PyYAML leave the events' fields untyped)
        line = event.start_mark.line + 1
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self.where.problem(line, "a second document starts here; keep one")
            case yaml.AliasEvent():
                self._add_alias(event.anchor, line)
            case yaml.ScalarEvent():
                self._grow(1, line)
                self._add(_scalar(event, line, self.where), event.anchor, 1)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._start(event, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()

    def _start(self, event: Any, line: int) -> None:  # noqa: ANN401
        if event.tag not in _OWN_TAGS:
            raise self._unread_tag(event.tag, line)
        if len(self.stack) == MAX_DEPTH:
            raise self.where.problem(line, f"nested more than {MAX_DEPTH} deep; a team file needs four")
        self.stack.append(_Open(isinstance(event, yaml.MappingStartEvent), event.anchor, line, self.count))
        self._grow(1, line)

    def _end(self) -> None:
        done = self.stack.pop()
        node = self._table(done) if done.is_table else Items(tuple(done.children), done.line)
        self._add(node, done.anchor, self.count - done.count_before)

    def _table(self, done: _Open) -> Table:
        entries = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise self.where.problem(key.line, "a list or mapping stands where a key belongs; write a name")
            entries.append((key, value))
        return Table(tuple(entries), done.line)

    def _add_alias(self, name: str | None, line: int) -> None:
        if name is None or name not in self.anchors:
            raise self.where.problem(line, f"*{name} stands for nothing: no &{name} ends before it")
        node, size = self.anchors[name]
        self._grow(size, line)
        self._add(node, None, size)

    def _add(self, node: Node, anchor: str | None, size: int) -> None:
        if anchor:
            self.anchors[anchor] = (node, size)
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def _grow(self, size: int, line: int) -> None:
        self.count += size
        if self.count > MAX_NODES:
            raise self.where.problem(line, f"more than {MAX_NODES:,} values, aliases written out; make it smaller")

    def _unread_tag(self, tag: str, line: int) -> ConfigError:
        return self.where.problem(line, f"the tag {tag} is not read; leave it out")


def read_yaml(text: str, where: Where) -> Node | None:
    """Return the tree of a YAML document, None where it holds only comments."""
    builder = _Builder(where)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        trouble = " ".join((error.problem or "it cannot be read").split())
        raise where.problem(mark.line + 1 if mark else None, f"not valid YAML: {trouble}") from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser, where libyaml is missing, lets through what chr() says of an impossible escape.
        raise where.problem(None, f"not valid YAML: {' '.join(str(error).split())}") from error
    return None if isinstance(builder.root, Scalar) and builder.root.kind is Kind.NOTHING else builder.root


def _scalar(event: yaml.ScalarEvent, line: int, where: Where) -> Scalar:
    tag, (is_plain, _) = event.tag, event.implicit
    if tag is not None and tag not in _TEXT_TAGS:
        raise where.problem(line, f"the tag {tag} is not read; leave it out")
    if tag is None and is_plain:
        tag = _resolver().resolve(yaml.ScalarNode, event.value, (True, False))
        return Scalar(_KINDS.get(tag, Kind.OTHER), event.value, line)
    return Scalar(Kind.TEXT, event.value, line)


@cache
def _resolver() -> Any:  # noqa: ANN401 (untyped in the stubs)
    return yaml.resolver.Resolver()
