"""What a document was asked of the names in its text."""

from dataclasses import dataclass, field

from statuslens.source.names import Places


@dataclass(slots=True)
class Asked:
    """The names that were asked for, with the answers. Offsets are in bytes."""

    assigned: dict[str, Places] = field(default_factory=dict)
    declared: dict[str, Places] = field(default_factory=dict)
    given_with: dict[str, frozenset[str]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    members: dict[str, frozenset[str]] = field(default_factory=dict)
    prefixed: dict[str, frozenset[str]] = field(default_factory=dict)
    times_set: dict[str, int] = field(default_factory=dict)
    parameters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compared: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    defined: dict[str, int | None] = field(default_factory=dict)
    """Where the names of functions end in their definitions."""
    records: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where the types stand that have fields."""
    providers: set[str] = field(default_factory=set)
    """Functions that were thought to provide test data."""
    placed: frozenset[str] = frozenset()
    """Names whose assignments and declarations were asked for in an earlier state of the text."""
