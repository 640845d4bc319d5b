"""Diagnostics: findings as LSP has them, and the answer to a client that asks for those of a document."""

from collections.abc import Sequence
from hashlib import blake2b

from lsprotocol import types as lsp

from statuslens.registry import load_registry
from statuslens.rules import Finding, Level
from statuslens_lsp.session import Session
from statuslens_lsp.troubles import check_team_file
from statuslens_lsp.views import View

SOURCE = "statuslens"
_SEVERITIES = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.INFORMATION: lsp.DiagnosticSeverity.Information,
    Level.HINT: lsp.DiagnosticSeverity.Hint,
}
_TAGS = {
    "obsolete-code": [lsp.DiagnosticTag.Deprecated],
    "old-name": [lsp.DiagnosticTag.Deprecated],
    "unused-suppression": [lsp.DiagnosticTag.Unnecessary],
}
_RESULT_ID_BYTES = 12


def is_asked(capabilities: lsp.ClientCapabilities) -> bool:
    """Tell whether the client asks for diagnostics, so that none have to be sent."""
    document = capabilities.text_document
    return document is not None and document.diagnostic is not None


def document_diagnostic(ls: Session, params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
    """``textDocument/diagnostic``: what is wrong in a document, or that it is the same as before."""
    view = ls.documents.view(params.text_document.uri)
    items = diagnose(view) if view is not None else []
    result_id = result_id_of(items)
    if result_id == params.previous_result_id:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(result_id)
    return lsp.RelatedFullDocumentDiagnosticReport(items, result_id=result_id)


def result_id_of(items: Sequence[lsp.Diagnostic]) -> str:
    """Return what tells these diagnostics from others."""
    return blake2b(repr(items).encode(), digest_size=_RESULT_ID_BYTES).hexdigest()


def diagnose(view: View) -> list[lsp.Diagnostic]:
    """Return the diagnostics of a text."""
    return [*(to_diagnostic(finding, view) for finding in view.findings), *check_team_file(view)]


def to_diagnostic(finding: Finding, view: View) -> lsp.Diagnostic:
    """Return the diagnostic for a finding in a text."""
    status = load_registry().get(finding.code)
    return lsp.Diagnostic(
        view.range(finding.start, finding.end),
        finding.message,
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        code_description=lsp.CodeDescription(status.reference.url) if status is not None else None,
        source=SOURCE,
        tags=_TAGS.get(finding.rule),
        related_information=[
            lsp.DiagnosticRelatedInformation(lsp.Location(view.uri, view.range(item.start, item.end)), item.message)
            for item in finding.related
            if view.shows(item.start, item.end)
        ]
        or None,
        data={"code": finding.code},
    )
