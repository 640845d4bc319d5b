"""The keys of the team file: the one table that reads it and that its JSON Schema is made from."""

import re
from collections.abc import Iterable

from statuslens import __version__
from statuslens.config.model import (
    ContextKind,
    ContextRule,
    PathRules,
    RuleLevel,
    RuleSetting,
    Style,
    TeamCode,
    TeamFile,
    TeamNote,
)
from statuslens.config.nodes import Kind, Node, Scalar, Table, Where, describe, shorten
from statuslens.config.shapes import (
    Entries,
    Key,
    Shape,
    choice,
    list_of,
    mapping_of,
    pattern,
    read_text,
    record,
    some_of,
    suggest,
    text,
    truth,
)
from statuslens.config.version import satisfies
from statuslens.registry import load_registry

_CODE = r"[1-9][0-9]{2}(\.(0|[1-9][0-9]{0,3}))?"
# RFC 3986 without user names, which make an address look like another's, and without what ends a link in a chat.
_URL = r"https?://[A-Za-z0-9._~%:\[\]-]+([/?#][A-Za-z0-9._~%:/?#\[\]@!$&'()*+,;=-]*)?"
_GLOB = r"(?!!)[^\\\x00-\x1f\x7f]+"
_NAME = r"[^\s\x00-\x1f\x7f]+"
_COLON_CODE = re.compile(r"[1-9][0-9]{2}:[0-9]+")
_ARGUMENT = re.compile(r"0|[1-9][0-9]?")
_VERSION_ADVICE = 'is no range of versions; write for example ">=0.1" or ">=0.1,<1"'
_CODE_ADVICE = 'is no code; write three digits from "100" to "999", or a substatus such as "403.10"'
_NAME_LENGTH = 100
_TEXT_LENGTH = 1_000


def _read_code(node: Node, where: Where) -> str:
    if isinstance(node, Scalar) and node.kind in {Kind.INTEGER, Kind.NUMBER}:
        told = f'{node.text} is not quoted; write "{shorten(node.text).replace(":", ".")}" in quotes'
        raise where.problem(node.line, f"{told}, since bare numbers are changed when read (403.10 to 403.1)")
    found = read_text(node, where)
    if _COLON_CODE.fullmatch(found):
        raise where.problem(node.line, f'"{found}": a substatus is written with a point, "{found.replace(":", ".")}"')
    return _code_text.read(node, where)


def _read_own_code(node: Node, where: Where) -> str:
    code = _read_code(node, where)
    registered = load_registry().get(code)
    if registered:
        raise where.problem(node.line, f'"{code}" has a meaning already, {registered.name}; write about it under notes')
    return code


def _read_vendor(node: Node, where: Where) -> str:
    from statuslens.registry.vendor import find_vendor, load_vendors  # noqa: PLC0415 (38 files that few settings need)

    found = read_text(node, where)
    vendor = find_vendor(found)
    if vendor is None:
        names = [vendor.id for vendor in load_vendors()]
        meant = suggest(shorten(found).casefold(), names)
        advice = f'did you mean "{meant}"?' if meant else f"known are {', '.join(names)}"
        raise where.problem(node.line, f'unknown vendor "{shorten(found)}"; {advice}')
    return vendor.id


def _read_version(node: Node, where: Where) -> str:
    found = read_text(node, where)
    try:
        is_met = satisfies(__version__, found)
    except ValueError as error:
        raise where.problem(node.line, f'"{shorten(found)}" {_VERSION_ADVICE}') from error
    if not is_met:
        told = f"this is statuslens {__version__}, and the file is written for {found}; install one of those"
        raise where.problem(node.line, told)
    return found


def _read_argument(node: Node, where: Where) -> int | str:
    if isinstance(node, Scalar) and node.kind is Kind.INTEGER and _ARGUMENT.fullmatch(node.text):
        return int(node.text)
    if isinstance(node, Scalar) and node.kind is Kind.TEXT:
        return _name.read(node, where)
    told = f"found {describe(node)}; write the argument's position, from 0 to 99, or its keyword"
    raise where.problem(node.line, told)


def _check_note(found: Entries, where: Where, line: int | None) -> None:
    if len(found) == 1:
        raise where.problem(line, "says nothing about the code; add note, owner, runbook or links")


def _check_context(found: Entries, where: Where, line: int | None) -> None:
    kinds = [kind.value for kind in ContextKind if kind in found]
    if len(kinds) != 1:
        raise where.problem(line, f"has {' and '.join(kinds) or 'none'} of call, name and key; write one of them")
    if "argument" in found and "call" not in found:
        raise where.problem(line, "argument belongs to a call; leave it out")


def _context(
    *,
    call: str | None = None,
    name: str | None = None,
    key: str | None = None,
    argument: int | str = 0,
    status: bool = True,
) -> ContextRule:
    if call is not None:
        return ContextRule(ContextKind.CALL, call, argument, status)
    if name is not None:
        return ContextRule(ContextKind.NAME, name, status=status)
    return ContextRule(ContextKind.KEY, key or "", status=status)


