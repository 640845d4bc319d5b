"""unquoted-response-key: a status as a number among OpenAPI's ``responses`` in YAML, where its keys are texts."""

from collections import Counter
from collections.abc import Iterator

from statuslens.rules.contract import Contract
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_PLAIN = "plain_scalar"
_NUMBER = "integer_scalar"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the keys of responses that YAML reads as numbers."""
    contract = subject.contract
    if contract is None:
        return
    quote = _usual_quote(contract, subject.text)
    for response in contract.responses:
        if not response.is_listed or not _is_number(response.key):
            continue
        start, code = subject.offset(response.start), response.code
        end = start + len(code)
        message = f"{code} is a number here, and OpenAPI's keys are texts: {quote}{code}{quote}."
        edits = Edit(start, start, quote), Edit(end, end, quote)
        fix = Fix(f"Put {code} in quotes", edits, is_safe=True) if response.beside.count(code) == 1 else None
        yield Problem(start, end, code, message, fix=fix)


def can_find(_near: Surroundings) -> bool:
    """Tell that no status matters: what describes responses is looked for."""
    return False


def _is_number(key: Node) -> bool:
    return key.type == _PLAIN and any(child.type == _NUMBER for child in key.named_children)


def _usual_quote(contract: Contract, text: str) -> str:
    """Return the quotes that most keys of responses have, or else most of the document; double ones where none do."""
    among_keys = Counter(text_of(response.key)[:1] for response in contract.responses)
    counted = among_keys if among_keys["'"] != among_keys['"'] else Counter(text)
    return "'" if counted["'"] > counted['"'] else '"'
