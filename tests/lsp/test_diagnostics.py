"""Diagnostics: pushed when a document is opened or changed, taken back when it is closed."""

import pytest
from lsprotocol import types as lsp

from lsp_client import Client
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, Level, find
from statuslens_lsp.diagnostics import diagnose
from statuslens_lsp.documents import Analysis

URI = "file:///project/app.py"
FINE = "import requests\n\nanswer = requests.get('x', timeout=299)\nassert answer.status_code == 200\n"
ODD = FINE.replace("200", "299")

(FINDING,) = find(scan_text(ODD, language="python"), load_registry())
UNASSIGNED = lsp.Diagnostic(
    lsp.Range(lsp.Position(3, 29), lsp.Position(3, 32)),
    FINDING.message,
    severity=lsp.DiagnosticSeverity.Information,
    code="unassigned-code",
    source="statuslens",
)


@pytest.mark.asyncio(loop_scope="module")
async def test_diagnostics_follow_a_document_from_its_opening_to_its_end(client: Client) -> None:
    answers = [
        await client.open(URI, ODD, version=7),
        await client.change(URI, FINE, version=8),
        await client.change(URI, ODD, version=9),
        await client.close(URI),
    ]
    assert answers == [
        lsp.PublishDiagnosticsParams(URI, (UNASSIGNED,), version=7),
        lsp.PublishDiagnosticsParams(URI, (), version=8),
        lsp.PublishDiagnosticsParams(URI, (UNASSIGNED,), version=9),
        lsp.PublishDiagnosticsParams(URI, ()),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_of_several_changes_in_one_message_the_last_counts(client: Client) -> None:
    await client.open(URI, FINE)
    client.tell_change(URI, ODD, FINE, ODD, version=2)
    assert await client.diagnostics() == lsp.PublishDiagnosticsParams(URI, (UNASSIGNED,), version=2)


@pytest.mark.asyncio(loop_scope="module")
async def test_hover_sees_the_newest_version(client: Client) -> None:
    await client.open(URI, FINE)
    await client.change(URI, f"\n{FINE}", version=2)
    assert await client.hover(URI, 3, 29) is None
    assert await client.hover(URI, 4, 29) is not None


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        (Level.ERROR, lsp.DiagnosticSeverity.Error),
        (Level.WARNING, lsp.DiagnosticSeverity.Warning),
        (Level.INFORMATION, lsp.DiagnosticSeverity.Information),
        (Level.HINT, lsp.DiagnosticSeverity.Hint),
    ],
)
def test_each_level_has_its_severity(level: Level, severity: lsp.DiagnosticSeverity) -> None:
    finding = Finding("some-rule", level, start=4, end=7, code="299", message="Something is odd.")
    analysis = Analysis(URI, 1, scan_text("x = 299", language="python"), (finding,))
    expected = lsp.Diagnostic(
        lsp.Range(lsp.Position(0, 4), lsp.Position(0, 7)),
        "Something is odd.",
        severity=severity,
        code="some-rule",
        source="statuslens",
    )
    assert diagnose(analysis, lsp.PositionEncodingKind.Utf16) == [expected]
