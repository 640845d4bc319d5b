"""A text that is being edited: after an edit only what can have met it is judged again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statuslens.config.model import ContextRule
from statuslens.errors import ParseTimeoutError
from statuslens.recognise.candidates import Candidate, find_candidates
from statuslens.recognise.constants import NameJudgement, judge_mentions
from statuslens.recognise.facts import FileFacts, find_facts, names_providers, revise_facts
from statuslens.recognise.judge import Judgement
from statuslens.recognise.judged import (
    PLACE,
    Judged,
    conclude_literals,
    conclude_names,
    keep_literals,
    keep_names,
    keep_outside,
)
from statuslens.recognise.mentions import Mention, find_mentions, has_hint, promising_names
from statuslens.recognise.model import Scan
from statuslens.recognise.scan import MAX_CANDIDATES, MAX_LENGTH, in_code_points, judge_each, scan_text
from statuslens.recognise.spellings import names_in_reach
from statuslens.recognise.weights import load_weights
from statuslens.source.answers import changed_lines, take_over
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.regions import has_regions
from statuslens.source.revision import Revision, revise
from statuslens.source.touched import Spans, find_touched, join_spans

_REACH_AFTER, _REACH_BEFORE = 800, 400
"""Bytes behind and before a literal or name that its judgement can look at, whatever the syntax tree says."""
_CANDIDATE_REACH = 64
"""Bytes beside a candidate that tell whether it is one."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of a text."""

    facts: FileFacts
    literals: list[Judged[Judgement]]
    names: list[Judged[NameJudgement]]
    candidates: int
    aliases: frozenset[str]
    """What the file calls names that it imports."""
    is_hinted: bool
    has_providers: bool
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
        self._min_confidence = min_confidence
        self._state: _State | None = None
        self.text = text
        """The text with all edits."""
        self.was_redone = True
        """Whether all of the text was looked at for the last scan."""
        self.scan = self._redo()
        """What means a status in the text."""

    def edit(self, start: int, end: int, replacement: str) -> Scan:
        """Replace the part between two offsets in code points, and return what means a status then.

        Raises MissingGrammarError as ``scan_text`` does.
        """
        state, self._state = self._state, None
        self._state = _edited(state, start, end, replacement) if state is not None else None
        self.was_redone = self._state is None
        if self._state is None:
            self.text = f"{self.text[:start]}{replacement}{self.text[end:]}"
            self.scan = self._redo()
        else:
            self.text = self._state.facts.document.text
            self.scan = self._conclude(self._state)
        return self.scan

    def _redo(self) -> Scan:
        self._state = _state_of(self.text, self._language, self._contexts, prose=self._prose)
        if self._state is not None:
            return self._conclude(self._state)
        return scan_text(
            self.text,
            language=self._language,
            contexts=self._contexts,
            prose=self._prose,
            min_confidence=self._min_confidence,
        )

    def _conclude(self, state: _State) -> Scan:
        document = state.facts.document
        least = load_weights().threshold if self._min_confidence is None else self._min_confidence
        found = conclude_literals(state.literals, document.data, least)
        found += conclude_names(state.names, document.data, least)
        return Scan(self._language, document.lines, in_code_points(found, document), document=document)


def _state_of(text: str, language_id: str, contexts: tuple[ContextRule, ...], *, prose: bool) -> _State | None:
    """Judge all of a text; None where it is no source with a syntax tree, or has code in other languages inside."""
    language = load_languages().get(language_id)
    if language is None or language.format is not None or language.is_container or len(text) > MAX_LENGTH:
        return None
    document = Document(text, language)
    candidates = list(find_candidates(document.data))
    names = promising_names(document.data, language) if language.ecosystems else frozenset()
    if not (candidates or names) or len(candidates) > MAX_CANDIDATES or has_regions(document):
        return None
    try:
        _ = document.tree
    except ParseTimeoutError:
        return None
    facts = find_facts(document, contexts)
    aliases = names_in_reach(names, facts)
    return _State(
        facts,
        sorted(_judge_literals(candidates, facts, prose=prose), key=PLACE),
        sorted(_judge_names(find_mentions(document.data, names | aliases, language), facts), key=PLACE),
        len(candidates),
        aliases,
        has_hint(document.data),
        names_providers(document.data),
        prose,
    )


def _judge_literals(candidates: Iterable[Candidate], facts: FileFacts, *, prose: bool) -> list[Judged[Judgement]]:
    return keep_literals(judge_each(candidates, facts, load_weights(), prose=prose))


def _judge_names(mentions: Iterable[Mention], facts: FileFacts) -> list[Judged[NameJudgement]]:
    return keep_names(judge_mentions(mentions, facts, load_weights()))


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
    new, lines = revision.new, changed_lines(revision, _CANDIDATE_REACH)
    count = state.candidates + len(list(find_candidates(lines.new))) - len(list(find_candidates(lines.old)))
    if count > MAX_CANDIDATES:
        return None
    candidates = [item for span in spans for item in _candidates_in(new.data, *span)]
    mentions = (item for span in spans for item in _mentions_in(new, *span, state))
    literals = keep_outside(state.literals, spans, revision.difference, facts) + _judge_literals(
        candidates, facts, prose=state.prose
    )
    names = keep_outside(state.names, spans, revision.difference, facts) + _judge_names(mentions, facts)
    return _State(
        facts,
        sorted(literals, key=PLACE),
        sorted(names, key=PLACE),
        count,
        state.aliases,
        state.is_hinted,
        state.has_providers,
        state.prose,
    )


def _revised_facts(state: _State, revision: Revision) -> FileFacts | None:
    """Return the facts of a changed text, or None where they are others, or may say something else of other lines."""
    old, new, lines = revision.old, revision.new, changed_lines(revision)
    if len(new.text) > MAX_LENGTH or has_regions(new):
        return None
    if old.asked.providers and (state.has_providers or names_providers(lines.new)):
        return None
    if not lines.are_alike(has_hint) and has_hint(new.data) != state.is_hinted:
        return None
    return revise_facts(state.facts, new, lines.old, lines.new) if take_over(revision) else None


def _spans_to_judge(revision: Revision) -> Spans | None:
    """Return where literals and names can have met a change, or None where that may be anywhere."""
    difference, size = revision.difference, len(revision.new.data)
    touched = find_touched(revision)
    if touched is None:
        return None
    around = (max(0, difference.start - _REACH_AFTER), min(size, difference.new_end + _REACH_BEFORE))
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
    part = data[first:last] if language.ecosystems else b""
    names = promising_names(part, language, is_hinted=state.is_hinted) | state.aliases
    for item in find_mentions(data, names, language, first, last):
        if start <= item.name_start < end:
            yield item
