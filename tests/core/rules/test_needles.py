"""What bytes alone tell of whether a rule can speak; the tests of each rule see that it is not passed over."""

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.rules.choice import choose
from statuslens.rules.needles import can_find_at


@pytest.mark.parametrize(
    ("rule", "language", "text"),
    [
        pytest.param("success-as-error", "go", "http.Error(w, err)\nw.WriteHeader(http.StatusOK)\n", id="closed call"),
        pytest.param("reason-mismatch", "python", "# 200 OK\nresponse.status = 503\n", id="another number's phrase"),
        pytest.param("reason-mismatch", "json", '{"status": 404, "mood": "Forbidden"}', id="under another name"),
        pytest.param("name-mismatch", "python", "# Not found or not public: the status is 403", id="prose"),
        pytest.param("impossible-condition", "go", "if code != 404 && code != 406 {\n}\n", id="two exceptions"),
        pytest.param("impossible-condition", "c", "if (status == 404) a();\nif (status == 404) b();\n", id="no branch"),
        pytest.param("off-by-one-bound", "java", "Map<String> status = new HashMap<>(300);", id="type in brackets"),
        pytest.param("unassigned-code", "python", "status(code, timeout=299)\n", id="value of something else"),
        pytest.param("vendor-code", "javascript", "status = 200; style = 'text-red-600'", id="part of a name"),
    ],
)
def test_a_file_is_passed_over_in_which_nothing_belongs_to_the_status(rule: str, language: str, text: str) -> None:
    assert not can_find_at(text.encode(), language, choose(DEFAULTS, (rule,)), str)


@pytest.mark.parametrize(
    ("rule", "language", "text"),
    [
        ("success-as-error", "go", 'http.Error(w, "a :)", http.StatusOK)\n'),
        ("reason-mismatch", "json", '{"status": 404, "statusText": "Forbidden"}'),
        ("impossible-condition", "go", "if code != 404 || code != 406 {\n}\n"),
        ("impossible-condition", "c", "if (status == 404) a();\nelse if (status == 404) b();\n"),
        ("off-by-one-bound", "go", "if code < http.StatusOK && code <= http.StatusMultipleChoices {\n}\n"),
        ("unassigned-code", "python", "response.status_code == 299\n"),
        ("vendor-code", "java", "int toStatus(Code c) { switch (c) { case CANCELLED -> 499; } }"),
    ],
)
def test_a_file_is_looked_at_in_which_something_may_belong_to_it(rule: str, language: str, text: str) -> None:
    assert can_find_at(text.encode(), language, choose(DEFAULTS, (rule,)), str)
