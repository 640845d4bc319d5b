"""An overview as one record, which ``data/overview.schema.json`` describes."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from statuslens.report.overview.model import CodeUse, Counts, FileUse, Overview, Place
from statuslens.report.records import finding_record
from statuslens.rules.purpose import Purpose

SCHEMA = 1
"""The version of the record's shape; it changes when a program that reads it would have to."""


def overview_record(overview: Overview) -> dict[str, Any]:
    """Return everything that an overview tells; lines and columns are those of an occurrence's record."""
    return {
        "schema": SCHEMA,
        "files": overview.files,
        "counts": _counts(overview.counts),
        "classes": [
            {
                "class": use.status_class,
                "name": use.name,
                "counts": _counts(use.counts),
                "codes": [code.code for code in use.codes],
            }
            for use in overview.classes
        ],
        "codes": [_code_record(use) for use in overview.codes],
        "handlers": [{"handler": use.handler, **_file_record(use)} for use in overview.handlers],
        "by_file": [_file_record(use) for use in overview.by_file],
        "gaps": {name: list(codes) for name, codes in asdict(overview.gaps).items()},
        "findings": [finding_record(file, finding) for file in overview.checked for finding in file.findings],
    }


def _code_record(use: CodeUse) -> dict[str, Any]:
    return {
        "code": use.code,
        **asdict(use.name),
        "class": use.status_class,
        "counts": _counts(use.counts),
        "places": [_place_record(place) for place in use.places],
    }


def _place_record(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        **place.range._asdict(),
        "text": place.text,
        "code": place.code,
        "role": place.role.value,
        "language": place.language,
        "purpose": place.purpose.value,
        "handler": place.handler,
    }


def _file_record(use: FileUse) -> dict[str, Any]:
    return {"path": use.path, "line": use.line, "counts": _counts(use.counts), "codes": _codes(use.codes)}


def _counts(counts: Counts) -> dict[str, int]:
    return {purpose.value: number for purpose, number in counts.items()}


def _codes(codes: Mapping[Purpose, tuple[str, ...]]) -> dict[str, list[str]]:
    return {purpose.value: list(own) for purpose, own in codes.items()}
