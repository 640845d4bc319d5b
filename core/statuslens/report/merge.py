"""Put the reports of several shards together, as one run over all files would have written them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from statuslens.errors import UsageError
from statuslens.report import sarif
from statuslens.report.records import SCHEMA

_ADVICE = "name files that statuslens check has written with --format json, jsonl or sarif"


def merge(paths: Sequence[str]) -> Iterator[str]:
    """Yield the pieces of one report in the format of the given ones.

    Raises UsageError for a file that is not there or is no such report, and for reports that do not go together.
    """
    reports = [_read(path) for path in paths]
    # A shard in which nothing was found has no lines; it goes with any other that has.
    formats = {kind: path for path, (kind, _) in zip(paths, reports, strict=True) if kind}
    if len(formats) > 1:
        (one, first), (other, second) = list(formats.items())[:2]
        raise UsageError(f"{first} is {one} and {second} is {other}; merge reports of one format")
    if formats:
        yield from _MERGERS[next(iter(formats))](dict(zip(paths, (report for _, report in reports), strict=True)))


def _read(path: str) -> tuple[str, Any]:
    """Return the format of a report, and its content; an empty one has no format."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; {_ADVICE}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text in UTF-8; {_ADVICE}") from error
    if not text:
        return "", []
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if _is_sarif(content):
        return "sarif", content
    if _has(content, {"schema": SCHEMA, "files": int, "findings": list}) and all(map(_is_record, content["findings"])):
        return "json", content
    lines = _lines(text)
    if lines is not None and all(map(_is_record, lines)):
        return "jsonl", lines
    raise UsageError(f"{path}: is no report of this version; {_ADVICE}")


def _lines(text: str) -> list[Any] | None:
    try:
        return [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    except (ValueError, RecursionError):
        return None


def _has(content: object, fields: Mapping[str, object]) -> bool:
    """Tell whether something is a mapping with fields of these values or types."""
    if not isinstance(content, dict):
        return False
    pairs = ((content.get(name), wanted) for name, wanted in fields.items())
    return all(isinstance(value, wanted) if isinstance(wanted, type) else value == wanted for value, wanted in pairs)


def _is_record(record: object) -> bool:
    return _has(record, {"path": str, "line": int, "rule": str, "level": str, "message": str})


def _is_sarif(content: Any) -> bool:  # noqa: ANN401 (JSON holds anything)
    if not _has(content, {"version": "2.1.0", "runs": list}) or len(content["runs"]) != 1:
        return False
    (run,) = content["runs"]
    try:
        is_ours = run["tool"]["driver"]["name"] == "statuslens"
        return is_ours and all(isinstance(sarif.uri_of(result), str) for result in run["results"])
    except (KeyError, IndexError, TypeError):
        return False


def _merge_json(reports: Mapping[str, Any]) -> Iterator[str]:
    files = sum(report["files"] for report in reports.values())
    records = sorted((record for report in reports.values() for record in report["findings"]), key=_path)
    yield json.dumps({"schema": SCHEMA, "files": files, "findings": records}, indent=2) + "\n"


def _merge_jsonl(reports: Mapping[str, Any]) -> Iterator[str]:
    for record in sorted((record for report in reports.values() for record in report), key=_path):
        yield json.dumps(record) + "\n"


def _merge_sarif(reports: Mapping[str, Any]) -> Iterator[str]:
    first, merged = next(iter(reports.items()))
    (run,) = merged["runs"]
    for path, report in reports.items():
        if report["runs"][0]["tool"] != run["tool"]:
            raise UsageError(f"{path} was written by another version than {first}; let one version write all of them")
    results = (result for report in reports.values() for result in report["runs"][0]["results"])
    run["results"] = sorted(results, key=lambda result: unquote(sarif.uri_of(result)))
    yield json.dumps(merged, indent=2) + "\n"


def _path(record: Mapping[str, str]) -> str:
    return record["path"]


_MERGERS: dict[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "json": _merge_json,
    "jsonl": _merge_jsonl,
    "sarif": _merge_sarif,
}
