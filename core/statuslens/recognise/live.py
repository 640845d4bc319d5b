"""A text that is being edited: after an edit only what can have met it is judged again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from statuslens.config.model import ContextRule
from statuslens.errors import ParseTimeoutError
from statuslens.recognise.candidates import Candidate, find_candidates
from statuslens.recognise.constants import NameJudgement, accept_name, compare_names, judge_mentions, kin_of_name
from statuslens.recognise.facts import FileFacts, defines_columns, find_facts, names_providers, revise_facts
from statuslens.recognise.hints import has_hint
from statuslens.recognise.judge import Judgement, judge
from statuslens.recognise.judged import Judgements
from statuslens.recognise.mentions import Mention, find_mentions
from statuslens.recognise.model import Occurrence, Scan
from statuslens.recognise.promising import promising_names
from statuslens.recognise.scan import (
    MAX_CANDIDATES,
    MAX_LENGTH,
    accept,
    compare,
    extremes,
    judge_each,
    kin_of,
    scan_text,
    without_overlaps,
)
from statuslens.recognise.spellings import names_in_reach
from statuslens.recognise.weights import load_weights
from statuslens.source.answers import take_over
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex
from statuslens.source.regions import adds_regions, has_regions
from statuslens.source.revision import Revision, changed_lines, is_sound, revise, unasked
from statuslens.source.touched import Spans, find_touched, join_spans

_REACHES = {False: (800, 400), True: (200, 200)}
"""Bytes behind and before a literal or name that its judgement can look at, whatever the syntax tree says; fewer in a
language of data, where nothing is passed on."""
_COLUMN_REACH = 400
"""Bytes of the definition of a column."""
_CANDIDATE_REACH = 64
"""Bytes beside a candidate that tell whether it is one."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of a text."""

    facts: FileFacts
    literals: Judgements[Judgement]
    names: Judgements[NameJudgement]
    candidates: int
    aliases: frozenset[str]
    """What the file calls names that it imports."""
    is_hinted: bool
    prose: bool


class LiveText:
    """A text that is being edited, and what means a status in it at any time.

    The parameters are those of ``scan_text``, and so is the result: after every edit it is the one that ``scan_text``
    has for the whole text. An edit costs about as much as its grammar needs to parse it, unless it touches what tells
    of all the text, such as an import; then all of the text is looked at again.

    Raises MissingGrammarError as ``scan_text`` does.
    """

    def __init__(
        self,
        text: str,
        *,
        language: str,
        contexts: Iterable[ContextRule] = (),
        prose: bool = False,
        min_confidence: float | None = None,
    ) -> None:
        self._language = language
        self._contexts = tuple(contexts)
        self._prose = prose
        self._least = load_weights().threshold if min_confidence is None else min_confidence
        self._state: _State | None = None
        self._scan: Scan | None = None
        self.was_redone = True
        """Whether all of the text was looked at for the last edit."""
        self._redo(text)

    @property
    def text(self) -> str:
        """The text with all edits."""
        return self._lines.text

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return self._lines

    @property
    def scan(self) -> Scan:
        """What means a status in the text."""
        if self._scan is None:
            self._scan = self._conclude()
        return self._scan

    @property
    def is_followed(self) -> bool:
        """Whether edits and probes cost no look at all of the text."""
        return self._state is not None

    def edit(self, start: int, end: int, replacement: str) -> None:
        """Replace the part between two offsets in code points.

        Raises MissingGrammarError as ``scan_text`` does.
        """
        state, self._state = self._state, None
        self._state = _edited(state, start, end, replacement) if state is not None else None
        self.was_redone = self._state is None
        if self._state is None:
            self._redo(f"{self.text[:start]}{replacement}{self.text[end:]}")
        else:
            self._lines, self._scan = self._state.facts.document.lines, None

    def probe(self, start: int, end: int, number: str) -> Scan:
        """Look at what a number of three digits would mean in the place of a part, between two offsets in code points.

        Returns the scan of the text that has it, which is not kept. The scan holds no more than the occurrence that
        the number is, with the reasons that were needed to tell; none where a number breaks what is sound without it.
        """
        scan = _probed(self._state, start, end, number, self._least) if self._state is not None else None
        if scan is None:
            scan = self._scan_whole(f"{self.text[:start]}{number}{self.text[end:]}")
        found = (item for item in scan.occurrences if (item.start, item.end) == (start, start + len(number)))
        return replace(scan, occurrences=tuple(found))

    def _redo(self, text: str) -> None:
        self._lines, self._scan = LineIndex(text), None
        self._state = _state_of(text, self._language, self._contexts, self._least, prose=self._prose)

    def _conclude(self) -> Scan:
        if self._state is None:
            return self._scan_whole(self.text)
        facts, document = self._state.facts, self._state.facts.document
        literals, names = self._state.literals, self._state.names
        found = literals.conclude(document.waypoints) + names.conclude(document.waypoints)
        return Scan(self._language, self._lines, tuple(without_overlaps(found)), document=document, facts=facts)

    def _scan_whole(self, text: str) -> Scan:
        return scan_text(
            text,
            language=self._language,
            contexts=self._contexts,
            prose=self._prose,
            min_confidence=self._least,
        )


