"""The registry: the shipped data, and how it is looked up."""

import csv
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from statuslens import datafile
from statuslens.errors import RegistryError
from statuslens.registry import (
    FormerName,
    Reference,
    Registration,
    Registry,
    Source,
    StatusClass,
    StatusCode,
    load_registry,
)
from statuslens.registry.load import load_classes, load_codes, load_sources
from statuslens.registry.model import Body, Confusion, HeaderDuty, OlderText, Redirect, Retry, Strength
from statuslens.registry.names import names_of_codes

FACTS = Path(__file__).parent / "facts"
MAX_SENTENCES = 3


def facts(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_codes_are_those_of_ianas_table() -> None:
    registry = load_registry()
    ours = [
        (
            status.code,
            status.registered_name,
            status.registration.value,
            str(status.reference),
            str(status.deprecated_by or ""),
            str(status.expires or ""),
        )
        for status in registry
    ]
    fields = ("code", "name", "status", "reference", "deprecated_by", "expires")
    assert ours == [tuple(row[field] for field in fields) for row in facts("iana.csv")]


def test_each_former_name_of_the_facts_is_known() -> None:
    registry = load_registry()
    for row in facts("iana.csv"):
        for former in filter(None, row["also_known_as"].split("; ")):
            name = former.partition(" (")[0]
            if ")" in name or row["code"] == "418":
                continue
            assert row["code"] in {status.code for status in registry.find(name)}, name


def test_the_unassigned_ranges_are_unknown() -> None:
    registry = load_registry()
    unassigned = [
        str(code) for row in facts("iana_unassigned.csv") for code in range(int(row["first"]), int(row["last"]) + 1)
    ]
    assert [code for code in unassigned if registry.get(code)] == []
    assert len(unassigned) + len(list(registry)) == 500


def test_the_table_has_a_date() -> None:
    assert load_registry().date == dt.date(2025, 9, 15)


def test_a_code_is_known_with_all_that_the_table_says() -> None:
    sources = load_sources()
    found = load_registry().get("413")
    assert found is not None
    assert found == StatusCode(
        code="413",
        name="Content Too Large",
        registered_name="Content Too Large",
        registration=Registration.ASSIGNED,
        reference=Reference("RFC 9110", "15.5.14"),
        meaning=found.meaning,
        client=found.client,
        server=found.server,
        sources=(sources["iana"], sources["rfc9110"], sources["rfc2616"], sources["rfc7231"]),
        former_names=(
            FormerName("Payload Too Large", "RFC 7231"),
            FormerName("Request Entity Too Large", "RFC 2616"),
        ),
        former_references=(Reference("RFC 7231", "6.5.11"), Reference("RFC 2616", "10.4.14")),
        heuristically_cacheable=False,
        must_not_store=False,
        caching_reference=Reference("RFC 9110", "15.1"),
        body=Body.ALLOWED,
        body_reference=Reference("RFC 9110", "6.4.1"),
        content_length_forbidden=False,
        headers=(
            HeaderDuty("Retry-After", Strength.SHOULD, "if it is for now only", Reference("RFC 9110", "15.5.14")),
        ),
        redirect=None,
        retry=Retry(
            "Only if the answer has Retry-After, and not before that time; otherwise send less.",
            None,
            Reference("RFC 9110", "15.5.14"),
        ),
        confusions=found.confusions,
        older_texts=(
            OlderText(
                "Some older tables",
                "promise Retry-After whenever it is for now only; a server should send it, but need not",
            ),
        ),
    )
    assert [other.code for other in found.confusions] == ["431", "414", "507", "415", "411"]


def test_the_head_of_each_file_of_codes_names_the_fields_of_its_entries() -> None:
    heads = set()
    for status_class in StatusClass:
        text = Path(datafile.DATA, f"codes/{status_class}.yaml").read_text(encoding="utf-8")
        head = text.partition("- code")[0]
        named = set(re.findall(r"^#   (\w+) +(?:required|optional) ", head, re.MULTILINE))
        used = {field for entry in datafile.read_data(f"codes/{status_class}.yaml") for field in entry}
        assert used - named == set()
        assert max(map(len, text.splitlines())) <= 120
        heads.add(head.partition("\n")[2])
    assert len(heads) == 1


def test_the_teapot_has_the_name_that_people_know() -> None:
    teapot = load_registry().get("418")
    assert teapot is not None
    assert (teapot.title, teapot.registered_name, teapot.registration) == (
        "418 I'm a teapot",
        "(Unused)",
        Registration.UNUSED,
    )


@pytest.mark.parametrize("status", list(load_registry()), ids=lambda status: status.code)
def test_a_meaning_is_one_to_three_sentences(status: StatusCode) -> None:
    assert status.meaning.endswith(".")
    assert len(status.meaning.replace("...", "").split(". ")) <= MAX_SENTENCES
    assert "  " not in status.meaning


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Not Found", ["404"]),
        ("not-found", ["404"]),
        ("NOT_FOUND", ["404"]),
        ("i’m a teapot", ["418"]),
        ("Payload Too Large", ["413"]),
        ("Moved Temporarily", ["302"]),
        ("(Unused)", ["306"]),
        ("nothing of the kind", []),
        ("…", []),
        ("", []),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, codes: list[str]) -> None:
    assert [status.code for status in load_registry().find(name)] == codes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4040", "404"),
        ("44", "404"),
        ("530", "503"),
        ("440", "410"),
        ("700", "500"),
        ("299", "226"),
        ("9" * 400, "429"),
    ],
)
def test_the_nearest_code_is_one_slip_away_or_close_by(typed: str, meant: str) -> None:
    assert load_registry().nearest(typed)[0].code == meant