_code_text = pattern(_CODE, 8, _CODE_ADVICE)
_code = Shape(_read_code, _code_text.schema)
_own_code = Shape(_read_own_code, _code_text.schema)
_name = pattern(_NAME, _NAME_LENGTH, "is no name; write it without spaces")
_url = pattern(_URL, 2_000, "is no address that may be linked; write one that begins with https:// or http://")
_glob = pattern(_GLOB, 300, "is no pattern; write a path with / between its parts, such as build/ or *.gen.go")
_about: dict[str, Key] = {
    "owner": Key(text(_NAME_LENGTH), "Who to ask: a team, a person or a channel."),
    "runbook": Key(_url, "Where it is written what to do; an http or https address."),
    "links": Key(list_of(_url), "Where to read on; http or https addresses."),
}

_CODE_KEYS = {
    "code": Key(_own_code, 'The code, in quotes: "471", or a substatus, "403.90".', is_required=True),
    "name": Key(text(_NAME_LENGTH), "What the team calls it, in a few words.", is_required=True),
    "meaning": Key(text(_TEXT_LENGTH), "What it says, and what to do about it, in a sentence or two."),
    **_about,
}
_NOTE_KEYS = {
    "code": Key(_code, 'The code, in quotes: "429", or a substatus, "403.10".', is_required=True),
    "note": Key(text(_TEXT_LENGTH), "What the code says in the team's own systems."),
    **_about,
}
_CONTEXT_KEYS = {
    "call": Key(
        _name,
        "A function of the team as it is called: fail is fail(...) and x.fail(...), api.fail has that receiver alone, "
        "*.fail any receiver but never none.",
    ),
    "name": Key(
        _name,
        "A variable, parameter, field or function whose value is set, compared, passed by keyword or returned: "
        "outcome is also reply.outcome; reply.outcome is that one alone.",
    ),
    "key": Key(_name, 'A key of a mapping: outcome is {"outcome": 404}, {outcome: 404} and row["outcome"] == 404.'),
    "argument": Key(
        Shape(_read_argument, {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 99}, _name.schema]}),
        "Which argument of the call: its position from 0 (without self), or its keyword, also in an object of options. "
        "The first where it is left out.",
    ),
    "status": Key(
        truth(), "Whether the value is a status (true, the default) or is not (false), whatever else speaks for one."
    ),
}
_ONE_KIND = [{"required": [kind.value]} for kind in ContextKind]


def team_file(rule_names: Iterable[str] | None = None) -> Shape[TeamFile]:
    """Return the shape of a team file; rules are compared with ``rule_names`` where these are given."""
    return record(TeamFile, team_keys(rule_names))


def read_team_file(node: Node, where: Where, rule_names: Iterable[str] | None = None) -> TeamFile:
    """Read a team file, its required version before anything that a newer version may have brought."""
    if isinstance(node, Table):
        for key, value in node.entries:
            if key.text == "required-version":
                _read_version(value, where.key(key.text))
    return team_file(rule_names).read(node, where)


def team_keys(rule_names: Iterable[str] | None) -> dict[str, Key]:
    """Return the keys of a team file; rules are compared with ``rule_names`` where these are given."""
    levels = mapping_of(RuleSetting, choice(RuleLevel), "rule", rule_names)
    path_keys = {
        "paths": Key(some_of(list_of(_glob)), "Which files, as in a .gitignore: tests/, *.gen.go.", is_required=True),
        "rules": Key(levels, "The level of each rule in them; off switches it off.", is_required=True),
    }
    contexts = record(
        _context, _CONTEXT_KEYS, _check_context, oneOf=_ONE_KIND, dependentRequired={"argument": ["call"]}
    )
    notes = record(TeamNote, _NOTE_KEYS, _check_note, minProperties=2)
    return {
        "required-version": Key(
            Shape(_read_version, {"type": "string", "minLength": 1}),
            'The versions of statuslens that the file is written for: ">=0.1", ">=0.1,<1".',
        ),
        "vendors": Key(
            list_of(Shape(_read_vendor, {"type": "string", "minLength": 1})),
            "Vendors whose codes are in use, such as nginx or cloudflare: their codes are known to the checks.",
        ),
        "codes": Key(
            list_of(record(TeamCode, _CODE_KEYS), key=lambda own: own.code),
            "The team's own codes: known to the checks, and explained wherever they are met.",
        ),
        "notes": Key(
            list_of(notes, key=lambda note: note.code),
            "What the team adds to codes that already have a meaning: a note, an owner, a runbook.",
        ),
        "rules": Key(
            levels,
            "The level of each rule; off switches it off. A rule that is not named keeps its own level.",
        ),
        "per-path": Key(
            list_of(record(PathRules, path_keys)),
            "Levels of rules in some files, over those under rules and over what a rule does in tests by itself. "
            "Of two entries that are about a file, the later one holds.",
        ),
        "style": Key(
            choice(Style),
            "How statuses are written: as a constant (the default), as a number, or left as they are. "
            "Decides which of the two rules about style can run.",
        ),
        "include": Key(
            list_of(_glob),
            "Which files of a folder are looked at, as in a .gitignore; all where it is empty. "
            "Paths count from the team file's folder, and a file that is named itself is always looked at.",
        ),
        "exclude": Key(
            list_of(_glob),
            "Which files of a folder are left out, as in a .gitignore, also where include has them. "
            "Paths count from the team file's folder, and a file that is named itself is always looked at.",
        ),
        "contexts": Key(
            list_of(contexts, key=lambda rule: (rule.kind, rule.text, rule.argument)),
            "Calls, names and keys of the team's own code whose value is, or is not, a status. "
            "Of several about one place the longest name decides, then the one with status: false. "
            "They count in source code, YAML and JSON, not in server configuration, logs and HTTP messages.",
        ),
    }
