"""The messages and views that are kept whole, so that a change of them is seen; run it to write them anew."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.home import home_view
from statuslens_slackbot.answers.lookup import lookup_view, options
from statuslens_slackbot.answers.messages import answer, mention, shared, turn_page
from statuslens_slackbot.answers.notices import too_old
from statuslens_slackbot.answers.shortcut import explain_message
from statuslens_slackbot.people import Preferences

FOLDER = Path(__file__).parent / "golden"

_ANYBODY = Asking()
_OF_SHOP = Asking(
    team=TeamFile(
        codes=(
            TeamCode(
                "471",
                "Basket Expired",
                "The basket is older than 30 minutes.",
                "Checkout",
                "https://wiki.example.org/471",
                ("https://grafana.example.org/d/baskets",),
            ),
        ),
        notes=(TeamNote("503", "Ask payments first.", "Payments", "https://wiki.example.org/503"),),
    ),
    preferences=Preferences(language="python", vendors=("nginx",)),
)
_LOG = (
    '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /cart HTTP/1.1" 502 150\n'
    '10.0.0.1 - - [20/Nov/2026:10:00:01 +0000] "GET /cart HTTP/1.1" 404 150\n'
    "upstream returned 502"
)


def make() -> Mapping[str, Any]:
    """Return what each file holds."""
    return MappingProxyType(
        {
            "code": answer("418", _ANYBODY).message,
            "code-of-the-team": answer("471", _OF_SHOP).message,
            "code-with-a-note-and-a-language": answer("503", _OF_SHOP).message,
            "code-of-several-vendors": answer("499", _ANYBODY).message,
            "class": answer("1xx", _ANYBODY).message,
            "comparison": answer("401 vs 403", _ANYBODY).message,
            "page": turn_page("deprecated", 1, _ANYBODY).message,
            "pasted": answer(_LOG, _ANYBODY).message,
            "refusal": answer("299", _ANYBODY).message,
            "help": answer("help", _ANYBODY).message,
            "shared": shared("503", 1, _OF_SHOP, "U024BE7LH").message,
            "mention": mention("<@U0BOT> what is a 410?", _ANYBODY, "U0BOT").message,
            "notice": too_old(),
            "details": details_view("305", _ANYBODY),
            "lookup": lookup_view(_ANYBODY),
            "options": options("50", _ANYBODY)[:3],
            "shortcut": explain_message(_LOG, _ANYBODY),
            "shortcut-without-a-status": explain_message("hello", _ANYBODY),
            "home": home_view(_OF_SHOP, ("404", "471")),
        }
    )


def write() -> None:
    """Write every file anew."""
    for name, payload in make().items():
        text = json.dumps(payload, ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
