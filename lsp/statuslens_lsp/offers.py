"""What can be done about the statuses in a range of a text: mend, choose, rewrite, ignore."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from lsprotocol import types as lsp

from statuslens.rules import Edit, Finding, Fix
from statuslens.rules.alternatives import find_alternatives, find_rewritings
from statuslens.rules.apply import fixes_of
from statuslens.rules.silencing import silence_file, silence_line
from statuslens.rules.unused_suppression import NAME as UNUSED_SUPPRESSION
from statuslens_lsp.edits import FileEdit, difference, edit_view, is_shown
from statuslens_lsp.offered import FIX_ALL
from statuslens_lsp.views import View

MOST = 10
"""So many findings of a range, and so many statuses; nobody reads what can be done about more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client asks about: a range, in offsets of the analysed text, and the findings there."""

    view: View
    start: int
    end: int
    findings: Sequence[Finding]

    @property
    def first_of_rules(self) -> Sequence[Finding]:
        """The first finding of each rule."""
        return list({finding.rule: finding for finding in reversed(self.findings)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done."""

    title: str
    kind: str
    start: int
    end: int
    """With ``start`` the place that it is about, in offsets of the analysed text."""
    make: Callable[[], FileEdit]
    """What does it."""
    finding: Finding | None = None
    """What it is done about."""
    is_preferred: bool = False
    """Whether nobody would choose anything else."""


def offer_fixes(asked: Asked) -> Iterator[Offer]:
    """Yield what mends each finding: its own fix, then those of which only a person can say which is right."""
    view = asked.view
    for finding in asked.findings:
        own = (finding.fix,) if finding.fix is not None else ()
        for fix in (*own, *find_alternatives(finding, view.analysis.pieces)):
            title = fix.title if fix.is_safe or fix not in own else f"{fix.title} (unsafe)"
            yield from _offer(view, title, fix.edits, finding, is_preferred=fix.is_safe)


def offer_silence(asked: Asked) -> Iterator[Offer]:
    """Yield the comments that keep each finding from being reported on its line, and each rule from it in the file."""
    view, pieces = asked.view, asked.view.analysis.pieces
    for place, findings, silence in (
        ("on this line", asked.findings, silence_line),
        ("in this file", asked.first_of_rules, silence_file),
    ):
        for finding in findings:
            edit = silence(finding, pieces) if finding.rule != UNUSED_SUPPRESSION else None
            if edit is not None:
                yield from _offer(view, f"Ignore {finding.rule} {place}", (edit,), finding)


def offer_rewritings(asked: Asked) -> Iterator[Offer]:
    """Yield the other way to write each status: as a constant, as a number."""
    view = asked.view
    for problem in islice(find_rewritings(asked.start, asked.end, view.analysis.pieces), MOST):
        fix = problem.fix
        if fix is not None and is_shown(fix.edits, view):
            make = partial(edit_view, view, fix.edits)
            yield Offer(fix.title, lsp.CodeActionKind.RefactorRewrite, problem.start, problem.end, make)


def offer_fix_all(asked: Asked) -> Iterator[Offer]:
    """Yield what mends all of the text that can be mended safely."""
    view = asked.view
    if any(is_shown(fix.edits, view) for fix in fixes_of(view.findings, with_unsafe=False)):
        yield Offer("Mend all that can be mended safely", FIX_ALL, view.start, view.end, partial(_mend, view))


def _offer(
    view: View, title: str, edits: Sequence[Edit], finding: Finding, *, is_preferred: bool = False
) -> Iterator[Offer]:
    if is_shown(edits, view):
        make = partial(edit_view, view, edits)
        yield Offer(title, lsp.CodeActionKind.QuickFix, finding.start, finding.end, make, finding, is_preferred)


def _mend(view: View) -> FileEdit:
    from statuslens.workspace.mend import mend_text  # noqa: PLC0415 (it would delay every start)

    analysis = view.analysis
    old = analysis.scan.lines.text
    behind = len(old) - view.end

    def choose(found: Iterable[Finding], text: str) -> list[Fix]:
        last = len(text) - behind
        return [
            fix
            for fix in fixes_of(found, with_unsafe=False)
            if all(view.start <= edit.start and edit.end <= last for edit in fix.edits)
        ]

    new, _, _ = mend_text(old, analysis.findings, lambda text: analysis.of(text).findings, choose)
    return edit_view(view, [difference(old, new)])
