"""The constants that a place can be given: for many codes at once, as for each alone."""

from statuslens.config.model import DEFAULTS
from statuslens.recognise import Occurrence, Role, scan_text
from statuslens.registry import load_registry
from statuslens.rules.model import Edit
from statuslens.rules.subject import Subject
from statuslens.rules.wording import Wording, find_wording

CODES = ("404", "410", "418", "471")


def wording_of(text: str, language: str = "python") -> tuple[Wording | None, Occurrence]:
    """Return the constants of a text, and its first status."""
    subject = Subject(scan_text(text, language=language), load_registry(), DEFAULTS)
    return find_wording(subject), next(iter(subject.with_role(Role.STATUS)))


def test_each_code_that_a_constant_is_for_is_given_the_best_one() -> None:
    wording, number = wording_of("import requests\nassert requests.get('/').status_code == 404\n")
    assert wording is not None
    chosen = wording.choose(number, CODES)
    addition = (Edit(0, 0, "from http import HTTPStatus\n\n"),)
    assert {code: (choice.written, choice.edits) for code, choice in chosen.items()} == {
        "404": ("HTTPStatus.NOT_FOUND", addition),
        "410": ("HTTPStatus.GONE", addition),
        "418": ("HTTPStatus.IM_A_TEAPOT", addition),
    }
    assert chosen == {code: choice for one in CODES for code, choice in wording.choose(number, (one,)).items()}


def test_a_member_that_is_imported_by_itself_stands_beside_others_that_are_added_to_it() -> None:
    wording, number = wording_of(
        "from fastapi import HTTPException\nfrom fastapi.status import HTTP_404_NOT_FOUND\nraise HTTPException(404)\n"
    )
    assert wording is not None
    chosen = wording.choose(number, ("404", "410"))
    assert {code: (choice.written, [edit.text for edit in choice.edits]) for code, choice in chosen.items()} == {
        "404": ("HTTP_404_NOT_FOUND", []),
        "410": ("HTTP_410_GONE", [", HTTP_410_GONE"]),
    }


def test_a_text_that_lists_the_codes_there_are_is_given_none() -> None:
    codes = "\n".join(f"assert response.status_code == {status.code}" for status in load_registry())
    wording, _ = wording_of(f"import requests\n{codes}\n")
    assert wording is None


def test_a_language_without_constants_is_given_none() -> None:
    wording, _ = wording_of('{"status": 404}', "json")
    assert wording is None
