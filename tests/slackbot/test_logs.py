"""What gets into the log, and what must not."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from contextvars import copy_context
from typing import Any

import pytest

from statuslens_slackbot.logs import set_up_logs
from statuslens_slackbot.settings import LogFormat, LogLevel
from statuslens_slackbot.trace import Trace, begin_trace

OURS = logging.getLogger("statuslens_slackbot.somewhere")
FOREIGN = logging.getLogger("slack_sdk.somewhere")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root, ours = logging.getLogger(), logging.getLogger("statuslens_slackbot")
    before = root.handlers[:], root.level, ours.level
    yield io.StringIO()
    root.handlers[:], root.level, ours.level = before
    logging.captureWarnings(capture=False)


def records(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_record_is_one_json_object_with_what_is_known(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.JSON, stream)
    OURS.info("stopped after %d\nlines", 3, extra={"milliseconds": 1.5})
    [record] = records(stream)
    assert record.pop("timestamp").endswith("Z")
    assert record == {
        "event": "stopped after 3\nlines",
        "level": "info",
        "logger": "statuslens_slackbot.somewhere",
        "milliseconds": 1.5,
    }


def test_a_record_tells_which_request_it_belongs_to(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.JSON, stream)

    def deal() -> Trace:
        trace = begin_trace({"command": "/http", "text": "private words", "team_id": "T0001"})
        OURS.warning("slow")
        return trace

    trace = copy_context().run(deal)
    [record] = records(stream)
    assert (record["request"], record["kind"], record["team"]) == (trace.id, "command", "T0001")
    assert "private" not in stream.getvalue()


def test_an_error_is_told_by_type_and_place_and_not_by_its_words(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.JSON, stream)
    try:
        int("private words")
    except ValueError:
        OURS.exception("it failed")
        FOREIGN.exception("it failed too")
    for record in records(stream):
        assert record["error"] == "ValueError"
        assert record["place"][0].startswith("test_logs.py:")
    assert "private" not in stream.getvalue()
    assert "Traceback" not in stream.getvalue()


def test_of_libraries_warnings_alone_are_written_also_when_ours_are_debugged(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.DEBUG, LogFormat.JSON, stream)
    FOREIGN.info("Sending a request - body_params: private words")
    FOREIGN.debug("private words")
    OURS.debug("ours")
    FOREIGN.warning("theirs")
    assert [record["event"] for record in records(stream)] == ["ours", "theirs"]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("token xoxb-1-2-abc is bad", "token [hidden] is bad"),
        ("xoxe.xoxb-1-abc", "[hidden]"),
        ("xoxe-1-abc, xoxp-1", "[hidden], [hidden]"),
        ("xapp-1-A-2-c", "[hidden]"),
        ("POST https://hooks.slack.com/commands/T1/2/abc failed", "POST https://hooks.slack.com/[hidden] failed"),
        ("postgresql://me:pass@host/name", "postgresql://[hidden]@host/name"),
        ("https://slack.com/api/", "https://slack.com/api/"),
    ],
)
def test_secrets_that_a_library_quotes_are_hidden(stream: io.StringIO, said: str, written: str) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.JSON, stream)
    FOREIGN.warning(said, extra={"more": said})
    [record] = records(stream)
    assert (record["event"], record["more"]) == (written, written)


def test_the_console_is_for_people(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.CONSOLE, stream)
    OURS.info("ready", extra={"count": 3})
    assert "ready" in stream.getvalue()
    assert "count=3" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_what_is_no_terminal_gets_json_unless_told_otherwise(stream: io.StringIO) -> None:
    set_up_logs(LogLevel.INFO, LogFormat.AUTO, stream)
    OURS.info("ready")
    assert records(stream)[0]["event"] == "ready"


def test_warnings_of_python_get_into_the_log(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        set_up_logs(LogLevel.INFO, LogFormat.JSON, stream)
        warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert "DeprecationWarning: old" in records(stream)[0]["event"]
