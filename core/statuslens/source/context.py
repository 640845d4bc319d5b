"""The context of a literal: what it is passed to, compared with, assigned to; alike in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from statuslens.source.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statuslens.source.path import Path
    from statuslens.source.syntax import Node


class Relation(StrEnum):
    """How a literal stands to the subject of its context."""

    ANNOTATED = "given in an annotation"
    ANSWERED = "the answer to"
    ARGUMENT = "passed to"
    ASSIGNED = "assigned to"
    BOUNDED = "a bound of"
    CALLED = "in what is called with"
    CASE = "a case of"
    COMPARED = "compared with"
    CALCULATED = "calculated with"
    DESCRIBED = "said of"
    DIVISOR = "divides"
    ELEMENT = "an element beside others"
    FALLBACK = "stands in for"
    INDEX = "looked up in"
    KEY = "a key in"
    KEYED = "the value of"
    KEYWORD = "passed as"
    MEMBER = "among the values of"
    METHOD = "has a method"
    NAMED = "defined in"
    RETURNED = "returned by"
    TYPED = "a value of type"


class Context(NamedTuple):
    """One relation between a literal and something around it."""

    relation: Relation
    subject: str
    """The source text of what the literal is related to, shortened."""
    position: int | None = None
    """The position of the literal among arguments or elements, from zero."""
    operator: str = ""
    others: tuple[str, ...] = ()
    """Source texts of the other arguments or elements beside the literal."""
    element: int | None = None
    """The position of the literal in the innermost list or tuple around it, from zero."""
    is_range: bool = False
    """Whether the literal is an end of a range: ``200..299``."""
    columns: tuple[str, ...] = ()
    """Of an annotation: the parameters of the function that it stands on."""
    is_left: bool = False
    """Whether the literal stands left of the operator."""
    node: "Node | None" = field(default=None, compare=False, repr=False)
    """The call, comparison, assignment or the like."""


@dataclass(frozen=True, slots=True)
class Siblings:
    """The named children of a node, comments aside."""

    places: Mapping[int, int]
    """The place of each among them, by its id."""
    texts: tuple[str, ...]
    """Their source texts, shortened."""


@dataclass(slots=True)
class Walk:
    """The state of one way from a literal outwards."""

    language: Language
    path: "Path"
    node: "Node"
    """The literal's."""
    around: "Sequence[Node]"
    """The nodes around it, innermost first."""
    siblings: dict[int, Siblings]
    """What ways from other literals have read."""
    place: int = 0
    """Where among the nodes around it the way has come to."""
    contexts: list[Context] = field(default_factory=list)
    position: int | None = None
    others: tuple[str, ...] = ()
    element: int | None = None
    in_switch: bool = False
    in_range: bool = False

    @property
    def outward(self) -> "Sequence[Node]":
        """The nodes around the one that is met, innermost first."""
        return self.around[self.place + 1 :]

    @property
    def outer(self) -> "Node | None":
        """The first of them."""
        return self.around[self.place + 1] if self.place + 1 < len(self.around) else None

    def add(
        self,
        relation: Relation,
        subject: str,
        operator: str = "",
        columns: tuple[str, ...] = (),
        *,
        is_left: bool = False,
    ) -> None:
        """Add a context with what was met since the one before."""
        met = self.position, operator, self.others, self.element, self.in_range, columns
        node = self.around[self.place] if self.around else None
        self.contexts.append(Context(relation, subject, *met, is_left, node))
        self.position, self.others = None, ()
