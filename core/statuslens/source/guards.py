"""Guards of a match's arms, in which a name stands for what is matched: ``case s if s >= 500``."""

import re

from statuslens.source.context import Context, Walk
from statuslens.source.selector import text_of

_BOUND_NAME = re.compile(r"(?:\A|[\s(])([^\W\d]\w*)\Z")
_GUARD_STEPS = 4
"""Nodes between a literal and its guard."""
_SWITCH_STEPS = 4
"""Nodes between a guard and what is matched."""


def unguard(context: Context, walk: Walk) -> Context:
    """Return a context of a literal with the subject of the match around, where a guard's name stands for it."""
    if not context.subject.isidentifier():
        return context
    guard = _find(walk, "guard", 0, _GUARD_STEPS)
    pattern = walk.around[guard].prev_named_sibling if guard is not None else None
    bound = _BOUND_NAME.search(text_of(pattern))
    if guard is None or bound is None or bound[1] != context.subject:
        return context
    place = _find(walk, "switch", guard + 1, _SWITCH_STEPS)
    if place is None:
        return context
    switch = walk.around[place]
    subject = walk.language.steps[switch.type].text("subject", switch, walk.around[guard])
    return context._replace(subject=subject or context.subject)


def _find(walk: Walk, kind: str, start: int, reach: int) -> int | None:
    """Return the place of the nearest node of a kind of step, no further away than a reach."""
    for place, node in enumerate(walk.around[start : start + reach], start):
        step = walk.language.steps.get(node.type)
        if step is not None and step.kind == kind:
            return place
    return None
