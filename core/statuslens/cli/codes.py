"""``statuslens codes``: lists of codes and constants."""

import argparse
import json
import sys
from typing import Any

from statuslens.cli.screen import find_screen
from statuslens.errors import UsageError
from statuslens.registry import Registration, StatusClass, StatusCode, load_registry
from statuslens.registry.constant import Constant
from statuslens.registry.constant_index import constants_of
from statuslens.registry.vendor import VendorCode, find_vendor, load_vendors

_SCHEMA = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--class", dest="status_class", choices=[str(item) for item in StatusClass])
    parser.add_argument("--registration", choices=[str(item) for item in Registration if item != "unassigned"])
    parser.add_argument("--heuristically-cacheable", action="store_true", help="codes that a cache keeps by default")
    parser.add_argument("--vendor", metavar="NAME", help="a vendor's own codes, or 'all'")
    parser.add_argument("--constants", action="store_true", help="list the constants of the codes")
    parser.add_argument("--language", metavar="LANGUAGE", help="with --constants: of this language alone")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    if options.vendor:
        _print(options, [_vendor_record(own) for own in _vendor_codes(options)], ("code", "name", "vendor"))
    elif options.constants:
        _print(
            options,
            [_constant_record(item) for item in _constants(options)],
            ("code", "expression", "ecosystem", "deprecated"),
        )
    else:
        _print(options, [_status_record(status) for status in _statuses(options)], ("code", "name"))
    return 0


def _statuses(options: argparse.Namespace) -> list[StatusCode]:
    return [
        status
        for status in load_registry()
        if options.status_class in {None, status.status_class.value}
        and options.registration in {None, status.registration.value}
        and (status.heuristically_cacheable or not options.heuristically_cacheable)
    ]


def _vendor_codes(options: argparse.Namespace) -> list[VendorCode]:
    if options.vendor == "all":
        vendors = load_vendors()
    else:
        vendor = find_vendor(options.vendor)
        if vendor is None:
            msg = f"--vendor {options.vendor}: no such vendor; statuslens codes --vendor all lists them"
            raise UsageError(msg)
        vendors = (vendor,)
    return [own for vendor in vendors for own in vendor.codes if options.status_class in {None, f"{own.code[0]}xx"}]


def _constants(options: argparse.Namespace) -> list[Constant]:
    language = options.language.lower() if options.language else None
    found = [item for status in _statuses(options) for item in constants_of(status.code)]
    if language and language not in {item.language for item in found}:
        known = ", ".join(sorted({item.language for item in found}))
        msg = f"--language {options.language}: no constants of such a language; there are {known}"
        raise UsageError(msg)
    return [item for item in found if language in {None, item.language}]


def _status_record(status: StatusCode) -> dict[str, Any]:
    return {
        "code": status.code,
        "name": status.name,
        "class": status.status_class.value,
        "registration": status.registration.value,
        "reference": str(status.reference),
    }


def _vendor_record(own: VendorCode) -> dict[str, Any]:
    return {
        "code": own.code,
        "name": own.name,
        "vendor": own.vendor,
        "standing": own.standing.value,
        "meaning": own.meaning,
    }


def _constant_record(item: Constant) -> dict[str, Any]:
    return {
        "code": item.code,
        "expression": item.expression,
        "language": item.language,
        "ecosystem": item.ecosystem,
        "kind": item.kind.value,
        "version": item.version,
        "deprecated": item.deprecated,
    }


def _print(options: argparse.Namespace, records: list[dict[str, Any]], columns: tuple[str, ...]) -> None:
    if options.format == "json":
        json.dump({"schema": _SCHEMA, "items": records}, sys.stdout, indent=2)
        print()
        return
    screen = find_screen()
    widths = [max((len(record[column]) for record in records), default=0) for column in columns[:-1]]
    for record in records:
        cells = [record[column].ljust(width) for column, width in zip(columns, [*widths, 0], strict=True)]
        cells[0] = screen.paint(cells[0], f"{record['code'][0]}xx")
        print("  ".join(cells).rstrip())
