"""The vendors' codes: the shipped files, and how they are looked up."""

import csv
from pathlib import Path
from typing import Any

import pytest

from statuslens.errors import RegistryError
from statuslens.registry import name_key, vendor
from statuslens.registry.vendor import (
    Standing,
    Vendor,
    VendorCode,
    find_vendor,
    find_vendor_codes,
    load_vendors,
    substatus,
    vendor_codes,
)

FACTS = Path(__file__).parent / "facts" / "vendors.csv"
MAX_SENTENCES = 2


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected_standing(row: dict[str, str]) -> Standing:
    if row["retired"] == "yes":
        return Standing.RETIRED
    if row["retired"] == "unknown" or row["evidence"] == "disputed":
        return Standing.DISPUTED
    return Standing.CURRENT


def order(code: str) -> tuple[int, int]:
    number, _, after_dot = code.partition(".")
    return int(number), int(after_dot) if after_dot else -1


def every_code() -> list[VendorCode]:
    return [code for vendor in load_vendors() for code in vendor.codes]


def test_the_codes_are_those_of_the_facts() -> None:
    ours = [(code.vendor, code.code, code.name, code.standing) for code in every_code()]
    wanted = [
        (row["vendor"], row["code"], "" if row["name"].startswith("(") else row["name"], expected_standing(row))
        for row in facts()
        if row["code"] != "none"
    ]
    ids = {vendor.name: vendor.id for vendor in load_vendors()}
    assert ours == sorted(wanted, key=lambda row: (ids[row[0]], order(row[1])))


def test_a_vendor_without_codes_of_its_own_has_no_file() -> None:
    left_out = [row["vendor"] for row in facts() if row["code"] == "none"]
    assert left_out == ["Envoy", "HAProxy", "Vercel"]
    assert [find_vendor(name) for name in left_out] == [None, None, None]


def test_the_vendors_stand_by_id() -> None:
    ids = [vendor.id for vendor in load_vendors()]
    assert ids == sorted(ids)
    assert len(ids) == 35


def test_no_two_vendors_answer_to_one_name() -> None:
    keys = [{name_key(name) for name in (vendor.id, vendor.name, *vendor.aliases)} - {""} for vendor in load_vendors()]
    assert len(set().union(*keys)) == sum(map(len, keys))


@pytest.mark.parametrize("vendor", load_vendors(), ids=lambda vendor: vendor.id)
def test_a_vendors_sources_stand_in_order_and_each_is_used(vendor: Vendor) -> None:
    ids = [source.id for source in vendor.sources]
    assert ids == sorted(set(ids))
    assert all(source.url.startswith("https://") for source in vendor.sources)
    read = "; ".join(code.source for code in vendor.codes)
    assert [source.title for source in vendor.sources if source.title not in read] == []


@pytest.mark.parametrize("code", every_code(), ids=lambda code: f"{code.vendor_id}-{code.code}")
def test_an_entry_says_all_in_one_or_two_sentences(code: VendorCode) -> None:
    texts = (code.name, code.meaning, code.note, code.reference, *code.other_names)
    assert [text for text in texts if not isinstance(text, str) or text != " ".join(text.split())] == []
    assert code.meaning.endswith(".")
    assert len(code.meaning.split(". ")) <= MAX_SENTENCES
    assert code.reference
    assert code.source
    assert code.note == "" or code.note.endswith(".")
    assert name_key(code.name) not in {name_key(name) for name in code.other_names}


def test_a_code_is_known_with_all_that_the_file_says() -> None:
    (found,) = [code for code in vendor_codes("404.1") if code.vendor_id == "microsoft-iis"]
    assert found == VendorCode(
        code="404.1",
        name="Site Not Found",
        vendor="Microsoft IIS",
        vendor_id="microsoft-iis",
        meaning="No site answers for this address: look at the bindings of the sites (host name, port).",
        standing=Standing.CURRENT,
        reference="KB 943891",
        source="Microsoft Learn: HTTP status codes in IIS (KB 943891)",
        other_names=("Not Found: Logon failed",),
        note="Older tables, which write 404:1, print the text of 401.1 here.",
        is_status=True,
    )
    assert found.title == "404.1 Site Not Found"


def test_the_ten_owners_of_499_stand_together() -> None:
    assert [(code.vendor, code.name) for code in vendor_codes("499")] == [
        ("Anthropic API", "Client Closed Request"),
        ("ASP.NET Core", "Client Closed Request"),
        ("Caddy", "Client Closed Request"),
        ("Cloud Foundry gorouter", "Request Cancelled"),
        ("Cloudflare", "Client Close Request"),
        ("Esri ArcGIS", "Token Required"),
        ("Google APIs", "Client Closed Request"),
        ("Kong", "Client Closed Request"),
        ("nginx", "Client Closed Request"),
        ("Traefik", "Client Closed Request"),
    ]


