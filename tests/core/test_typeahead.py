"""What is offered while somebody types a question about statuses."""

import pytest

from statuslens.config.model import TeamCode, TeamFile
from statuslens.explain.typeahead import Suggestion, suggest
from statuslens.registry import load_registry

REGISTRY = load_registry()
TEAM = TeamFile(codes=(TeamCode("471", "Basket Expired", "The basket is too old."),))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("404", ("404", "404.0", "404.1")),
        ("40", ("400", "401", "402")),
        ("404:1", ("404.1", "404.10", "404.11")),
        ("299", ("299", "226", "208")),
        ("4xx", ("4xx", "400", "401")),
        ("401 vs 403", ("401 vs 403", "401", "403")),
        ("404, 500", ("404, 500", "404", "500")),
        ("too many", ("429", "403.9", "404.20")),
        ("not f", ("404", "404.0", "404.1")),
        ("payload  too large", ("413",)),
        ("teapto", ("418",)),
        ("retry", ("retry", "401", "403")),
        ("nginx", ("nginx", "444", "494")),
        ("nginx 499", ("499",)),
        ("StatusNotF", ("404",)),
        ("NOT_FOUND", ("404", "404.0", "404.1")),
        ("help", ("404", "4xx", "403.10")),
        ("no such thing", ()),
    ],
)
def test_what_was_typed_is_taken_as_explain_takes_it_and_as_a_beginning(typed: str, first: tuple[str, ...]) -> None:
    found = [item.query for item in suggest(typed, REGISTRY)]
    assert tuple(found[:3]) == first
    assert len(set(found)) == len(found)


def test_without_a_word_every_code_is_offered_the_teams_own_first() -> None:
    found = [item.query for item in suggest(" ", REGISTRY, TEAM)]
    assert found[:3] == ["471", "100", "101"]
    assert {"404", "499", "403.10"} <= set(found)
    assert len(found) == len(set(found)) > len(list(REGISTRY))


@pytest.mark.parametrize("typed", ["bask", "Basket Expired", "47"])
def test_a_code_of_the_team_is_found(typed: str) -> None:
    own = Suggestion("471", "471 Basket Expired", "Your team", "The basket is too old.")
    assert own in suggest(typed, REGISTRY, TEAM)


@pytest.mark.parametrize(
    ("typed", "constant"),
    [("StatusNotFound", "http.StatusNotFound"), ("NOT_FOU", "status.NOT_FOUND"), ("not found", "")],
)
def test_the_constant_that_was_meant_is_shown(typed: str, constant: str) -> None:
    assert suggest(typed, REGISTRY)[0].constant == constant


def test_of_many_vendors_some_are_named() -> None:
    (closed,) = suggest("nginx 499", REGISTRY)
    named, more = closed.label.rsplit(", ", 1)
    assert (len(named.split(", ")), more.split()[1]) == (3, "more")
