"""Answers that were given lately, written out: the same question of others costs a look into a table."""

import json
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache

from statuslens.config.model import TeamFile
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.messages import Reply, answer

ANSWERS = 512
"""How many are kept; one takes some kilobytes."""
_LONGEST_TEXT = 80
"""What is longer was pasted, and nobody asks the same again."""

_Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """A reply, and its message as JSON."""

    reply: Reply
    body: str
    team: TeamFile
    """Kept for its identity, by which it is known."""


class AnswerCache:
    """The latest answers of this process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._written: LRUCache[_Key, WrittenReply] = LRUCache(ANSWERS)
        self.hits = 0
        self.misses = 0
        self.rescues = 0
        """None: an answer never lacks."""

    def answer(self, text: str, asking: Asking) -> WrittenReply:
        """Return what ``answers.messages.answer`` says."""
        # A team file compares by all that is in it, which would cost more than the answer.
        key = (text, id(asking.team), asking.command, asking.preferences, asking.page)
        found = self._written.get(key)
        if found is not None:
            self.hits += 1
            return found
        self.misses += 1
        reply = answer(text, asking)
        written = WrittenReply(reply, json.dumps(reply.message), asking.team)
        if len(text) <= _LONGEST_TEXT:
            self._written[key] = written
        return written
