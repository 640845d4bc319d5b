"""The team file's contexts in the recogniser: what they are about, and what they say."""

import re
from collections.abc import Iterable

import pytest

from statuslens.config.model import ContextKind, ContextRule
from statuslens.recognise import Evidence, Occurrence, Role, scan_text
from statuslens.recognise.weights import load_weights


def call(text: str, argument: int | str = 0, *, status: bool = True) -> ContextRule:
    return ContextRule(ContextKind.CALL, text, argument, status)


def name(text: str, *, status: bool = True) -> ContextRule:
    return ContextRule(ContextKind.NAME, text, status=status)


def key(text: str, *, status: bool = True) -> ContextRule:
    return ContextRule(ContextKind.KEY, text, status=status)


def claimed(text: str, language: str, *rules: ContextRule) -> str:
    """Return a text with what the team says is a status in angle brackets, whatever else is one."""
    found = scan_text(text, language=language, contexts=rules).occurrences
    return bracketed(text, (item for item in found if item.evidence[0].reason.startswith("the team file says")))


def marked(text: str, language: str, *rules: ContextRule) -> str:
    """Return a text with its occurrences in angle brackets."""
    return bracketed(text, scan_text(text, language=language, contexts=rules).occurrences)


def bracketed(text: str, occurrences: Iterable[Occurrence]) -> str:
    parts, end = [], 0
    for item in occurrences:
        parts += [text[end : item.start], f"<{item.text}>"]
        end = item.end
    return "".join([*parts, text[end:]])


def unmarked(text: str) -> str:
    return re.sub(r"<([0-9]+)>", r"\1", text)


def test_the_reason_quotes_the_entry() -> None:
    (found,) = scan_text("refuse(basket, 410)", language="python", contexts=[call("refuse", 1)]).occurrences
    evidence = (Evidence("the team file says so: {call: refuse, argument: 1}", 50), Evidence("410 as a value", 1))
    assert found == Occurrence(15, 18, "410", "410", Role.STATUS, evidence)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (call("deny"), "deny(<404>, 405); x.deny(<406>); api.deny(<407>, why=418); shop.api.deny(<409>)"),
        (call("api.deny"), "deny(404, 405); x.deny(406); api.deny(<407>, why=418); shop.api.deny(<409>)"),
        (call("shop.api.deny"), "deny(404, 405); x.deny(406); api.deny(407, why=418); shop.api.deny(<409>)"),
        (call("*.deny"), "deny(404, 405); x.deny(<406>); api.deny(<407>, why=418); shop.api.deny(<409>)"),
        (call("api.*"), "deny(404, 405); x.deny(406); api.deny(<407>, why=418); shop.api.deny(<409>)"),
        (call("deny", 1), "deny(404, <405>); x.deny(406); api.deny(407, why=418); shop.api.deny(409)"),
        (call("deny", "why"), "deny(404, 405); x.deny(406); api.deny(407, why=<418>); shop.api.deny(409)"),
        (call("eny"), "deny(404, 405); x.deny(406); api.deny(407, why=418); shop.api.deny(409)"),
    ],
    ids=lambda value: value.text if isinstance(value, ContextRule) else "",
)
def test_a_call_is_named_with_as_much_of_its_receiver_as_matters(rule: ContextRule, expected: str) -> None:
    assert claimed(unmarked(expected), "python", rule) == expected


@pytest.mark.parametrize(
    ("language", "rules", "expected"),
    [
        ("python", [call("f")], "from shop import f as g\ng(<404>)"),
        ("python", [call("f")], "f(int('<404>'))\nf([<404>, <410>])\nf(g(404))\nf(404 + x)\nf(len(x) > 404)"),
        ("python", [call("assertEqual", 2)], "assertEqual(a, b, <404>)"),
        ("javascript", [call("f", "outcome")], "f(x, { outcome: <404>, data: { outcome: 410 } })"),
        ("javascript", [call("f")], "f(x || <404>); f(() => 404); new f(y ? <410> : <411>)"),
        ("go", [call("fail", 1)], "package a\n\nfunc b() { fail(w, <404>); s.fail(w, int32(<410>)) }"),
        ("typescript", [call("fail", 1)], "this.api.fail<Shop>(order, <404> as number);"),
    ],
)
def test_an_argument_counts_with_what_only_passes_it_on(language: str, rules: list[ContextRule], expected: str) -> None:
    assert claimed(unmarked(expected), language, *rules) == expected


PYTHON_NAMES = """
outcome = {0}
r.outcome == {0}
f(outcome={0})
outcome in ({0}, 410)
assertEqual(r.outcome, {0})
"""
PYTHON_KEYS = """
d = {{"outcome": {0}}}
d["outcome"] == {0}
d.get("outcome") == {0}
"""


def test_a_name_and_a_key_are_told_apart_where_the_language_does() -> None:
    text = PYTHON_NAMES.format("404") + PYTHON_KEYS.format("404")
    named = PYTHON_NAMES.format("<404>").replace("410", "<410>") + PYTHON_KEYS.format("404")
    assert claimed(text, "python", name("outcome")) == named
    assert claimed(text, "python", key("outcome")) == PYTHON_NAMES.format("404") + PYTHON_KEYS.format("<404>")