@pytest.mark.parametrize(
    ("code", "owners"),
    [
        (
            "420",
            [
                ("Apache HttpComponents", "current"),
                ("Javalin", "current"),
                ("Shopify", "retired"),
                ("Spring Framework", "retired"),
                ("Twitter", "retired"),
                ("WebDAV drafts", "retired"),
            ],
        ),
        ("449", [("Microsoft", "current"), ("Microsoft Exchange ActiveSync", "disputed")]),
        (
            "509",
            [
                ("cPanel", "current"),
                ("Node.js", "current"),
                ("Spring Framework", "current"),
                ("Apache HTTP Server", "disputed"),
            ],
        ),
        ("404", []),
        ("404.99", []),
        ("", []),
    ],
)
def test_owners_come_current_first_and_retired_last(code: str, owners: list[tuple[str, str]]) -> None:
    assert [(found.vendor, found.standing.value) for found in vendor_codes(code)] == owners


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("502.2", ["Premature exit", "Map request failure (ARR)"]),
        ("502.3", ["Forwarder connection error (ARR)", "WinHTTP asynchronous completion failure (ARR)"]),
        ("430", ["Shopify Security Rejection", "Request Header Fields Too Large"]),
    ],
)
def test_a_vendor_may_own_a_number_twice(code: str, names: list[str]) -> None:
    assert [found.name for found in vendor_codes(code)] == names


def test_a_code_without_a_name_is_titled_by_its_number() -> None:
    assert [found.title for found in vendor_codes("460")] == ["460"]


def test_a_number_that_never_is_a_status_says_so() -> None:
    assert [(code.vendor, code.code) for code in every_code() if not code.is_status] == [
        ("AWS Elastic Load Balancing", "000"),
        ("Squid", "600"),
        ("Squid", "601"),
    ]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("404:1", "404.1"),
        ("404.1", "404.1"),
        ("403.10", "403.10"),
        ("401.501", "401.501"),
        ("404", None),
        ("404.", None),
        ("404.1234", None),
        ("600.1", None),
        ("404.1.2", None),
        ("404:1\n", None),
        ("٤٠٤.1", None),
        ("", None),
    ],
)
def test_a_substatus_is_read_with_a_dot_or_a_colon(text: str, folded: str | None) -> None:
    assert substatus(text) == folded


def test_a_colon_and_a_dot_ask_for_the_same() -> None:
    assert vendor_codes("404:1") == vendor_codes("404.1") != ()


@pytest.mark.parametrize(
    ("text", "vendor_id"),
    [
        ("nginx", "nginx"),
        ("NGINX", "nginx"),
        ("iis", "microsoft-iis"),
        ("Microsoft IIS", "microsoft-iis"),
        ("microsoft", "microsoft"),
        ("aws", "aws-elastic-load-balancing"),
        ("ELB", "aws-elastic-load-balancing"),
        ("alb", "aws-elastic-load-balancing"),
        ("cf", "cloudflare"),
        ("ASP.NET", "aspnet-core"),
        ("asp.net core", "aspnet-core"),
        ("node.js", "nodejs"),
        ("Apache", "apache-http-server"),
        ("none", None),
        ("…", None),
        ("", None),
    ],
)
def test_a_vendor_is_found_however_it_is_written(text: str, vendor_id: str | None) -> None:
    found = find_vendor(text)
    assert (found.id if found else None) == vendor_id


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Page Expired", [("laravel", "419")]),
        ("enhance-your-calm", [("javalin", "420"), ("twitter", "420")]),
        ("Request Entity Too Large", [("huawei-cloud", "413"), ("microsoft-iis", "413.0")]),
        ("Loop Detected", [("webdav-drafts", "506")]),
        ("Network Connect Timeout Error", [("dart", "599"), ("http-proxies", "599")]),
        ("plain http request was sent to https port", []),
        ("The plain HTTP request was sent to HTTPS port", [("nginx", "497")]),
        ("Request Header Or Cookie Too Large", [("kong", "494"), ("nginx", "494")]),
        ("(locked store)", []),
        ("…", []),
        ("", []),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, codes: list[tuple[str, str]]) -> None:
    assert [(code.vendor_id, code.code) for code in find_vendor_codes(name)] == codes


