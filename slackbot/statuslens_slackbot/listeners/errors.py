"""What goes wrong in a listener: the person is told a short reference, the log has it with the place."""

import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from statuslens_slackbot.slack_api import SlackCallError

_log = logging.getLogger(__name__)

Payload = dict[str, Any]
Tell = Callable[[str], Awaitable[None]]
"""Tells the person who asked that something went wrong, by its reference."""


def note_error(error: Exception) -> str:
    """Log an error and return its reference."""
    reference = secrets.token_hex(4)
    # The exception's own words may quote a message: of other people's exceptions only type and place are logged.
    what = str(error) if isinstance(error, SlackCallError) else type(error).__name__
    _log.error("error %s: %s in %s", reference, what, _place(error))
    return reference


async def owning_up(work: Awaitable[None], tell: Tell) -> None:
    """Do work after the acknowledgement; where it fails, tell the person."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 (the boundary: nobody waits for what this task raises)
        reference = note_error(error)
        try:
            await tell(reference)
        except SlackCallError as failed:
            _log.warning("error %s could not be told: %s", reference, failed)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "no known place"
