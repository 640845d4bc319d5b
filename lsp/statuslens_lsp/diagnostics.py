"""``textDocument/publishDiagnostics``: findings under the literals that they are about."""

from lsprotocol import types as lsp

from statuslens.rules.level import Level
from statuslens.rules.model import Finding
from statuslens.source.lines import LineIndex
from statuslens_lsp.documents import Analysis
from statuslens_lsp.positions import to_range
from statuslens_lsp.session import Session

_SEVERITIES = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.INFORMATION: lsp.DiagnosticSeverity.Information,
    Level.HINT: lsp.DiagnosticSeverity.Hint,
}


def publish(ls: Session, analysis: Analysis) -> None:
    """Send the diagnostics of one version of a document."""
    diagnostics = diagnose(analysis, ls.position_encoding)
    ls.text_document_publish_diagnostics(
        lsp.PublishDiagnosticsParams(analysis.uri, diagnostics, version=analysis.version)
    )


def clear(ls: Session, uri: str) -> None:
    """Take back the diagnostics of a document that is closed."""
    ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def diagnose(analysis: Analysis, encoding: str) -> list[lsp.Diagnostic]:
    """Turn findings into diagnostics."""
    return [_diagnostic(finding, analysis.scan.lines, encoding) for finding in analysis.findings]


def _diagnostic(finding: Finding, lines: LineIndex, encoding: str) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        to_range(lines, finding.start, finding.end, encoding),
        finding.message,
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        source="statuslens",
    )
