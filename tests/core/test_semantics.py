"""What the registry says of each code's caching, body, header fields, redirects and retries, against the facts."""

import csv
import re
from pathlib import Path

import pytest

from statuslens.registry import Reference, StatusClass, StatusCode, load_registry, name_key
from statuslens.registry.model import Body, ClassDescription, HeaderDuty, OlderText, Strength

FACTS = Path(__file__).parent / "facts"
CODES = list(load_registry())
CLASSES = [load_registry().describe_class(status_class) for status_class in StatusClass]
MAX_SENTENCES = 3
MAX_CHARACTERS = 330

FIELD = re.compile(r"\b(?:ETag|[A-Z][a-z]+(?:-[A-Z][A-Za-z]+)*|WWW-Authenticate)\b")
IN_BRACKETS = re.compile(r"\([^)]*\)")
OUTSIDE_BRACKETS = re.compile(r";(?![^(]*\))")
SENTENCE_END = re.compile(r"[.!?](?= |$)")

# How the facts describe a field that a specification names without one of the three words.
STRENGTHS = {
    "SHOULD": (Strength.SHOULD, True),
    "MAY": (Strength.MAY, True),
    "no keyword": (Strength.SHOULD, False),
    "ought": (Strength.SHOULD, False),
    "optional": (Strength.MAY, False),
    "can": (Strength.MAY, False),
    "typical use": (Strength.MAY, False),
}

# Conflicts of a seed that are about a name or about the specification, not about what the status says.
ABOUT_NAMES = re.compile(
    r"\bname\b|\bcasing\b|\bcase only\b|no parentheses|prints Request-URL|has Request-URI"
    r"|spec replaced|\bspec$|^now RFC|^IANA \(Unused\)$"
    r"|^seeds? 00\d|^RFC 9110 (?:Content|URI|Unprocessable|Range)\b"
)


