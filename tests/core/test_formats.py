"""Configuration, messages and logs: what the lexer and the usage lines make of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.errors import RegistryError
from statuslens.recognise import Role, scan_text
from statuslens.recognise.scan import MAX_CANDIDATES
from statuslens.recognise.usage import fill, parse_usage
from statuslens.source.filename import read_file_marks
from statuslens.source.format import read_format
from statuslens.source.language import load_languages
from statuslens.source.statements import Word, read_statements

FORMATS = sorted(language.id for language in load_languages().values() if language.format)
PIECES = [
    *(
        "return 404;",
        "error_page ",
        "status ",
        "ErrorDocument 404",
        "[R=301,L]",
        "HTTP/1.1 404 Not Found",
        '"GET / HTTP/1.1" 200 5',
    ),
    *(
        '{"status":404}',
        "status=500",
        "{{ x }}",
        "{% if x %}",
        "<% y",
        "{{",
        "{",
        "}",
        '"',
        "'",
        "`",
        "\\",
        "\n",
        "\r",
        "#",
        "<<A\n",
    ),
    *(
        "404",
        "4xx",
        "200-399",
        ",",
        ";",
        "=",
        "%{REQUEST_STATUS} -ge ",
        "$status ~ ",
        "é",
        "\ufeff",
        "\0",
        "#Fields: sc-status",
    ),
]


def statements(text: str, language: str) -> list[list[str]]:
    form = load_languages()[language].format
    assert form is not None
    return [[word.text for word in item.words] for item in read_statements(text, form) if not item.is_comment]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nginx", "a 1; b { c 'x; y' ; } # d e;\n", [["a", "1"], ["b"], ["c", "x; y"]]),
        ("nginx", 'a ${b}c\n  "d\\" e";', [["a", "${b}c", 'd\\" e']]),
        ("nginx", "x_by_lua_block { if a then { } 'b end } c;", [["x_by_lua_block", " if a then { } 'b end "], ["c"]]),
        ("nginx", "{% if a %}b {{ c; }} {{ d }}:1;{% endif %}", [["b", "{{ c; }}", "{{ d }}", ":1"]]),
        ("apacheconf", "A b \\\r\n  c\r\nD 'e", [["A", "b", "c"], ["D", "'e"]]),
        (
            "haproxy",
            "acl a status 404 # b\n\n  use c if { d }",
            [["acl", "a", "status", "404"], ["use", "c", "if", "{", "d", "}"]],
        ),
        ("caddyfile", "a {\n b {c} `d\ne`\n}", [["a"], ["b", "{c}", "d\ne"]]),
        ("caddyfile", "respond <<END\n  status 404\n  END 200", [["respond", "200"]]),
    ],
)
def test_a_configuration_is_cut_into_statements(language: str, text: str, expected: list[list[str]]) -> None:
    assert statements(text, language) == expected


def test_a_statement_knows_the_one_around_it() -> None:
    form = load_languages()["nginx"].format
    assert form is not None
    heads = [[word.text for word in item.head] for item in read_statements("a b { c; d { e; } } } f;", form)]
    assert heads == [[], ["a", "b"], ["a", "b"], ["d"], []]


@pytest.mark.parametrize(
    ("usage", "text", "expected"),
    [
        ("return CODE", "return 404 x 500", ["404"]),
        ("return CODE", "return 44", ["44"]),
        ("return CODE", "return x404", []),
        ("error CODE+", "error 404 500 x 503", ["404", "500"]),
        ("cache CODE+ ?", "cache 404 200 60", ["404", "200"]),
        ("cache CODE+ ?", "cache 404 60", ["404"]),
        ("try * =CODE", "try =404 x =44 =500", ["404", "500"]),
        ("rule * R=CODE", "rule ^R=200$ [L,r=301,QSA]", ["301"]),
        ("a|b * code CODE", "B x code 301 code x", ["301"]),
        ("*_next * http_CODE", "proxy_next error http_502 http_4040 http_503", ["502", "503"]),
        ("expect * status CODE", "expect ! status 200,204,300-310,4xx", ["200", "204", "300", "310", "4xx"]),
        ("map ? MATCH", r"map x ~^(404|\b410\b|5\d\d|2000|1.200)$", ["404", "410"]),
    ],
)
def test_a_usage_line_finds_its_statuses(usage: str, text: str, expected: list[str]) -> None:
    words = [Word(word, 0) for word in text.split()]
    assert [code.text for item in fill(parse_usage(usage), words) for code in item.codes] == expected


def test_an_occurrence_says_what_where_and_why() -> None:
    (found,) = scan_text("# é\nreturn 404;\n", language="nginx").occurrences
    assert (found.start, found.end, found.text, found.code, found.role) == (11, 14, "404", "404", Role.STATUS)
    assert [item.reason for item in found.evidence] == ["nginx's return takes a status here"]


def test_a_name_that_a_template_puts_in_a_status_place_makes_its_default_one() -> None:
    text = '{{ $c := dict "Refusal" "503" "Port" "443" }}\nserver { return {{ .Refusal }}; }\n'
    (found,) = scan_text(text, language="nginx").occurrences
    assert (found.code, found.evidence[0].reason) == (
        "503",
        "the template's Refusal stands where nginx's return takes a status",
    )


def test_comments_are_prose() -> None:
    text = "# Answers 404 Not Found on port 443.\n#error_page 502 /502.html;\n"
    found = scan_text(text, language="nginx", prose=True).occurrences
    assert [(item.code, item.role) for item in found] == [("404", Role.PROSE), ("502", Role.PROSE)]
    assert scan_text(text, language="nginx").occurrences == ()


def test_a_long_log_is_read_to_its_end() -> None:
    line = '192.0.2.1 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 404 300\n'
    lines = MAX_CANDIDATES // 2 + 1
    scan = scan_text(line * lines, language="log")
    assert (len(scan.occurrences), scan.left_out) == (lines, "")


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(FORMATS),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30),
    st.sampled_from(["", " "]),
)
def test_any_text_is_survived(language: str, pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    end = 0
    for item in scan_text(text, language=language, prose=True).occurrences:
        assert end <= item.start
        assert text[item.start : item.end] == item.text
        end = item.end


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(RegistryError, match="x: unknown field from; the head comment"):
        read_format({"forms": [], "from": 1}, "x")
    with pytest.raises(RegistryError, match="x: contents: lacks patterns; the head comment"):
        read_file_marks({"extensions": [], "contents": {"of": []}}, "x", (), ())
