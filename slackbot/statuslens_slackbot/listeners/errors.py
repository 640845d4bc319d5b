"""What goes wrong in a listener: the person is told a short reference, the log has it with the place."""

import logging
import secrets
import traceback
from pathlib import Path

from statuslens.errors import StatuslensError
from statuslens_slackbot.slack_api import SlackCallError

_log = logging.getLogger(__name__)


def note_error(error: Exception) -> str:
    """Log an error and return its reference."""
    reference = secrets.token_hex(4)
    # Other people's exceptions may quote a message: of them only type and place are logged.
    ours = isinstance(error, SlackCallError | StatuslensError)
    what = f"{type(error).__name__}: {error}" if ours else type(error).__name__
    _log.error("error %s: %s in %s", reference, what, _place(error))
    return reference


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "no known place"
