"""Reading what answers are made of before the first person waits for it."""

from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.lookup import options
from statuslens_slackbot.answers.messages import answer, with_constant

_QUERIES = ("401 vs 403", "4xx", "nginx 499", "retry", "too many", "notfuond", "status 418 returned", "StatusTeapot")
"""One for each way to look something up, so that all data is read."""


def warm_up() -> None:
    """Read the registry, vendors and constants; without it, the first answers of each kind take up to a second."""
    asking = Asking()
    for status in load_registry():
        answer(status.code, asking)
    for query in _QUERIES:
        answer(query, asking)
        options(query, asking)
    for language in languages():
        with_constant("404", language, asking)