@pytest.mark.parametrize(
    ("code", "name", "vendor_id"),
    [
        ("401.1", "Unauthorized: Logon Failed", "microsoft-iis"),
        ("401.2", "Unauthorized: Logon Failed due to server configuration", "microsoft-iis"),
        ("401.3", "Unauthorized: Unauthorized due to ACL on resource", "microsoft-iis"),
        ("401.4", "Unauthorized: Authorization failed by filter", "microsoft-iis"),
        ("401.5", "Unauthorized: Authorization failed by ISAPI/CGI app", "microsoft-iis"),
        ("403.1", "Forbidden: Execute Access Forbidden", "microsoft-iis"),
        ("403.2", "Forbidden: Read Access Forbidden", "microsoft-iis"),
        ("403.3", "Forbidden: Write Access Forbidden", "microsoft-iis"),
        ("403.4", "Forbidden: SSL required", "microsoft-iis"),
        ("403.5", "Forbidden: SSL 128 required", "microsoft-iis"),
        ("403.6", "Forbidden: IP address rejected", "microsoft-iis"),
        ("403.7", "Forbidden: Client certificate required", "microsoft-iis"),
        ("403.8", "Forbidden: Site access denied", "microsoft-iis"),
        ("403.9", "Access Forbidden: Too many users are connected", "microsoft-iis"),
        ("403.10", "Access Forbidden: Invalid Configuration", "microsoft-iis"),
        ("403.11", "Access Forbidden: Password Change", "microsoft-iis"),
        ("403.12", "Access Forbidden: Mapper Denied Access", "microsoft-iis"),
        ("403.14", "Forbidden - Directory Listing Denied", "microsoft-iis"),
        ("404:1", "Not Found: Logon failed", "microsoft-iis"),
        ("404:2", "Not Found: Logon failed due to server configuration", "microsoft-iis"),
        ("404:3", "Not Found: Unauthorized due to ACL on resource", "microsoft-iis"),
        ("404:4", "Not Found: Authorization failed by filter", "microsoft-iis"),
        ("404:5", "Not Found: Authorization failed by ISAPI/CGI application", "microsoft-iis"),
        ("414", "Request-URI Too Large", "huawei-cloud"),
        ("416", "Requested range not satisfiable", "huawei-cloud"),
        ("422", "UnprocessableEntity", "huawei-cloud"),
        ("504", "ServerTimeout", "huawei-cloud"),
    ],
)
def test_a_name_that_tables_print_leads_to_its_code(code: str, name: str, vendor_id: str) -> None:
    found = find_vendor_codes(name)
    assert [entry.vendor_id for entry in found] == [vendor_id]
    assert found == vendor_codes(code)


def test_a_name_of_ones_own_comes_before_another_name() -> None:
    assert [code.vendor for code in find_vendor_codes("Client Closed Request")] == [
        "Anthropic API",
        "ASP.NET Core",
        "Caddy",
        "Google APIs",
        "Kong",
        "nginx",
        "Traefik",
        "Cloudflare",
    ]


SOURCE = {"id": "docs", "title": "Documentation", "url": "https://example.com"}
ENTRY = {"code": "403.9", "name": "Gone Fishing", "reference": "GONE", "meaning": "Nobody is in.", "sources": ["docs"]}
VENDOR = {"name": "Example", "sources": [SOURCE], "codes": [ENTRY]}
ADVICE = "the head comment of the file lists the fields"


def without(entry: dict[str, Any], field: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != field}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (["499"], "vendors/example.yaml: expected a mapping, found ['499']"),
        (without(VENDOR, "sources"), f"vendors/example.yaml: lacks sources; {ADVICE}"),
        (VENDOR | {"alias": ["x"]}, f"vendors/example.yaml: unknown field alias; {ADVICE}"),
        (
            VENDOR | {"sources": [without(SOURCE, "url")]},
            f"vendors/example.yaml: sources 1: lacks url; {ADVICE}",
        ),
        (VENDOR | {"codes": ["499"]}, "vendors/example.yaml: codes 1: expected a mapping, found '499'"),
        (
            VENDOR | {"codes": [without(ENTRY, "meaning")]},
            f"vendors/example.yaml: codes 1: lacks meaning; {ADVICE}",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"meanings": "x"}]},
            f"vendors/example.yaml: codes 1: unknown field meanings; {ADVICE}",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"code": 403.1}]},
            'vendors/example.yaml: codes 1: code 403.1 is not quoted; write "403.1" in quotes, '
            "since YAML changes bare numbers",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"code": "403:9"}]},
            'vendors/example.yaml: codes 1: code \'403:9\' is no code; write "499", or "404.13" with a substatus',
        ),
        (
            VENDOR | {"codes": [ENTRY | {"standing": "lost"}]},
            "vendors/example.yaml: codes 1 (403.9): standing 'lost' is none of current, disputed, retired",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"sources": ["hearsay"]}]},
            "vendors/example.yaml: codes 1 (403.9): unknown source hearsay; add it to the sources of the file",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"sources": []}]},
            "vendors/example.yaml: codes 1 (403.9): sources [] is no list with items; begin each with a hyphen, "
            "or leave the field out",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"name": False}]},
            "vendors/example.yaml: codes 1 (403.9): name False is no text; write words, "
            "in quotes if YAML reads them as something else",
        ),
        (
            VENDOR | {"codes": [ENTRY | {"code": "403.10"}, ENTRY]},
            "vendors/example.yaml: codes 2: 403.9 stands after 403.10; keep numeric order",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(content: object, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor, "_contents", lambda: (("vendors/example.yaml", content),))
    with pytest.raises(RegistryError) as refused:
        load_vendors.__wrapped__()
    assert str(refused.value) == message


def test_a_vendor_is_read_with_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor, "_contents", lambda: (("vendors/example.yaml", VENDOR),))
    (found,) = load_vendors.__wrapped__()
    assert (found.id, found.name, found.aliases, [source.id for source in found.sources]) == (
        "example",
        "Example",
        (),
        ["docs"],
    )
    assert found.codes == (
        VendorCode(
            code="403.9",
            name="Gone Fishing",
            vendor="Example",
            vendor_id="example",
            meaning="Nobody is in.",
            standing=Standing.CURRENT,
            reference="GONE",
            source="Documentation",
        ),
    )
