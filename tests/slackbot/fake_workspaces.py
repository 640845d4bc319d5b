"""What a fake Slack knows: workspaces and their tokens, triggers, views, response URLs, codes of installations."""

import itertools
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

TRIGGER_SECONDS = 3.0
RESPONSE_USES = 5

CLIENT_ID = "1111.2222"
CLIENT_SECRET = "client-secret-of-nobody"  # noqa: S105

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Installed:
    """What a code or a refresh token stands for."""

    team_id: str
    enterprise_id: str = ""
    is_enterprise_install: bool = False
    expires_in: int = 0
    """Seconds for which a bot token is good; 0 for ever, less for one that has ended."""
    generation: int = 1

    @property
    def owner(self) -> str:
        """Whose calls the token makes."""
        return self.team_id or self.enterprise_id

    @property
    def token(self) -> str:
        return f"xoxb-{self.owner}-{self.generation}"

    @property
    def refresh_token(self) -> str:
        return f"xoxe-1-{self.owner}-{self.generation}"

    def rotated(self) -> "Installed":
        return replace(self, expires_in=43_200, generation=self.generation + 1)

    def to_json(self) -> dict[str, Any]:
        """Answer an installation as oauth.v2.access does."""
        team = {"id": self.team_id, "name": f"Team {self.team_id}"} if self.team_id else None
        enterprise = {"id": self.enterprise_id, "name": f"Organisation {self.enterprise_id}"}
        return {
            "app_id": "A123456",
            "authed_user": {"id": "U0INSTALLER"},
            "scope": "commands,chat:write",
            "token_type": "bot",
            "bot_user_id": "U0BOT",
            "team": team,
            "enterprise": enterprise if self.enterprise_id else None,
            "is_enterprise_install": self.is_enterprise_install,
            **self.tokens(),
        }

    def tokens(self) -> dict[str, Any]:
        """Return the part of the answer that a rotation has too."""
        lasting = {"access_token": self.token}
        if not self.expires_in:
            return lasting
        return lasting | {"refresh_token": self.refresh_token, "expires_in": self.expires_in}


@dataclass(slots=True)
class Known:
    """All that lasts from one call to the next."""

    clock: Callable[[], float] = time.monotonic
    tokens: dict[str, str] = field(default_factory=dict)
    """Bot tokens, and whose they are."""
    codes: dict[str, Installed] = field(default_factory=dict)
    """Codes that a browser brings back from Slack's page, each good once."""
    refresh_tokens: dict[str, Installed] = field(default_factory=dict)
    triggers: dict[str, float | None] = field(default_factory=dict)
    """When each was handed out; None for one that was exchanged."""
    views: dict[str, str] = field(default_factory=dict)
    """Open views, and their types."""
    response_uses: dict[str, int] = field(default_factory=dict)
    tickets: set[str] = field(default_factory=set)
    """What lets a web socket in, each once."""

    def new_code(self, installed: Installed) -> str:
        """Let somebody agree to an installation on Slack's page."""
        code = f"code-{next(_numbers)}-{secrets.token_hex(4)}"
        self.codes[code] = installed
        return code

    def new_trigger(self, age: float = 0.0) -> str:
        """Hand out a trigger, as if some seconds ago."""
        trigger = f"{next(_numbers)}.738474920.{secrets.token_hex(8)}"
        self.triggers[trigger] = self.clock() - age
        return trigger

    def new_view(self, kind: str = "modal") -> str:
        """Open a view of a type."""
        view = f"V{next(_numbers):09}"
        self.views[view] = kind
        return view

    def new_response_id(self) -> str:
        """Hand out the last part of a response URL."""
        identifier = f"{next(_numbers)}-{secrets.token_hex(8)}"
        self.response_uses[identifier] = 0
        return identifier

    def new_ticket(self) -> str:
        """Hand out a ticket for one web socket."""
        ticket = secrets.token_hex(8)
        self.tickets.add(ticket)
        return ticket

    def exchange(self, trigger: str) -> str | None:
        """Use a trigger up; return what is wrong with it, None if nothing is."""
        if trigger not in self.triggers:
            return "invalid_trigger_id"
        handed_out = self.triggers[trigger]
        if handed_out is None:
            return "exchanged_trigger_id"
        if self.clock() - handed_out > TRIGGER_SECONDS:
            return "expired_trigger_id"
        self.triggers[trigger] = None
        return None

    def install(self, code: str) -> Installed | None:
        """Exchange a code, once."""
        installed = self.codes.pop(code, None)
        return self._keep(installed) if installed else None

    def rotate(self, refresh_token: str) -> Installed | None:
        """Exchange a refresh token, once; the access token before it goes on being good until its end."""
        before = self.refresh_tokens.pop(refresh_token, None)
        return self._keep(before.rotated()) if before else None

    def _keep(self, installed: Installed) -> Installed:
        self.tokens[installed.token] = installed.owner
        if installed.expires_in:
            self.refresh_tokens[installed.refresh_token] = installed
        return installed
