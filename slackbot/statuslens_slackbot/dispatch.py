"""The one way from a payload to its answer, whatever transport brought it."""

import logging
import time

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from statuslens_slackbot.drain import Drain
from statuslens_slackbot.metrics import Metrics
from statuslens_slackbot.payload import MalformedError, Payload
from statuslens_slackbot.trace import Outcome, begin_trace

_log = logging.getLogger(__name__)


class Dispatcher:
    """Hands payloads to Bolt, and keeps the count, the metrics and the log of it."""

    def __init__(self, bot: AsyncApp, metrics: Metrics, drain: Drain) -> None:
        """Hand to ``bot``."""
        self.bot = bot
        self._metrics = metrics
        self._drain = drain

    async def dispatch(self, payload: Payload) -> BoltResponse:
        """Answer a payload that is known to be Slack's; a MalformedError where Slack sends nothing of the kind."""
        started = time.perf_counter()
        trace = begin_trace(payload)
        with self._drain:
            try:
                # The mode says that nothing is left to parse and verify, as with what a web socket brings.
                return await self.bot.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
            except (AttributeError, LookupError, RecursionError, TypeError) as error:
                # Bolt looks for team, user or action in many places and trusts what is there to have its type,
                # also when it prepares the call of our error handler. What listeners raise ends there.
                trace.outcome = Outcome.MALFORMED
                raise MalformedError("The body is nothing that Slack sends.") from error
            finally:
                seconds = time.perf_counter() - started
                self._metrics.answered(trace.kind, trace.outcome, seconds)
                if _log.isEnabledFor(logging.DEBUG):
                    milliseconds = round(seconds * 1000, 3)
                    _log.debug("answered", extra={"outcome": trace.outcome, "milliseconds": milliseconds})
