"""What a person may choose instead of what a rule has found, or of how a status is written."""

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Fix, find, load_rules
from statuslens.rules.alternatives import find_alternatives, find_rewritings
from statuslens.rules.apply import apply
from statuslens.rules.pieces import find_pieces


def chosen(text: str, language: str, number: int = 0) -> list[tuple[str, str]]:
    """Return the titles of what can be chosen for a finding, each with what it makes of the text."""
    scan, registry = scan_text(text, language=language), load_registry()
    finding = find(scan, registry)[number]
    fixes = find_alternatives(finding, list(find_pieces(scan, registry, DEFAULTS)))
    return [(fix.title, apply(text, [fix]).text) for fix in fixes]


def rewritten(text: str, language: str, start: int, end: int) -> list[tuple[str, str]]:
    pieces = list(find_pieces(scan_text(text, language=language), load_registry(), DEFAULTS))
    problems = find_rewritings(start, end, pieces)
    fixes = [item.fix for item in problems if item.fix is not None]
    return [(fix.title, apply(text, [fix]).text) for fix in fixes]


def test_the_codes_near_one_that_nobody_has_assigned_are_named() -> None:
    text = "assert requests.get('x').status_code == 299\n"
    assert chosen(text, "python") == [
        ("Replace 299 by 226 IM Used", text.replace("299", "226")),
        ("Replace 299 by 208 Already Reported", text.replace("299", "208")),
        ("Replace 299 by 207 Multi-Status", text.replace("299", "207")),
    ]


def test_of_a_code_and_a_phrase_either_can_be_right() -> None:
    text = 'return web.Response(status=404, reason="Forbidden")\n'
    text = f"from aiohttp import web\n\n{text}"
    assert chosen(text, "python") == [
        ('Replace "Forbidden" by "Not Found"', text.replace("Forbidden", "Not Found")),
        ("Replace 404 by 403 Forbidden", text.replace("404", "403")),
    ]


def test_a_constant_gives_way_to_a_constant() -> None:
    text = "from http import HTTPStatus\nanswer = Response(status=HTTPStatus.NOT_FOUND, reason='Gone')\n"
    assert chosen(text, "python") == [
        ('Replace "Gone" by "Not Found"', text.replace("Gone", "Not Found")),
        ("Replace HTTPStatus.NOT_FOUND by HTTPStatus.GONE", text.replace("NOT_FOUND", "GONE")),
    ]


def test_a_phrase_that_stands_twice_is_left_to_the_reader() -> None:
    text = 'start(404, reason="Gone", note="Gone")\nresponse.headers\n'
    assert [title for title, _ in chosen(f"import requests\nResponse({text[6:]}", "python")] == [
        "Replace 404 by 410 Gone"
    ]


REASONS = [(example.language, example.fails) for example in load_rules()["reason-mismatch"].examples]


@pytest.mark.parametrize(("language", "text"), REASONS, ids=[language for language, _ in REASONS])
def test_the_phrase_can_be_put_right_in_every_example(language: str, text: str) -> None:
    (reason, *_) = chosen(text, language)
    assert reason[0].startswith('Replace "')
    assert find(scan_text(reason[1], language=language), load_registry()) == ()


def test_a_number_gives_way_to_a_constant_and_a_constant_to_a_number_where_they_are_asked_for() -> None:
    text = "from http import HTTPStatus\n\nassert r.status == 404\nassert r.status == HTTPStatus.GONE\n"
    number, constant = text.index("404"), text.index("HTTPStatus.GONE")
    assert rewritten(text, "python", number + 1, number + 1) == [
        ("Replace 404 by HTTPStatus.NOT_FOUND", text.replace("404", "HTTPStatus.NOT_FOUND"))
    ]
    assert rewritten(text, "python", constant, constant) == [
        ("Replace HTTPStatus.GONE by 410", text.replace("HTTPStatus.GONE", "410"))
    ]
    assert [title for title, _ in rewritten(text, "python", 0, len(text))] == [
        "Replace 404 by HTTPStatus.NOT_FOUND",
        "Replace HTTPStatus.GONE by 410",
    ]
    assert rewritten(text, "python", 0, number - 1) == []


def test_code_inside_a_page_is_rewritten_at_its_place_there() -> None:
    text = '<p>404</p>\n<script>\nimport { StatusCodes } from "http-status-codes";\nres.status(404).end();\n</script>\n'
    at = text.rindex("404")
    assert rewritten(text, "html", at, at) == [
        ("Replace 404 by StatusCodes.NOT_FOUND", text.replace("(404)", "(StatusCodes.NOT_FOUND)"))
    ]


def test_what_can_be_chosen_is_never_called_safe() -> None:
    text = "assert requests.get('x').status_code == 299\n"
    scan, registry = scan_text(text, language="python"), load_registry()
    (finding,) = find(scan, registry)
    fixes: list[Fix] = list(find_alternatives(finding, list(find_pieces(scan, registry, DEFAULTS))))
    assert {fix.is_safe for fix in fixes} == {False}
