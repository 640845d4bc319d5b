"""What goes wrong in a listener: the person is told a short reference, the log has it with the place."""

import logging
import secrets
import traceback

from statuslens.errors import StatuslensError
from statuslens_slackbot.slack_api import SlackCallError
from statuslens_slackbot.trace import Outcome, current_trace, mark

_log = logging.getLogger(__name__)


def note_error(error: Exception) -> str:
    """Log an error and return its reference: the id of the request, which all records of it bear."""
    mark(Outcome.FAILED)
    trace = current_trace()
    reference = trace.id if trace else secrets.token_hex(4)
    # Other people's exceptions may quote a message: of them the log has type and place only (logs.py).
    words = str(error) if isinstance(error, SlackCallError | StatuslensError) else ""
    _log.error("something went wrong", exc_info=error, extra={"reference": reference, "words": words})
    return reference


def is_over_payload(error: Exception) -> bool:
    """Return whether Bolt itself stumbled: it looks for what Slack's payloads have, and takes its type on trust."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return bool(frames) and str(frames[-1].f_globals.get("__name__", "")).startswith("slack_bolt.")
