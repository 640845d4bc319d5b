"""Statuses in code inside other files: notebooks, scripts in pages, shell in YAML."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from statuslens.errors import MissingGrammarError
from statuslens.recognise.model import Occurrence, Part, Scan
from statuslens.recognise.prefilter import can_embed_any
from statuslens.source.document import Document
from statuslens.source.regions import Region, find_regions, has_regions

Scanner = Callable[[str, str], Scan]
"""What scans a text in a language, given by its LSP id."""


def add_embedded(own: Scan, document: Document, scan: Scanner) -> Scan:
    """Return the scan of a file with what the code in other languages in it holds.

    What the file's own language says of a place inside such code does not count.
    """
    if not has_regions(document) or not can_embed_any(document.data):
        return own
    regions = find_regions(document)
    spans = sorted(span for region in regions for span in region.spans)
    found = [item for item in own.occurrences if not _is_within(item.start, item.end, spans)]
    lacking: list[MissingGrammarError] = []
    parts: list[Part] = []
    for region in regions:
        try:
            inner = scan(region.excerpt.text, region.language)
        except MissingGrammarError as error:
            lacking.append(error)
            continue
        found += _in_file(inner, region, document.text)
        lacking += inner.lacking
        parts.append(Part(inner, region))
    occurrences = tuple(sorted(found, key=lambda item: item.start))
    return replace(own, occurrences=occurrences, lacking=tuple(lacking), parts=tuple(parts))


def _in_file(inner: Scan, region: Region, text: str) -> Iterator[Occurrence]:
    """Yield the occurrences of a region at their places in the file; none is partly in one program, partly beside."""
    for item in inner.occurrences:
        start, end = region.excerpt.place(item.start, item.end)
        if _is_within(start, end, region.spans):
            language = item.language or region.language
            yield replace(item, start=start, end=end, text=text[start:end], language=language)


def _is_within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place is inside one of some spans, which are in their order."""
    number = bisect_right(spans, start, key=itemgetter(0)) - 1
    return number >= 0 and end <= spans[number][1]
