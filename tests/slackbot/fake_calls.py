"""What a fake Slack was called with: kept in order, taken out by tests, waited for by condition."""

import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slackbot.fake_answers import Scripted

PATIENCE = 20
"""Seconds until something that must happen is given up."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API, or of a response URL."""

    owner: str
    """Whose token it bore, or the last part of the response URL."""
    method: str
    """For a response URL, ``response_url``."""
    arguments: dict[str, Any]


@dataclass(slots=True)
class Calls:
    """The calls that came in and the answers that are prepared; of all threads."""

    taken: list[Call] = field(default_factory=list)
    """All of them, in order."""
    faults: list[str] = field(default_factory=list)
    """What Slack would not have taken."""
    changed: threading.Condition = field(default_factory=threading.Condition)
    _unread: dict[str, deque[Call]] = field(default_factory=lambda: defaultdict(deque))
    _scripts: dict[tuple[str, str], deque[Scripted]] = field(default_factory=lambda: defaultdict(deque))

    def take(self, call: Call) -> Scripted | None:
        """Note a call; return the answer that was prepared for it, if one was."""
        with self.changed:
            self.taken.append(call)
            self._unread[call.owner].append(call)
            self.changed.notify_all()
            for owner in (call.owner, ""):
                if script := self._scripts.get((owner, call.method)):
                    return script.popleft()
        return None

    def prepare(self, owner: str, method: str, *answers: Scripted) -> None:
        """Answer the next calls of a method like this; an empty owner is whoever calls."""
        with self.changed:
            self._scripts[owner, method].extend(answers)

    def forget_prepared(self) -> None:
        """Answer as usual from now on."""
        with self.changed:
            self._scripts.clear()

    def next(self, owner: str) -> Call:
        """Wait for a call of an owner that was not read yet, and read it."""
        self.wait(lambda: bool(self._unread[owner]), f"a call of {owner}")
        return self._unread[owner].popleft()

    def unread(self) -> list[Call]:
        """Return the calls that nobody waited for."""
        with self.changed:
            return [call for calls in self._unread.values() for call in calls]

    def of(self, owner: str, method: str) -> list[Call]:
        """Return the calls of an owner, read or not."""
        with self.changed:
            return [call for call in self.taken if (call.owner, call.method) == (owner, method)]

    def by(self, owner: str) -> list[Call]:
        """Return all calls of an owner, read or not."""
        with self.changed:
            return [call for call in self.taken if call.owner == owner]

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something holds; it is looked at again whenever anything happens."""
        with self.changed:
            assert self.changed.wait_for(condition, PATIENCE), f"Slack waited in vain for {what}; it saw {self.taken}"