@pytest.mark.parametrize(
    ("language", "rule", "expected"),
    [
        ("javascript", name("outcome"), 'x = {outcome: <404>}; y = {"outcome": 404}; y.outcome === <404>'),
        ("javascript", key("outcome"), 'x = {outcome: <404>}; y = {"outcome": <404>}; y.outcome === 404'),
        ("javascript", key("last-outcome"), 'y = {"last-outcome": <404>, last: 404}'),
        ("javascript", name("outcome"), "switch (outcome) { case <404>: f(404) }"),
        ("javascript", name("outcome"), "expect(r.outcome).toBe(<404>); function f(outcome = <404>) {}"),
        ("javascript", name("r.outcome"), "r.outcome = <404>; outcome = 404; r.s.outcome = 404"),
        ("javascript", name("outcome"), "outcome = later || <404>; outcome = f(404); outcome.x = 404; outcome[404]"),
        ("javascript", name("value"), "r.value = <404>; value = <404>"),
        ("go", name("Outcome"), "package a\n\nvar x = Reply{Outcome: <404>, Size: 404}"),
        ("python", name("outcome"), "def outcome():\n    return <404>"),
        ("python", name("outcome"), "outcome // 100 == <4> or <300> <= outcome < <400>"),
    ],
)
def test_a_value_counts_where_its_name_or_key_stands(language: str, rule: ContextRule, expected: str) -> None:
    assert claimed(unmarked(expected), language, rule) == expected


EVERYWHERE = (
    ("call", "deny", 1),
    ("call", "deny", "outcome"),
    ("name", "outcome", None),
    ("key", "outcome", None),
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("cpp", "void f() { deny(x, <404>); a->deny(y, <410>); int outcome = <404>; if (r->outcome == <404>) {} }"),
        (
            "csharp",
            "class A { void f() { deny(x, <404>); a.deny(y, outcome: <410>); var q = new R { outcome = <404> }; } }",
        ),
        ("dart", "void f() { deny(x, <404>); deny(x, outcome: <404>); var m = {'outcome': <404>}; }"),
        ("elixir", "deny(x, <404>)\nApi.deny(conn, <410>)\n%{outcome: <404>}\nx.outcome == <404>\noutcome = <404>"),
        (
            "java",
            "class A { void f() { a.deny(y, <410>); switch (outcome) { case <404>: } } @deny(x, <404>) void g() {} }",
        ),
        ("json", '{"outcome": <404>, "x": {"outcome": [<404>, <410>]}}'),
        ("kotlin", "fun f() { a.deny(y, <410>); deny(x, outcome = <404>); when (outcome) { <404> -> 1 } }"),
        ("php", "<?php $this->deny($x, <404>); A::deny($x, <409>); ['outcome' => <410>]; $x['outcome'] === <410>;"),
        ("ruby", "deny(x, <404>)\nself.deny x, <410>\nx[:outcome] == <404>\ny = {outcome: <410>, :outcome => <404>}"),
        (
            "rust",
            "fn f() { deny(x, <404>); A::deny(z, <409>); R { outcome: <404> }; match outcome { <404> => 1, _ => 2 } }",
        ),
        (
            "scala",
            "object A { deny(x, <404>); deny(x, outcome = <404>); val outcome = <404>; if (r.outcome == <404>) 1 }",
        ),
        ("shellscript", 'deny x <404>\noutcome=<404>\nif [ "$outcome" -eq <404> ]; then :; fi'),
        ("swift", 'deny(x, <404>); api.deny(y, outcome: <404>); if r.outcome == <404> {}; ["outcome": <404>]'),
        ("yaml", 'outcome: <404>\nx:\n  outcome: "<410>"\ny:\n  outcome:\n    - <404>\n'),
    ],
)
def test_entries_count_in_every_language_that_is_parsed(language: str, expected: str) -> None:
    rules = [ContextRule(ContextKind(kind), text, argument) for kind, text, argument in EVERYWHERE]
    assert claimed(unmarked(expected), language, *rules) == expected


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], "r.status_code = <404>; job.status_code = <410>"),
        ([name("status_code", status=False)], "r.status_code = 404; job.status_code = 410"),
        ([name("job.status_code", status=False)], "r.status_code = <404>; job.status_code = 410"),
        ([name("status_code", status=False), name("r.status_code")], "r.status_code = <404>; job.status_code = 410"),
        (
            [name("*.status_code"), name("job.status_code", status=False)],
            "r.status_code = <404>; job.status_code = 410",
        ),
    ],
)
def test_no_evidence_counts_against_the_team_and_the_longer_name_decides(
    rules: list[ContextRule], expected: str
) -> None:
    assert marked("r.status_code = 404; job.status_code = 410", "python", *rules) == expected


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("python", "import flask\nflask.abort(404)", call("abort", status=False)),
        ("python", "log('404 Not Found')", call("log", status=False)),
        ("python", "x = {'status': '4xx'}", key("status", status=False)),
        ("javascript", "export const NotFound = 404", name("NotFound", status=False)),
    ],
)
def test_what_the_team_excludes_is_none_whatever_speaks_for_it(language: str, text: str, rule: ContextRule) -> None:
    assert marked(text, language) != text
    assert marked(text, language, rule) == text


def test_what_the_team_includes_is_one_whatever_speaks_against_it() -> None:
    text = "max_timeout_seconds = 404\nsleep(404)\n"
    assert claimed(text, "python", name("max_timeout_seconds"), call("sleep")) == text.replace("404", "<404>")


def test_the_teams_weights_outweigh_all_others() -> None:
    reasons = load_weights().reasons
    others = [abs(weight) for name, weight in reasons.items() if not name.startswith("team_")]
    assert reasons["team_status"] > 5 * max(others)
    assert reasons["team_other"] <= -2 * reasons["team_status"]
