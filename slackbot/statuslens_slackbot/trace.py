"""What is known of the request that is being dealt with, for the log, for the metrics and for an apology."""

import secrets
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum

from statuslens_slackbot.payload import Payload, kind_of, team_of


class Outcome(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    FLOODED = "flooded"
    """The person asks too often, and was told so."""
    IGNORED = "ignored"
    """Nothing listens to it."""
    MALFORMED = "malformed"
    """It is nothing that Slack sends."""
    FAILED = "failed"
    """Something went wrong on our side, and the person was told so."""


@dataclass(slots=True)
class Trace:
    """One request; tasks that it leaves behind share its trace."""

    kind: str
    team: str
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    """Eight letters that the log and an apology both name."""
    outcome: Outcome = Outcome.ANSWERED


_current: ContextVar[Trace | None] = ContextVar("statuslens_trace", default=None)


def begin_trace(payload: Payload) -> Trace:
    """Begin the trace of a payload, current from now on in this task."""
    trace = Trace(kind_of(payload), team_of(payload))
    _current.set(trace)
    return trace


def current_trace() -> Trace | None:
    """Return the trace of what is being dealt with, if it came from Slack."""
    return _current.get()


def mark(outcome: Outcome) -> None:
    """Note how the current request ends."""
    trace = _current.get()
    if trace is not None:
        trace.outcome = outcome
