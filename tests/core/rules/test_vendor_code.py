"""vendor-code: a code that a vendor uses, and the end of a range that looks like one."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find

MAXIMUM = 'validate.MaximumInt("deny_status", "body", m.Status, 599, false)'


@pytest.mark.parametrize("statement", [MAXIMUM, "FailOnHttpStatusCodes = []int64{499, 599}"])
def test_the_end_of_a_range_is_no_code_of_a_vendor(statement: str) -> None:
    text = f"package shop\n\nfunc f() {{ {statement} }}\n"
    assert find(scan_text(text, language="go"), load_registry()) == ()


def test_the_codes_of_vendors_in_a_list_are_found() -> None:
    found = find(scan_text("RETRY_STATUS_CODES = [502, 503, 520, 599]\n", language="python"), load_registry())
    assert [item.code for item in found] == ["520", "599"]