def _state_of(
    text: str, language_id: str, contexts: tuple[ContextRule, ...], least: float, *, prose: bool
) -> _State | None:
    """Judge all of a text; None where it is no source with a syntax tree, or has code in other languages inside."""
    language = load_languages().get(language_id)
    if language is None or language.format is not None or language.is_container or len(text) > MAX_LENGTH:
        return None
    document = Document(text, language)
    candidates = list(find_candidates(document.data))
    names = promising_names(document.data, language.outline)
    if not (candidates or names) or len(candidates) > MAX_CANDIDATES or not is_sound(text) or has_regions(document):
        return None
    try:
        _ = document.tree
    except ParseTimeoutError:
        return None
    facts = find_facts(document, contexts)
    aliases = names_in_reach(names, facts)
    state = _State(
        facts,
        _no_literals(least),
        _no_names(least),
        len(candidates),
        aliases,
        has_hint(document.data),
        prose,
    )
    mentions = find_mentions(document.data, names | aliases, language)
    _judge(state, ((0, len(document.data)),), candidates, mentions)
    return state


def _no_literals(least: float) -> Judgements[Judgement]:
    weights = load_weights()
    return Judgements(
        kin_of, lambda items: compare(items, weights), lambda item, data: accept(item, data, weights, least)
    )


def _no_names(least: float) -> Judgements[NameJudgement]:
    weights = load_weights()

    def accept_enough(name: NameJudgement, data: bytes) -> Occurrence | None:
        found = accept_name(name, data, weights)
        return found if found is not None and found.confidence >= least else None

    return Judgements(kin_of_name, lambda names: compare_names(names, weights), accept_enough)


def _judge(state: _State, spans: Spans, candidates: Iterable[Candidate], mentions: Iterable[Mention]) -> None:
    """Judge what stands in some spans; it replaces the judgements of what stood there."""
    facts, weights, waypoints = state.facts, load_weights(), state.facts.document.waypoints
    literals = judge_each(candidates, facts, weights, prose=state.prose)
    names = judge_mentions(mentions, facts, weights)
    state.literals.renew(spans, ((item.candidate.start, item) for item in literals), waypoints)
    state.names.renew(spans, ((item.mention.name_start, item) for item in names), waypoints)


def _edited(state: _State, start: int, end: int, replacement: str) -> _State | None:
    try:
        revision = revise(state.facts.document, start, end, replacement)
    except ParseTimeoutError:
        return None
    return _revised(state, revision) if revision is not None else None


def _revised(state: _State, revision: Revision) -> _State | None:
    """Return the state after a change, or None where it is not known what it alters."""
    facts = _revised_facts(state, revision)
    spans = _spans_to_judge(revision) if facts is not None else None
    if facts is None or spans is None:
        return None
    lines = changed_lines(revision, _CANDIDATE_REACH)
    count = state.candidates + len(list(find_candidates(lines.new))) - len(list(find_candidates(lines.old)))
    if count > MAX_CANDIDATES:
        return None
    new = replace(state, facts=facts, candidates=count)
    for judgements in (new.literals, new.names):
        judgements.move(revision.difference, revision.distance)
    candidates = (item for span in spans for item in _candidates_in(revision.new.data, *span))
    mentions = (item for span in spans for item in _mentions_in(revision.new, *span, state))
    _judge(new, spans, candidates, mentions)
    return new


