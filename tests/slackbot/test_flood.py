"""How often somebody may ask, by a clock of our own."""

from contextvars import copy_context

import pytest

from statuslens_slackbot import flood
from statuslens_slackbot.flood import Flood
from statuslens_slackbot.people import Person, Workspace
from statuslens_slackbot.settings import Rate
from statuslens_slackbot.trace import Outcome, begin_trace

PERSON = Person(Workspace("T1"), "U1")
OTHER = Person(Workspace("T2"), "U1")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_as_many_questions_as_the_rate_has_may_come_at_once() -> None:
    some = Flood(Rate(30, 60), Clock())
    assert [some.wait(PERSON) for _ in range(32)] == [0] * 30 + [2, 2]


def test_who_has_waited_may_ask_again() -> None:
    clock = Clock()
    some = Flood(Rate(3, 60), clock)
    assert [some.wait(PERSON) for _ in range(4)] == [0, 0, 0, 20]
    clock.now += 19
    assert some.wait(PERSON) == 1
    clock.now += 1
    assert [some.wait(PERSON), some.wait(PERSON)] == [0, 20]


def test_each_person_of_each_workspace_is_counted_alone() -> None:
    some = Flood(Rate(1, 60), Clock())
    assert [some.wait(person) for person in (PERSON, OTHER, PERSON)] == [0, 0, 60]


def test_without_a_rate_everything_goes() -> None:
    some = Flood(None, Clock())
    assert {some.wait(PERSON) for _ in range(1000)} == {0}


def test_what_nobody_did_is_not_counted() -> None:
    some = Flood(Rate(1, 60), Clock())
    assert {some.wait(Person(Workspace("T1"), "")) for _ in range(10)} == {0}


def test_no_more_than_so_many_people_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "PEOPLE", 2)
    some = Flood(Rate(1, 60), Clock())
    first, second, third = (Person(Workspace("T1"), f"U{number}") for number in range(3))
    assert [some.wait(person) for person in (first, second, third)] == [0, 0, 0]
    assert [some.wait(person) for person in (second, third, first)] == [60, 60, 0]


def test_a_question_too_many_is_the_outcome_of_its_request() -> None:
    def ask_twice() -> list[Outcome]:
        some, trace = Flood(Rate(1, 60), Clock()), begin_trace({"command": "/http", "team_id": "T1"})
        outcomes = []
        for _ in range(2):
            some.wait(PERSON)
            outcomes.append(trace.outcome)
        return outcomes

    assert copy_context().run(ask_twice) == [Outcome.ANSWERED, Outcome.FLOODED]
