"""Diagnostics: pushed when a document is opened or changed, taken back when it is closed."""

import pytest
from lsprotocol import types as lsp

from lsp_client import UTF_16, Client, able, connect, place
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, Level, find
from statuslens_lsp.diagnostics import diagnose
from statuslens_lsp.views import Analysis, View

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
    data={"code": "299"},
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


@pytest.mark.asyncio(loop_scope="module")
async def test_changes_of_parts_lead_from_version_to_version(client: Client) -> None:
    await client.open(URI, FINE)
    changes = [
        lsp.TextDocumentContentChangePartial(place(0, 0, 0, 0), "# 😀 é\r\n"),
        lsp.TextDocumentContentChangePartial(place(4, 29, 4, 32), "299"),
    ]
    client.tell_changes(URI, changes, version=2)
    published = await client.diagnostics()
    assert [item.range for item in published.diagnostics] == [place(4, 29, 4, 32)]
    assert published.version == 2


@pytest.mark.asyncio(loop_scope="module")
async def test_of_a_burst_of_changes_the_first_and_the_last_are_answered(client: Client) -> None:
    await client.open(URI, FINE)
    for version in range(2, 8):
        client.tell_change(URI, ODD if version % 2 else FINE, version=version)
    published = [await client.diagnostics(), await client.diagnostics()]
    assert published == [
        lsp.PublishDiagnosticsParams(URI, (), version=2),
        lsp.PublishDiagnosticsParams(URI, (UNASSIGNED,), version=7),
    ]
    await client.close(URI)


@pytest.mark.asyncio
async def test_a_client_that_asks_is_answered_and_sent_nothing() -> None:
    asking = lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities())
    async with connect(capabilities=able(document=asking)) as client:
        client.tell_open(URI, ODD)
        first = await client.ask_diagnostics(URI)
        assert isinstance(first, lsp.RelatedFullDocumentDiagnosticReport)
        assert list(first.items) == [UNASSIGNED]
        assert first.result_id is not None
        again = await client.ask_diagnostics(URI, first.result_id)
        assert again == lsp.RelatedUnchangedDocumentDiagnosticReport(first.result_id)
        client.tell_change(URI, FINE, version=2)
        after = await client.ask_diagnostics(URI, first.result_id)
        assert isinstance(after, lsp.RelatedFullDocumentDiagnosticReport)
        assert list(after.items) == []
        client.tell_close(URI)
        closed = await client.ask_diagnostics(URI)
        assert closed == after
        assert client.protocol.diagnostics == {}


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
    analysis = Analysis(scan_text("x = 299", language="python"))
    vars(analysis)["findings"] = (finding,)
    view = View(URI, 1, analysis, analysis.scan.lines, UTF_16)
    expected = lsp.Diagnostic(
        lsp.Range(lsp.Position(0, 4), lsp.Position(0, 7)),
        "Something is odd.",
        severity=severity,
        code="some-rule",
        source="statuslens",
        data={"code": "299"},
    )
    assert diagnose(view) == [expected]