def _revised_facts(state: _State, revision: Revision) -> FileFacts | None:
    """Return the facts of a changed text, or None where they are others, or may say something else of other lines."""
    old, new, lines = revision.old, revision.new, changed_lines(revision)
    if len(new.data) > MAX_LENGTH or adds_regions(revision):
        return None
    if old.asked.providers and (state.facts.names_providers or names_providers(lines.new)):
        return None
    if _may_alter_columns(revision):
        return None
    if not lines.are_alike(has_hint) and has_hint(new.data) != state.is_hinted:
        return None
    return revise_facts(state.facts, new, lines.old, lines.new) if take_over(revision) else None


def _may_alter_columns(revision: Revision) -> bool:
    """Tell whether a change may say of a table of test data that it has other columns."""
    lines = changed_lines(revision, _COLUMN_REACH)
    if defines_columns(lines.old) or defines_columns(lines.new):
        return True
    return not lines.are_alike(_count_ends) and defines_columns(revision.new.data)


def _count_ends(lines: bytes) -> int:
    return lines.count(b"\n}") + lines.startswith(b"}")


def _spans_to_judge(revision: Revision) -> Spans | None:
    """Return where literals and names can have met a change, or None where that may be anywhere."""
    difference, language = revision.difference, revision.new.language
    touched = find_touched(revision)
    if touched is None:
        return None
    behind, before = _REACHES[language.is_data]
    around = (max(0, difference.start - behind), min(len(revision.new.data), difference.new_end + before))
    return join_spans((around, *touched))


def _candidates_in(data: bytes, start: int, end: int) -> Iterator[Candidate]:
    first = max(0, start - _CANDIDATE_REACH)
    for item in find_candidates(data[first : end + _CANDIDATE_REACH]):
        if start <= first + item.start < end:
            yield Candidate(item.shape, first + item.start, first + item.end)


def _mentions_in(document: Document, start: int, end: int, state: _State) -> Iterator[Mention]:
    data, language = document.data, document.language
    first, last = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", end)
    last = len(data) if last < 0 else last
    names = promising_names(data[first:last], language.outline, is_hinted=state.is_hinted) | state.aliases
    for item in find_mentions(data, names, language, first, last):
        if start <= item.name_start < end:
            yield item


def _probed(state: _State, start: int, end: int, number: str, least: float) -> Scan | None:
    """Return the scan of a text with a number in it; None where all of that text has to be looked at."""
    try:
        revision = revise(state.facts.document, start, end, number, is_trial=True)
    except ParseTimeoutError:
        return None
    if revision is None or state.candidates >= MAX_CANDIDATES or len(revision.new.data) > MAX_LENGTH:
        return None
    if adds_regions(revision):
        return None
    change, document = revision.change, revision.new
    candidates = () if revision.is_broken else tuple(_candidates_in(document.data, change.start, change.new_end))
    found = _probed_occurrence(candidates[0], state, revision, least) if candidates else None
    if found is None:
        return Scan(document.language.id, document.lines, (), document=document)
    first = start + found.start - change.start
    occurrence = replace(found, start=first, end=first + len(found.text))
    return Scan(document.language.id, document.lines, (occurrence,), document=document)


def _probed_occurrence(candidate: Candidate, state: _State, revision: Revision, least: float) -> Occurrence | None:
    """Return the occurrence that a candidate of a changed text is, its offsets in bytes."""
    facts, weights = _revised_facts(state, revision), load_weights()
    spans = _spans_to_judge(revision) if facts is not None else None
    if facts is None or spans is None:
        facts = find_facts(unasked(revision.new), state.facts.team)
    literal = judge(candidate, facts, weights, prose=state.prose)
    lowest, highest = extremes(literal, weights) if literal is not None else (0.0, 0.0)
    if literal is None or highest < least:
        return None
    if lowest < least:
        _compare_probed(literal, state, revision, facts, spans)
    return state.literals.accept(literal, revision.new.data)


def _compare_probed(
    literal: Judgement, state: _State, revision: Revision, facts: FileFacts, spans: Spans | None
) -> None:
    """Tell a literal what others say of it; they are as they were but for those in some spans, or none are."""
    data, weights = revision.new.data, load_weights()
    where = ((0, len(data)),) if spans is None else spans
    candidates = (item for span in where for item in _candidates_in(data, *span) if item != literal.candidate)
    judgements = [literal, *judge_each(candidates, facts, weights, prose=state.prose)]
    if spans is None:
        compare(judgements, weights)
    else:
        fresh = ((item.candidate.start, item) for item in judgements)
        state.literals.compare_after(revision.change, literal, spans, fresh)
