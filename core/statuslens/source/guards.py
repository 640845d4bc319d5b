"""Guards of a match's arms, in which a name stands for what is matched: ``case s if s >= 500``."""

import re
from dataclasses import replace

from statuslens.source.context import Context
from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_BOUND_NAME = re.compile(r"(?:\A|[\s(])([^\W\d]\w*)\Z")
_GUARD_STEPS = 4
"""Nodes between a literal and its guard."""
_SWITCH_STEPS = 4
"""Nodes between a guard and what is matched."""


def unguard(context: Context, literal: Node, language: Language) -> Context:
    """Return a context of a literal with the subject of the match around, where a guard's name stands for it."""
    if not context.subject.isidentifier():
        return context
    guard = _around(literal, "guard", _GUARD_STEPS, language)
    pattern = guard.prev_named_sibling if guard is not None else None
    bound = _BOUND_NAME.search(text_of(pattern))
    if guard is None or bound is None or bound[1] != context.subject:
        return context
    switch = _around(guard, "switch", _SWITCH_STEPS, language)
    subject = language.steps[switch.type].text("subject", switch, guard) if switch is not None else ""
    return replace(context, subject=subject or context.subject)


def _around(node: Node, kind: str, reach: int, language: Language) -> Node | None:
    """Return the nearest node of a kind of step around a node, no further away than a reach."""
    for _ in range(reach):
        parent = node.parent
        if parent is None:
            return None
        step = language.steps.get(parent.type)
        if step is not None and step.kind == kind:
            return parent
        node = parent
    return None