def test_codes_nobody_should_use_anew_are_never_suggested() -> None:
    assert {status.code for status in load_registry() if not status.in_use} == {"305", "306", "418", "510"}
    assert "510" not in [status.code for status in load_registry().nearest("510")]


@pytest.mark.parametrize("code", ["", "4", "0404", "４０４", "6oo", "600", "099", "abc"])
def test_what_is_no_code_is_not_known(code: str) -> None:
    assert load_registry().get(code) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("RFC 9110 §15.5.5", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"),
        ("RFC 2774", "https://www.rfc-editor.org/rfc/rfc2774.html"),
        ("draft-x-05", "https://datatracker.ietf.org/doc/html/draft-x-05"),
    ],
)
def test_a_reference_is_read_and_links_to_its_place(text: str, url: str) -> None:
    reference = Reference.parse(text)
    assert (str(reference), reference.url) == (text, url)


def test_only_the_class_that_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def read_data(name: str) -> Any:
        read.append(name)
        return datafile.read_data(name)

    monkeypatch.setattr("statuslens.registry.load.read_data", read_data)
    assert Registry().get("404")
    assert read == ["sources.yaml", "codes/4xx.yaml"]


ENTRY = {
    "code": "404",
    "name": "Not Found",
    "reference": "RFC 9110 §15.5.5",
    "meaning": "Nothing is here.",
    "client": "Look elsewhere.",
    "server": "Put something here.",
    "sources": ["iana"],
}
SOURCES = {"iana": Source("iana", "IANA", "https://www.iana.org")}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            [ENTRY | {"code": 403.1}],
            'codes/4xx.yaml: entry 1: code 403.1 is not quoted; write "403.1" in quotes, '
            "since YAML changes bare numbers",
        ),
        (
            [{key: value for key, value in ENTRY.items() if key != "meaning"}],
            "codes/4xx.yaml: entry 1: lacks meaning; the head comment of the file lists the fields",
        ),
        (
            [ENTRY | {"meanings": "x"}],
            "codes/4xx.yaml: entry 1: unknown field meanings; the head comment of the file lists the fields",
        ),
        (["404"], "codes/4xx.yaml: entry 1: expected a mapping, found '404'"),
        (
            [ENTRY | {"sources": ["rfc1"]}],
            "codes/4xx.yaml: entry 1 (404): unknown source rfc1; add it to sources.yaml",
        ),
        (
            [ENTRY | {"registration": "lost"}],
            "codes/4xx.yaml: entry 1 (404): registration 'lost' is none of "
            "assigned, unused, obsoleted, temporary, unassigned",
        ),
        (
            [ENTRY | {"expires": "soon"}],
            "codes/4xx.yaml: entry 1 (404): expires 'soon' is no date; write 2026-11-13",
        ),
        (
            [ENTRY | {"reference": "RFC9110 15.5.5"}],
            "codes/4xx.yaml: entry 1 (404): reference 'RFC9110 15.5.5' is no reference; "
            "write it as RFC 9110 §15.5.5, or draft-name-05",
        ),
        (
            [ENTRY | {"former_references": [7231]}],
            "codes/4xx.yaml: entry 1 (404): former_references: item 7231 is no reference; "
            "write it as RFC 9110 §15.5.5, or draft-name-05",
        ),
        (
            [ENTRY | {"client": " "}],
            "codes/4xx.yaml: entry 1 (404): client ' ' is no text; "
            "write words, in quotes if YAML reads them as something else",
        ),
        (
            [ENTRY | {"name": 404}],
            "codes/4xx.yaml: entry 1 (404): name 404 is no text; "
            "write words, in quotes if YAML reads them as something else",
        ),
        (
            [ENTRY | {"must_not_store": "yes"}],
            "codes/4xx.yaml: entry 1 (404): must_not_store 'yes' is neither true nor false; "
            "write one of them, or leave the field out",
        ),
        (
            [ENTRY | {"must_not_store": True, "heuristically_cacheable": True}],
            "codes/4xx.yaml: entry 1 (404): must_not_store True contradicts heuristically_cacheable; "
            "a cache cannot obey both",
        ),
        (
            [ENTRY | {"body": "forbidden"}],
            "codes/4xx.yaml: entry 1 (404): body 'forbidden' is none of allowed, none, empty",
        ),
        (
            [ENTRY | {"headers": "Allow"}],
            "codes/4xx.yaml: entry 1 (404): headers 'Allow' is no list with items; "
            "begin each with a hyphen, or leave the field out",
        ),
        (
            [ENTRY | {"headers": [{"header": "Allow", "strength": "must", "reference": "RFC 9110 §10.2.1"}]}],
            "codes/4xx.yaml: entry 1 (404): headers 1: strength 'must' is none of MUST, SHOULD, MAY",
        ),
        (
            [ENTRY | {"headers": [{"header": "Allow"}]}],
            "codes/4xx.yaml: entry 1 (404): headers 1: lacks reference, strength; "
            "the head comment of the file lists the fields",
        ),
        (
            [ENTRY | {"redirect": "no"}],
            "codes/4xx.yaml: entry 1 (404): redirect: expected a mapping, found 'no'",
        ),
        (
            [ENTRY | {"retry": {"advice": "Wait.", "reference": "RFC 9110 §9.2.2", "strength": ["MAY"]}}],
            "codes/4xx.yaml: entry 1 (404): retry: strength ['MAY'] is none of MUST, SHOULD, MAY",
        ),
        (
            [ENTRY | {"confusions": [{"code": 410, "choose": "410 is for ever."}]}],
            'codes/4xx.yaml: entry 1 (404): confusions 1: code 410 is not quoted; write "410" in quotes, '
            "since YAML changes bare numbers",
        ),
        (
            [ENTRY | {"confusions": [{"code": "404", "choose": "404 is 404."}]}],
            "codes/4xx.yaml: entry 1 (404): confusions 1: code '404' is the code itself or listed before; "
            "name each other code once",
        ),
        (
            [ENTRY | {"older_texts": []}],
            "codes/4xx.yaml: entry 1 (404): older_texts [] is no list with items; "
            "begin each with a hyphen, or leave the field out",
        ),
        (
            [ENTRY | {"sources": [["iana"]]}],
            "codes/4xx.yaml: entry 1 (404): unknown source ['iana']; add it to sources.yaml",
        ),
        (
            ENTRY["code"],
            "codes/4xx.yaml: expected a list of mappings, found '404'; begin each entry with a hyphen",
        ),
        ([ENTRY | {"code": "500"}], "codes/4xx.yaml: entry 1: 500 belongs to another class's file"),
        ([ENTRY, ENTRY], "codes/4xx.yaml: entry 2: 404 stands after 404; keep numeric order"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(
    entries: object, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens.registry.load.read_data", lambda _name: entries)
    with pytest.raises(RegistryError) as refused:
        load_codes(StatusClass.CLIENT_ERROR, SOURCES)
    assert str(refused.value) == message


def test_an_entry_is_read_with_all_its_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    here = "RFC 9110 §1"
    entry = ENTRY | {
        "meaning": " Nothing\n  is here. ",
        "former_references": ["RFC 7231 §6.5.4", "draft-old-01"],
        "former_names": [{"name": "Lost", "used_by": "RFC 1"}],
        "heuristically_cacheable": True,
        "caching_reference": here,
        "body": "none",
        "body_reference": here,
        "content_length_forbidden": True,
        "headers": [
            {"header": "Link", "strength": "MAY", "reference": here, "when": "if it helps", "keyword": False},
            {"header": "Allow", "strength": "MUST", "reference": here},
        ],
        "redirect": {"method": "It stays.", "reference": here},
        "retry": {"advice": "Wait.", "strength": "SHOULD", "reference": here},
        "confusions": [{"code": "410", "choose": "410 is for ever."}],
        "older_texts": [{"by": "RFC 1", "said": "said more"}],
    }
    monkeypatch.setattr("statuslens.registry.load.read_data", lambda _name: [entry])
    reference = Reference("RFC 9110", "1")
    assert load_codes(StatusClass.CLIENT_ERROR, SOURCES) == {
        "404": StatusCode(
            code="404",
            name="Not Found",
            registered_name="Not Found",
            registration=Registration.ASSIGNED,
            reference=Reference("RFC 9110", "15.5.5"),
            meaning="Nothing is here.",
            client="Look elsewhere.",
            server="Put something here.",
            sources=(SOURCES["iana"],),
            former_names=(FormerName("Lost", "RFC 1"),),
            former_references=(Reference("RFC 7231", "6.5.4"), Reference("draft-old-01")),
            heuristically_cacheable=True,
            caching_reference=reference,
            body=Body.NONE,
            body_reference=reference,
            content_length_forbidden=True,
            headers=(
                HeaderDuty("Link", Strength.MAY, "if it helps", reference, keyword=False),
                HeaderDuty("Allow", Strength.MUST, "", reference),
            ),
            redirect=Redirect("It stays.", reference),
            retry=Retry("Wait.", Strength.SHOULD, reference),
            confusions=(Confusion("410", "410 is for ever."),),
            older_texts=(OlderText("RFC 1", "said more"),),
        )
    }


SOURCE = {"id": "iana", "title": "IANA", "url": "https://www.iana.org"}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([SOURCE, SOURCE], "sources.yaml: entry 2: id 'iana' stands twice; keep one of the two"),
        ([SOURCE | {"date": None}], "sources.yaml: entry 1: date None is no date; write 2026-11-13"),
        (
            [SOURCE | {"titel": "x"}],
            "sources.yaml: entry 1: unknown field titel; the head comment of the file lists the fields",
        ),
    ],
)
def test_a_wrong_source_is_refused_with_its_place(
    entries: object, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens.registry.load.read_data", lambda _name: entries)
    with pytest.raises(RegistryError) as refused:
        load_sources()
    assert str(refused.value) == message


CLASS = {"class": "1xx", "meaning": "A.", "unknown": "B.", "reference": "RFC 9110 §15.2", "sources": ["iana"]}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([CLASS, CLASS], "classes.yaml: entry 2: class '1xx' stands twice; keep one of the two"),
        ([CLASS | {"class": "6xx"}], "classes.yaml: entry 1: class '6xx' is none of 1xx, 2xx, 3xx, 4xx, 5xx"),
        ([CLASS], "classes.yaml: lacks 2xx, 3xx, 4xx, 5xx; describe every class"),
        (
            [CLASS | {"older_texts": [{"by": "RFC 1"}]}],
            "classes.yaml: entry 1: older_texts 1: lacks said; the head comment of the file lists the fields",
        ),
    ],
)
def test_a_wrong_class_is_refused_with_its_place(
    entries: object, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens.registry.load.read_data", lambda _name: entries)
    with pytest.raises(RegistryError) as refused:
        load_classes(SOURCES)
    assert str(refused.value) == message


def test_a_class_has_its_codes_in_order() -> None:
    found = load_registry().by_class(StatusClass.SUCCESSFUL)
    codes = ["200", "201", "202", "203", "204", "205", "206", "207", "208", "226"]
    assert [status.code for status in found] == codes
    assert {status.status_class for status in found} == {StatusClass.SUCCESSFUL}


def test_every_class_is_described() -> None:
    registry = load_registry()
    assert [registry.describe_class(status_class).title for status_class in StatusClass] == [
        "1xx Informational",
        "2xx Successful",
        "3xx Redirection",
        "4xx Client Error",
        "5xx Server Error",
    ]


def test_the_names_that_are_read_alone_are_those_of_the_registry() -> None:
    whole = {status.code: (status.name, *(old.name for old in status.former_names)) for status in load_registry()}
    assert names_of_codes() == whole
