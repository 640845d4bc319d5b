"""Parts put on pages that Slack takes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from statuslens_slackbot.answers.part import Part

# Slack refuses more than 50 blocks and, undocumented, blocks of some 13,200 characters of JSON in all
# (bolt-js #2509, #2867). What these two leave is for the controls and for the short lines of what did not fit.
_BLOCK_LIMIT = 42
_SIZE_LIMIT = 7_500
_TEXT_LIMIT = 3_000
_PARTS = 5
"""Answers that somebody reads without losing the thread."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows of an answer."""

    parts: Sequence[Part]
    number: int
    """Counts from 1."""
    count: int
    rest: Sequence[Part]
    """What stands on the pages after it."""


def find_page(parts: Sequence[Part], number: int) -> Page:
    """Put parts on as few pages as they fit on, and return one of these, the nearest one that there is."""
    pages: list[list[Part]] = []
    for part in parts:
        if not pages or part.starts_page or not _fits([*pages[-1], part]):
            pages.append([])
        pages[-1].append(part)
    number = min(max(number, 1), len(pages))
    return Page(pages[number - 1], number, len(pages), [part for page in pages[number:] for part in page])


def _fits(parts: Sequence[Part]) -> bool:
    blocks = [block for part in parts for block in part.blocks]
    return (
        len(parts) <= _PARTS
        and len(blocks) <= _BLOCK_LIMIT
        and sum(len(part.sentence) for part in parts) <= _TEXT_LIMIT
        and len(json.dumps(blocks, ensure_ascii=False)) <= _SIZE_LIMIT
    )