def facts(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SEMANTICS = facts("semantics.csv")
SEEDS = [row for row in facts("seeds.csv") if re.fullmatch(r"\d{3}", row["code"])]


def references(text: str) -> set[Reference]:
    """Read ``RFC 9110 §15.2.2, §7.8; RFC 9111 §3 (only final responses)``."""
    found = set()
    for part in IN_BRACKETS.sub("", text).split(";"):
        document = part.partition("§")[0].split(",")[0].strip()
        found |= {Reference(document, section) for section in re.findall(r"§([\w.]+)", part)}
    return found


def compare_with_facts(column: str, ours: dict[str, str]) -> None:
    assert ours == {row["code"]: row[column] for row in SEMANTICS}


def test_heuristic_caching_is_as_in_the_facts() -> None:
    ours = {status.code: str(status.heuristically_cacheable).lower() for status in CODES}
    compare_with_facts("heuristically_cacheable", ours)


def test_what_no_cache_may_keep_is_as_in_the_facts() -> None:
    compare_with_facts("must_not_store", {status.code: str(status.must_not_store).lower() for status in CODES})
    assert [status.code for status in CODES if status.must_not_store] == ["428", "429", "431", "511"]


def test_the_kind_of_body_is_as_in_the_facts() -> None:
    kinds = {Body.ALLOWED: "", Body.NONE: "framing", Body.EMPTY: "generation"}
    compare_with_facts("body_forbidden_kind", {status.code: kinds[status.body] for status in CODES})
    ours = {status.code: str(status.body is not Body.ALLOWED).lower() for status in CODES}
    compare_with_facts("body_forbidden", ours)


def test_where_content_length_is_forbidden_is_as_in_the_facts() -> None:
    ours = {status.code: str(status.content_length_forbidden).lower() for status in CODES}
    compare_with_facts("content_length_forbidden", ours)


@pytest.mark.parametrize(
    ("field", "column"),
    [("caching_reference", "heuristically_cacheable_ref"), ("body_reference", "body_ref")],
)
def test_the_section_on_caching_and_body_is_one_of_the_facts(field: str, column: str) -> None:
    wrong = [row["code"] for row in SEMANTICS if getattr(find(row["code"]), field) not in references(row[column])]
    assert wrong == []


def find(code: str) -> StatusCode:
    status = load_registry().get(code)
    assert status is not None
    return status


@pytest.mark.parametrize("row", SEMANTICS, ids=lambda row: row["code"])
def test_the_header_fields_are_those_of_the_facts_with_their_strength(row: dict[str, str]) -> None:
    always = {(name, Strength.MUST, True) for name in FIELD.findall(row["required_headers"])}
    conditional = FIELD.findall(IN_BRACKETS.sub("", row["conditional_required_headers"]))
    under_condition = {(name, Strength.MUST, True) for name in conditional}
    suggested = {field for part in OUTSIDE_BRACKETS.split(row["suggested_headers"]) for field in read_suggestion(part)}
    duties = find(row["code"]).headers
    must = [duty for duty in duties if duty.strength is Strength.MUST]
    assert summarise([duty for duty in must if not duty.when]) == always
    assert summarise([duty for duty in must if duty.when]) == under_condition
    assert summarise([duty for duty in duties if duty.strength is not Strength.MUST]) == suggested
    assert len(duties) == len(always) + len(under_condition) + len(suggested)


def summarise(duties: list[HeaderDuty]) -> set[tuple[str, Strength, bool]]:
    return {(duty.header, duty.strength, duty.keyword) for duty in duties}


def read_suggestion(text: str) -> set[tuple[str, Strength, bool]]:
    """Read ``ETag and Last-Modified on GET or HEAD (SHOULD)``."""
    names, _, note = text.partition("(")
    strengths = [strength for word, strength in STRENGTHS.items() if re.search(rf"\b{word}\b", note)]
    return {(name, *strength) for name in FIELD.findall(names) for strength in strengths}


@pytest.mark.parametrize("row", SEMANTICS, ids=lambda row: row["code"])
def test_each_header_field_names_a_section_of_the_facts(row: dict[str, str]) -> None:
    allowed = references(row["required_ref"]) | references(row["conditional_ref"]) | references(row["suggested_ref"])
    assert [duty for duty in find(row["code"]).headers if duty.reference not in allowed] == []


@pytest.mark.parametrize("row", SEMANTICS, ids=lambda row: row["code"])
def test_what_becomes_of_the_method_is_told_where_the_facts_tell_it(row: dict[str, str]) -> None:
    redirect = find(row["code"]).redirect
    assert bool(redirect) == bool(row["method_change_on_redirect"])
    if redirect:
        assert redirect.reference in references(row["redirect_ref"])


@pytest.mark.parametrize("row", SEMANTICS, ids=lambda row: row["code"])
def test_advice_on_retries_is_given_where_the_facts_give_it(row: dict[str, str]) -> None:
    retry = find(row["code"]).retry
    assert bool(retry) == bool(row["safe_to_retry"])
    if retry:
        keyword = re.search(r"\b(MUST|SHOULD|MAY)\b", row["safe_to_retry"])
        section = row["retry_ref"].partition(" as quoted")[0]
        assert retry.strength == (keyword[0] if keyword else None)
        assert retry.reference in references(section)


def test_the_codes_that_keep_and_that_change_the_method_say_so() -> None:
    words = {status.code: status.redirect.method.split(".")[0].split(":")[0] for status in CODES if status.redirect}
    assert words == {
        "300": "The specification leaves it open",
        "301": "It may change",
        "302": "It may change",
        "303": "It changes",
        "304": "Nothing is followed",
        "305": "Nothing is followed",
        "306": "Nothing is followed",
        "307": "It must not change",
        "308": "It stays",
    }


def sentences(status: StatusCode) -> dict[str, str]:
    found = {"meaning": status.meaning, "client": status.client, "server": status.server}
    found |= {f"confusion with {other.code}": other.choose for other in status.confusions}
    if status.redirect:
        found["redirect"] = status.redirect.method
    if status.retry:
        found["retry"] = status.retry.advice
    return found


@pytest.mark.parametrize("status", CODES, ids=lambda status: status.code)
def test_each_code_tells_client_and_server_what_to_do_in_few_sentences(status: StatusCode) -> None:
    for name, text in sentences(status).items():
        assert text.endswith("."), name
        assert text[0].isupper() or text[0].isdigit(), name
        assert len(SENTENCE_END.findall(text)) <= MAX_SENTENCES, name
        assert len(text) <= MAX_CHARACTERS, name
        assert text.isprintable(), name


@pytest.mark.parametrize("status", CODES, ids=lambda status: status.code)
def test_no_sentence_is_written_twice_in_a_code(status: StatusCode) -> None:
    texts = list(sentences(status).values())
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("duty", {duty for status in CODES for duty in status.headers}, ids=lambda duty: duty.header)
def test_a_condition_is_a_clause(duty: HeaderDuty) -> None:
    assert re.fullmatch(r"((if|on|in|to|with|after) .*[^.])?", duty.when)


def test_each_confusion_is_with_another_registered_code_and_mutual() -> None:
    pairs = {(status.code, other.code) for status in CODES for other in status.confusions}
    assert {code for pair in pairs for code in pair} <= {status.code for status in CODES}
    assert [pair for pair in pairs if pair[::-1] not in pairs] == []
    assert [pair for pair in pairs if pair[0] == pair[1]] == []


@pytest.mark.parametrize("status", CODES, ids=lambda status: status.code)
def test_a_sentence_on_a_confusion_names_a_code_of_the_pair(status: StatusCode) -> None:
    unclear = [other for other in status.confusions if not {status.code, other.code} & set(numbers(other.choose))]
    assert unclear == []


def numbers(text: str) -> list[str]:
    return re.findall(r"\b[1-5]\d\d\b", text)


@pytest.mark.parametrize("status", CODES, ids=lambda status: status.code)
def test_every_number_in_a_sentence_is_a_registered_code(status: StatusCode) -> None:
    known = {known.code for known in CODES}
    assert [text for text in sentences(status).values() if not set(numbers(text)) <= known] == []


@pytest.mark.parametrize(
    "codes",
    [
        "401 403",
        "400 422",
        "404 410",
        "301 308",
        "302 303 307",
        "409 412 428",
        "413 414 431",
        "405 501",
        "429 503",
        "500 502 503 504",
        "200 201 202 204",
        "406 415",
        "401 407",
        "409 423",
        "207 424",
        "425 429",
        "304 412",
        "301 302",
        "307 308",
        "100 417",
        "507 413",
    ],
)
def test_the_classic_pairs_are_told_apart(codes: str) -> None:
    group = codes.split()
    linked = {(code, other.code) for code in group for other in find(code).confusions}
    reached, waiting = set(), [group[0]]
    while waiting:
        code = waiting.pop()
        reached.add(code)
        waiting += [other for other in group if (code, other) in linked and other not in reached]
    assert reached == set(group)


def test_the_name_that_a_seed_prints_leads_to_its_code() -> None:
    lost = [
        (row["code"], row["name"])
        for row in SEEDS
        if row["code"] not in {status.code for status in load_registry().find(row["name"])}
    ]
    assert lost == []


def test_a_former_name_is_another_than_the_current_one_and_stands_once() -> None:
    for status in CODES:
        keys = [name_key(former.name) for former in status.former_names]
        if status.code not in {"408", "504"}:  # Time-out differs from Timeout by a hyphen only
            assert name_key(status.name) not in keys, status.code
        assert len(keys) == len(set(keys)), status.code


@pytest.mark.parametrize("row", SEEDS, ids=lambda row: f"{row['seed_file'][:3]}-{row['code']}")
def test_where_a_seed_says_something_else_the_older_text_is_told(row: dict[str, str]) -> None:
    content = [
        part for part in OUTSIDE_BRACKETS.split(row["conflict"]) if part and not ABOUT_NAMES.search(part.strip())
    ]
    assert bool(find(row["code"]).older_texts) or content == []


@pytest.mark.parametrize("row", SEEDS, ids=lambda row: f"{row['seed_file'][:3]}-{row['code']}")
def test_a_specification_that_a_seed_names_is_the_current_or_a_former_one(row: dict[str, str]) -> None:
    status = find(row["code"])
    named = {row["spec"].partition(" (")[0]} - {""}
    assert named <= {reference.document for reference in (status.reference, *status.former_references)}


def test_the_classes_tell_what_an_older_text_said() -> None:
    rows = {row["code"] for row in facts("seeds.csv") if row["code"].endswith("xx") and row["conflict"]}
    assert {str(description.status_class) for description in CLASSES if description.older_texts} == rows


@pytest.mark.parametrize("described", [*CODES, *CLASSES], ids=lambda described: described.title)
def test_an_older_text_is_half_a_sentence(described: StatusCode | ClassDescription) -> None:
    for older in described.older_texts:
        assert older.by[0].isupper()
        assert older.said[0].islower()
        assert not older.said.endswith(".")


def test_former_references_stand_newest_first() -> None:
    for status in CODES:
        numbers_ = [int(reference.document.removeprefix("RFC ")) for reference in status.former_references]
        assert numbers_ == sorted(numbers_, reverse=True), status.code
        assert status.reference not in status.former_references, status.code


@pytest.mark.parametrize("status", CODES, ids=lambda status: status.code)
def test_every_specification_that_is_cited_is_a_source(status: StatusCode) -> None:
    cited = [status.reference, *status.former_references, status.caching_reference, status.body_reference]
    cited += [duty.reference for duty in status.headers]
    cited += [item.reference for item in (status.redirect, status.retry) if item]
    cited += [status.deprecated_by] if status.deprecated_by else []
    documents = {reference.document for reference in cited}
    documents |= {older.by for older in status.older_texts if older.by.startswith("RFC ")}
    documents |= {former.used_by.partition(" §")[0] for former in status.former_names if former.used_by[:4] == "RFC "}
    urls = {source.url for source in status.sources}
    assert {document for document in documents if Reference(document).url not in urls} == set()


def test_the_older_texts_of_a_much_changed_code_are_all_there() -> None:
    assert [older.by for older in find("408").older_texts] == ["RFC 7231", "RFC 2616", "Some older tables"]
    assert find("421").older_texts == (
        OlderText("RFC 7540", "let caches keep it without a stated lifetime; RFC 9110 does not"),
    )
