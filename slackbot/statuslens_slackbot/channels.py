"""Which channels people of other organisations are in: what a team file says is not for them."""

import logging

from cachetools import TTLCache

from statuslens_slackbot.slack_api import SlackApi, SlackCallError

_log = logging.getLogger(__name__)

_CHANNELS = 4096
_SECONDS = 600


class Channels:
    """What Slack has said of channels, kept for ten minutes."""

    def __init__(self, api: SlackApi) -> None:
        """Ask through ``api``."""
        self._api = api
        self._shared: TTLCache[str, bool] = TTLCache(_CHANNELS, _SECONDS)

    async def is_shared(self, channel: str, token: str | None) -> bool:
        """Return whether outsiders may read a channel; also true where Slack does not tell."""
        known = self._shared.get(channel)
        if known is not None:
            return known
        if token is None:
            return True
        try:
            shared = await self._api.is_shared(token, channel)
        except SlackCallError as error:
            _log.warning("a channel counts as shared with other organisations, since Slack does not tell: %s", error)
            return True
        self._shared[channel] = shared
        return shared
