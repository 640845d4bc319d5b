"""Regions: the places of a file that hold code in another language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from statuslens.source.document import Document
from statuslens.source.embedding import Embedding
from statuslens.source.excerpt import Excerpt, Piece, copy
from statuslens.source.language import Language
from statuslens.source.naming import language_named
from statuslens.source.revision import Revision, changed_lines
from statuslens.source.tree import Entries, Entry

_QUOTED = "[\"']:"
_KEY_REACH = 400
"""Bytes from a key to its colon."""


@dataclass(frozen=True, slots=True)
class Region:
    """Code in another language than its file's."""

    language: str
    """The LSP language id."""
    excerpt: Excerpt
    spans: tuple[tuple[int, int], ...]
    """Where the code stands in the file, in code points; several of a file can be one program."""


@dataclass(frozen=True, slots=True)
class _Code:
    """One place, before the places that belong together are joined."""

    name: str | None
    """What the file calls its language, where it does."""
    pieces: tuple[Piece, ...]


def has_regions(document: Document) -> bool:
    """Tell at the price of a search whether a file can hold code in another language."""
    language = document.language
    found = any(embedding.finds.search(document.text) for embedding in language.embeddings if embedding.finds)
    return found or (_colon_of(language) is not None and _has_key(document.text, language))


def adds_regions(revision: Revision) -> bool:
    """Tell whether a file that has no code in another language may have some after a change."""
    language = revision.new.language
    if any(embedding.finds for embedding in language.embeddings):
        return has_regions(revision.new)
    return _has_key(changed_lines(revision, _KEY_REACH).new.decode("utf-8", "replace"), language)


def _has_key(text: str, language: Language) -> bool:
    colon = _colon_of(language)
    return colon is not None and colon.search(text) is not None


def find_regions(document: Document) -> list[Region]:
    """Return the regions of a file in languages that are known."""
    codes: dict[Embedding, list[_Code]] = {}
    for embedding, code in (*_keyed_codes(document), *_found_codes(document)):
        if code.pieces and not _is_packed(code, embedding):
            codes.setdefault(embedding, []).append(code)
    regions = (region for embedding, own in codes.items() for region in _regions_of(own, embedding))
    return [region for region in regions if region.language != document.language.id]


def _found_codes(document: Document) -> Iterator[tuple[Embedding, _Code]]:
    for embedding in document.language.embeddings:
        if embedding.finds is None:
            continue
        names_language = "language" in embedding.finds.groupindex
        for match in embedding.finds.finditer(document.text):
            if match["code"]:
                pieces = tuple(copy(document.text, *match.span("code")))
                yield embedding, _Code(match["language"] if names_language else None, pieces)


def _keyed_codes(document: Document) -> Iterator[tuple[Embedding, _Code]]:
    colon = _colon_of(document.language)
    if colon is None:
        return
    entries = Entries(document)
    embeddings = [embedding for embedding in document.language.embeddings if embedding.paths]
    for entry in entries.find(colon):
        embedding = next((embedding for embedding in embeddings if _is_at(entry, embedding, entries)), None)
        if embedding is not None:
            names = (entries.text_near(entry, path) for path in embedding.named_by)
            pieces = tuple(_pieces(entry, embedding, entries))
            yield embedding, _Code(next(filter(None, names), None), pieces)


def _is_at(entry: Entry, embedding: Embedding, entries: Entries) -> bool:
    return any(entries.is_at(entry, path) for path in embedding.paths) and all(
        pattern.search(entries.text_beside(entry, path)) for path, pattern in embedding.where.items()
    )


def _pieces(entry: Entry, embedding: Embedding, entries: Entries) -> list[Piece]:
    pieces: list[Piece] = []
    before = ""
    for scalar in entries.scalars(entry):
        if embedding.after is None or not scalar.is_item or embedding.after.fullmatch(before):
            pieces += _separator("\n", pieces)
            pieces += scalar.pieces
        before = "".join(piece.text for piece in scalar.pieces)
    return pieces


def _is_packed(code: _Code, embedding: Embedding) -> bool:
    longest = embedding.longest_line
    return longest is not None and any(len(line) > longest for piece in code.pieces for line in piece.text.split("\n"))


def _regions_of(codes: Iterable[_Code], embedding: Embedding) -> Iterator[Region]:
    joined: dict[str, list[tuple[Piece, ...]]] = {}
    for code in codes:
        language = language_of(code.name, "".join(piece.text for piece in code.pieces), embedding)
        if language is None:
            continue
        if embedding.join is None:
            yield _region(language, [code.pieces], embedding)
        else:
            joined.setdefault(language, []).append(code.pieces)
    for language, programs in joined.items():
        yield _region(language, programs, embedding)


def language_of(name: str | None, code: str, embedding: Embedding) -> str | None:
    """Return the language of code that its file calls by a name; None where it is not known."""
    found = embedding.begins.match(code) if embedding.begins is not None else None
    return language_named(found["language"] if found is not None else name or embedding.language)


def _region(language: str, programs: list[tuple[Piece, ...]], embedding: Embedding) -> Region:
    pieces: list[Piece] = []
    for program in programs:
        pieces += _separator(embedding.join or "", pieces)
        pieces += program
    spans = tuple((program[0].start, program[-1].end) for program in programs)
    return Region(language, mask(Excerpt(pieces), embedding), spans)


def mask(excerpt: Excerpt, embedding: Embedding) -> Excerpt:
    """Return code with underscores for what is no code in it, and for what stands in for a value."""
    if embedding.masks is not None:
        excerpt = excerpt.mask(embedding.masks, r"[\s\S]")
    if embedding.names is not None:
        excerpt = excerpt.mask(embedding.names, r"\W")
    return excerpt


def _separator(text: str, before: list[Piece]) -> Iterator[Piece]:
    """Yield what stands between two texts; the end of a line does not stand there twice."""
    if before:
        end = before[-1].end
        yield Piece(text.removeprefix("\n") if before[-1].text.endswith("\n") else text, end, end)


@cache
def _colon_of(language: Language) -> re.Pattern[str] | None:
    """Return a pattern for the colon behind the keys of a language's files that can have code for a value.

    It begins with the colon, which stands in fewer places than the letters that the keys begin with. One that has a
    blank before it may be behind any key; which one it is, its entry tells.
    """
    keys = sorted({path[-1] for embedding in language.embeddings for path in embedding.paths})
    return re.compile(rf":(?:{_look_back(keys, ':')}|{_look_back(keys, _QUOTED)}|(?<=\s:))") if keys else None


def _look_back(keys: Sequence[str], mark: str) -> str:
    """Return a pattern for what stands behind a mark that follows a key; it asks for the keys' ends first."""
    width = min(map(len, keys))
    ends = "|".join(sorted({re.escape(key[-width:]) for key in keys}))
    return rf"(?<=(?:{ends}){mark})(?:{'|'.join(rf'(?<={re.escape(key)}{mark})' for key in keys)})"
