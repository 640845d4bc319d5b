"""What is said of code inside another file, at its place in that file."""

from dataclasses import replace

from statuslens.recognise import Part
from statuslens.rules.model import Edit, Fix, Problem, Related


def place_problem(problem: Problem, part: Part) -> Problem | None:
    """Return a problem in a part at its place in the file; None where it is not of one piece there."""
    span = place_span(problem.start, problem.end, part)
    if span is None:
        return None
    related = (
        Related(*placed, item.message) for item in problem.related if (placed := place_span(item.start, item.end, part))
    )
    return replace(problem, start=span[0], end=span[1], related=tuple(related), fix=place_fix(problem.fix, part))


def place_span(start: int, end: int, part: Part) -> tuple[int, int] | None:
    """Return what some characters of a part stand for in the file; None where they are not of one piece there."""
    first, last = part.region.excerpt.place(start, end)
    is_whole = any(begin <= first and last <= finish for begin, finish in part.region.spans)
    return (first, last) if is_whole else None


def place_fix(fix: Fix | None, part: Part) -> Fix | None:
    """Return a fix in a part as one of the file; None where the file does not hold the code as it is."""
    edits = []
    for edit in fix.edits if fix is not None else ():
        span = place_span(edit.start, edit.end, part) if edit.start < edit.end else None
        if span is None or span[1] - span[0] != edit.end - edit.start:
            return None
        edits.append(Edit(*span, edit.text))
    return replace(fix, edits=tuple(edits)) if fix is not None else None
