"""``statuslens rule``: what a rule finds, and why that matters."""

import argparse
import difflib
import json

from statuslens.cli.rules import record
from statuslens.cli.screen import Screen, find_screen
from statuslens.errors import UsageError
from statuslens.rules import RULE_NAMES, Rule, load_rules
from statuslens.rules.markdown import section, standing
from statuslens.source.language import load_languages

_SCHEMA = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="a rule, as statuslens rules lists them")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what there is to know of the rule."""
    rule = load_rules().get(options.name)
    if rule is None:
        raise UsageError(f"{options.name}: no such rule; {_advice(options.name)}")
    if options.format == "json":
        print(json.dumps({"schema": _SCHEMA, **record(rule)}, indent=2))
    elif options.format == "markdown":
        print(section(rule), end="")
    else:
        print("\n".join(_lines(rule, find_screen())))
    return 0


def _advice(name: str) -> str:
    meant = difflib.get_close_matches(name, RULE_NAMES, n=1)
    return f"did you mean {meant[0]}?" if meant else "statuslens rules lists them"


def _lines(rule: Rule, screen: Screen) -> list[str]:
    lines = [
        f"{screen.paint(rule.name, 'title')} · {screen.paint(standing(rule), 'label')}",
        screen.wrap(rule.summary),
        "",
        screen.wrap(rule.why),
    ]
    for example in rule.examples:
        language = load_languages()[example.language].name
        shown = (
            ("reported", example.fails),
            ("fixed" if example.fixed else "not reported", example.fixed or example.passes),
        )
        for label, code in shown:
            lines += ["", f"  {screen.paint(f'{language}, {label}', 'label')}"]
            lines += [f"    {line}".rstrip().replace("\t", "    ") for line in code.splitlines()]
    return lines
