"""Code actions: what can be done about a status, and the edit that does it."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types as lsp

from lsp_client import UTF_16, Client, able, connect, place
from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.config.template import TEMPLATE
from statuslens.recognise import scan_text
from statuslens.rules import Edit
from statuslens.source.lines import LineIndex
from statuslens_lsp.edits import FileEdit, difference
from statuslens_lsp.offers import Asked, Offer, offer_fix_all, offer_fixes, offer_rewritings, offer_silence
from statuslens_lsp.views import Analysis, View

LITERALS = lsp.ClientCodeActionLiteralOptions(lsp.ClientCodeActionKindOptions([]))
EDITS = lsp.WorkspaceEditClientCapabilities(
    document_changes=True, resource_operations=[lsp.ResourceOperationKind.Create]
)
QUICK_FIX, REWRITE = lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite
HINT = RuleLevel.HINT
FIX_ALL = "source.fixAll.statuslens"
URI = "untitled:basket"
TEXT = "import requests\n\nassert requests.get('x').status_code == 299  # é 😀\n"
LITERAL = place(2, 40, 2, 43)


def capable(
    *, resolve: bool = False, edits: lsp.WorkspaceEditClientCapabilities | None = None
) -> lsp.ClientCapabilities:
    actions = lsp.CodeActionClientCapabilities(
        code_action_literal_support=LITERALS,
        is_preferred_support=True,
        data_support=resolve,
        resolve_support=lsp.ClientCodeActionResolveOptions(["edit"]) if resolve else None,
    )
    document = lsp.TextDocumentClientCapabilities(code_action=actions)
    return able(document=document, workspace=lsp.WorkspaceClientCapabilities(workspace_edit=edits))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def plain() -> AsyncIterator[Client]:
    """A client that wants edits at once, by URI."""
    async with connect(capabilities=capable()) as connected:
        yield connected
        assert connected.shown == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def modern() -> AsyncIterator[Client]:
    """A client that asks for each edit, takes versions and makes files."""
    async with connect(capabilities=capable(resolve=True, edits=EDITS)) as connected:
        yield connected
        assert connected.shown == []


def changes(uri: str, *edits: lsp.TextEdit) -> lsp.WorkspaceEdit:
    return lsp.WorkspaceEdit(changes={uri: edits})


def titles(actions: Sequence[lsp.CodeAction]) -> list[str]:
    return [action.title for action in actions]


def attached(actions: Sequence[lsp.CodeAction]) -> list[Sequence[lsp.Diagnostic] | None]:
    return [action.diagnostics for action in actions]


def quick_fix(title: str, found: lsp.Diagnostic, *edits: lsp.TextEdit) -> lsp.CodeAction:
    return lsp.CodeAction(title, QUICK_FIX, (found,), edit=changes(URI, *edits))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_finding_can_be_put_right_or_ignored(plain: Client) -> None:
    (found,) = (await plain.open(URI, TEXT)).diagnostics
    ignored = lsp.TextEdit(place(2, 51, 2, 51), "  # statuslens: ignore[unassigned-code]")
    at_head = lsp.TextEdit(place(0, 0, 0, 0), "# statuslens: ignore-file[unassigned-code]\n\n")
    assert await plain.actions(URI, LITERAL, [found]) == [
        quick_fix("Replace 299 by 226 IM Used", found, lsp.TextEdit(LITERAL, "226")),
        quick_fix("Replace 299 by 208 Already Reported", found, lsp.TextEdit(LITERAL, "208")),
        quick_fix("Replace 299 by 207 Multi-Status", found, lsp.TextEdit(LITERAL, "207")),
        quick_fix("Ignore unassigned-code on this line", found, ignored),
        quick_fix("Ignore unassigned-code in this file", found, at_head),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_range_decides_and_what_the_client_tells_is_attached(plain: Client) -> None:
    (found,) = (await plain.open(URI, TEXT)).diagnostics
    bare = lsp.Diagnostic(found.range, found.message, code=found.code)
    elsewhere = place(0, 0, 0, 0)
    offered = await plain.actions(URI, LITERAL)
    assert len(offered) == 5
    assert attached(offered) == [None] * 5
    assert titles(await plain.actions(URI, place(2, 43, 2, 43))) == titles(offered)
    assert await plain.actions(URI, elsewhere) == []
    assert titles(await plain.actions(URI, elsewhere, [bare])) == titles(offered)
    assert attached(await plain.actions(URI, LITERAL, [bare])) == [(bare,)] * 5
    others = [lsp.Diagnostic(LITERAL, "x", code="E711", source="ruff"), lsp.Diagnostic(LITERAL, "x")]
    assert attached(await plain.actions(URI, LITERAL, others)) == [None] * 5


@pytest.mark.asyncio(loop_scope="module")
async def test_a_safe_fix_is_preferred_and_one_that_changes_what_runs_says_so(plain: Client) -> None:
    text = "import requests\nr = requests.get('x')  # statuslens: ignore\nok = 200 <= r.status_code <= 300\n"
    unused, bound = (await plain.open(URI, text)).diagnostics
    offered = await plain.actions(URI, unused.range, [unused])
    assert offered == [
        lsp.CodeAction(
            "Take the comment away",
            QUICK_FIX,
            (unused,),
            is_preferred=True,
            edit=changes(URI, lsp.TextEdit(place(1, 21, 1, 43), "")),
        ),
        lsp.CodeAction(
            "Mend all that can be mended safely",
            FIX_ALL,
            edit=changes(URI, lsp.TextEdit(place(1, 0, 2, 0), "r = requests.get('x')\n")),
        ),
    ]
    fix, *_ = await plain.actions(URI, bound.range, [bound])
    assert fix == quick_fix("Replace <= by < (unsafe)", bound, lsp.TextEdit(place(2, 26, 2, 28), "<"))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_number_is_rewritten_as_a_constant_with_its_import_and_back(plain: Client) -> None:
    text = "import requests\n\nassert requests.get('x').status_code == 404\n"
    await plain.open(URI, text)
    edits = (
        lsp.TextEdit(place(0, 0, 0, 0), "from http import HTTPStatus\n\n"),
        lsp.TextEdit(LITERAL, "HTTPStatus.NOT_FOUND"),
    )
    expected = lsp.CodeAction("Replace 404 by HTTPStatus.NOT_FOUND", REWRITE, edit=changes(URI, *edits))
    assert await plain.actions(URI, LITERAL, only=["refactor"]) == [expected]
    assert await plain.actions(URI, LITERAL) == [expected]
    assert await plain.actions(URI, LITERAL, only=[QUICK_FIX]) == []
    await plain.change(URI, f"from http import HTTPStatus\n{text.replace('404', 'HTTPStatus.GONE')}", version=2)
    assert titles(await plain.actions(URI, place(3, 40, 3, 55))) == ["Replace HTTPStatus.GONE by 410"]


TWO = """\
from starlette.exceptions import HTTPException
from starlette.status import HTTP_410_GONE

gone = HTTPException(HTTP_410_GONE)


def f():
    raise HTTPException(404)


def g():
    raise HTTPException(409)
"""
MENDED = (
    TWO.replace("import HTTP_410_GONE", "import HTTP_410_GONE, HTTP_404_NOT_FOUND, HTTP_409_CONFLICT")
    .replace("(404)", "(HTTP_404_NOT_FOUND)")
    .replace("(409", "(HTTP_409_CONFLICT")
)
"""Each of the two changes the import, so that one pass is not enough."""


@pytest.mark.asyncio(loop_scope="module")
async def test_all_that_is_safe_is_mended_by_one_edit(plain: Client, tmp_path: Path) -> None:
    (tmp_path / "statuslens.yaml").write_text("rules: {prefer-constant: hint}\n", encoding="utf-8")
    uri = (tmp_path / "app.py").as_uri()
    await plain.open(uri, TWO)
    edit = lsp.TextEdit(place(1, 0, 12, 0), MENDED.partition("\n")[2])
    expected = lsp.CodeAction("Mend all that can be mended safely", FIX_ALL, edit=changes(uri, edit))
    nowhere = place(2, 0, 2, 0)
    for kind in ("source", "source.fixAll", FIX_ALL):
        assert await plain.actions(uri, nowhere, only=[kind]) == [expected]
    assert await plain.actions(uri, nowhere, only=["source.fixAll.ruff", "source.organizeImports"]) == []
    assert await plain.actions(uri, nowhere) == []
    await plain.change(uri, MENDED, version=2)
    assert await plain.actions(uri, nowhere, only=[FIX_ALL]) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_of_a_wide_range_the_first_findings_count(plain: Client) -> None:
    lines = "".join(f"assert requests.get('x').status_code == {code}\n" for code in (299, 533, 418) * 30)
    await plain.open(URI, f"import requests\n{lines}")
    found = titles(await plain.actions(URI, place(0, 0, 91, 0)))
    assert found.count("Ignore unassigned-code on this line") == 10
    assert len([title for title in found if title.endswith(" by HTTPStatus.IM_A_TEAPOT")]) == 10


@pytest.mark.asyncio(loop_scope="module")
async def test_an_edit_is_told_when_it_is_asked_for(modern: Client) -> None:
    (found,) = (await modern.open(URI, TEXT, version=4)).diagnostics
    first, *_ = await modern.actions(URI, LITERAL, [found])
    at = TEXT.index("299")
    data = {"uri": URI, "version": 4, "start": at, "end": at + 3}
    assert first == lsp.CodeAction("Replace 299 by 226 IM Used", QUICK_FIX, (found,), data=data)
    document = lsp.OptionalVersionedTextDocumentIdentifier(URI, 4)
    edit = lsp.WorkspaceEdit(document_changes=(lsp.TextDocumentEdit(document, (lsp.TextEdit(LITERAL, "226"),)),))
    assert (await modern.resolve(first)).edit == edit
    await modern.change(URI, f"\n{TEXT}", version=5)
    assert (await modern.resolve(first)).edit is None
    foreign = lsp.CodeAction("Sort imports", data={"uri": 1})
    assert await modern.resolve(foreign) == foreign


@pytest.mark.asyncio(loop_scope="module")
async def test_everything_that_is_offered_can_be_resolved(modern: Client, tmp_path: Path) -> None:
    (tmp_path / "statuslens.yaml").write_text("rules: {prefer-constant: hint}\n", encoding="utf-8")
    uri = (tmp_path / "app.py").as_uri()
    await modern.open(uri, TWO)
    offered = await modern.actions(uri, place(5, 0, 12, 0))
    assert titles(offered) == [
        "Replace 404 by HTTP_404_NOT_FOUND",
        "Replace 409 by HTTP_409_CONFLICT",
        "Ignore prefer-constant on this line",
        "Ignore prefer-constant on this line",
        "Ignore prefer-constant in this file",
        "Switch prefer-constant off in statuslens.yaml",
        "Mend all that can be mended safely",
    ]
    assert [(await modern.resolve(action)).edit is None for action in offered] == [False] * len(offered)


def edit_of(action: lsp.CodeAction) -> lsp.WorkspaceEdit:
    assert action.edit is not None
    return action.edit


async def switched_off(client: Client, uri: str) -> lsp.CodeAction:
    await client.open(uri, TEXT)
    *_, action = await client.actions(uri, LITERAL, only=[QUICK_FIX])
    return action if action.edit is not None else await client.resolve(action)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_rule_is_switched_off_in_the_team_file(plain: Client, tmp_path: Path) -> None:
    team = tmp_path / "statuslens.yaml"
    team.write_text("# ours\nrules:\n  old-name: error # why\nstyle: leave\n", encoding="utf-8")
    action = await switched_off(plain, (tmp_path / "app.py").as_uri())
    edit = lsp.TextEdit(place(3, 0, 3, 0), "  unassigned-code: off\n")
    assert (action.title, action.edit) == (
        "Switch unassigned-code off in statuslens.yaml",
        changes(team.as_uri(), edit),
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_of_a_team_file_that_is_open_the_text_in_the_editor_counts(modern: Client, tmp_path: Path) -> None:
    team = tmp_path / "statuslens.yaml"
    team.write_text("style: leave\n", encoding="utf-8")
    await modern.open(team.as_uri(), "# 😀\nstyle: number", language="yaml", version=3)
    action = await switched_off(modern, (tmp_path / "app.py").as_uri())
    document = lsp.OptionalVersionedTextDocumentIdentifier(team.as_uri(), 3)
    change = lsp.TextEdit(place(1, 0, 1, 13), "style: number\nrules:\n  unassigned-code: off\n")
    assert edit_of(action) == lsp.WorkspaceEdit(document_changes=(lsp.TextDocumentEdit(document, (change,)),))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_table_in_pyproject_is_a_team_file_too(plain: Client, tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool.statuslens.rules]\nold-name = 'error'\n", encoding="utf-8")
    action = await switched_off(plain, (tmp_path / "app.py").as_uri())
    change = lsp.TextEdit(place(1, 0, 1, 0), 'unassigned-code = "off"\n')
    assert (action.title, action.edit) == (
        "Switch unassigned-code off in pyproject.toml",
        changes(project.as_uri(), change),
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_a_team_file_is_made_in_the_repository_where_there_is_none(modern: Client, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    action = await switched_off(modern, (tmp_path / "src" / "app.py").as_uri())
    uri = (tmp_path / "statuslens.yaml").as_uri()
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    change = lsp.TextEdit(place(0, 0, 0, 0), f"{TEMPLATE}rules:\n  unassigned-code: off\n")
    assert action.title == "Switch unassigned-code off in a new statuslens.yaml"
    assert edit_of(action) == lsp.WorkspaceEdit(
        document_changes=(lsp.CreateFile(uri), lsp.TextDocumentEdit(document, (change,)))
    )


@pytest.mark.asyncio
async def test_a_team_file_is_made_in_the_folder_that_is_open(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "shop"
    folder.mkdir()
    async with connect(capabilities=capable(edits=EDITS), folders=(folder,)) as client:
        action = await switched_off(client, (folder / "src" / "app.py").as_uri())
        created, _ = edit_of(action).document_changes or ()
        assert created == lsp.CreateFile((folder / "statuslens.yaml").as_uri())


@pytest.mark.parametrize(
    "told",
    [
        "rules: [",
        "per-path: [{paths: [app.py], rules: {unassigned-code: error}}]\n",
        None,
    ],
)
@pytest.mark.asyncio(loop_scope="module")
async def test_nothing_is_switched_off_where_that_would_not_help(
    plain: Client, tmp_path: Path, told: str | None
) -> None:
    (tmp_path / ".git").mkdir()
    if told is not None:
        (tmp_path / "statuslens.yaml").write_text(told, encoding="utf-8")
    action = await switched_off(plain, (tmp_path / "app.py").as_uri())
    assert action.title == "Ignore unassigned-code in this file"


@pytest.mark.asyncio
async def test_a_client_that_knows_commands_alone_is_offered_nothing() -> None:
    async with connect() as client:
        await client.open(URI, TEXT)
        assert await client.actions(URI, LITERAL) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_of_a_document_that_is_not_open_nothing_is_known(plain: Client) -> None:
    assert await plain.actions("file:///project/closed.py", LITERAL) == []


def cell(text: str, start: int, end: int) -> View:
    """Return the view of a cell, which shows a part of a notebook's text."""
    analysis = Analysis(scan_text(text, language="python"), TeamFile(rules=(RuleSetting("prefer-constant", HINT),)))
    return View(URI, 1, analysis, LineIndex(text[start:end]), UTF_16, start)


def offered(view: View, *sources: Callable[[Asked], Iterator[Offer]]) -> list[str]:
    asked = Asked(view, view.start, view.end, view.findings)
    return [offer.title for source in sources for offer in source(asked)]


NOTEBOOK = (
    "import requests\nanswer = requests.get('x')\nassert answer.status_code == 404\nassert answer.status_code == 299\n"
)


def test_an_edit_that_would_leave_a_cell_is_not_offered() -> None:
    every = (offer_fixes, offer_rewritings, offer_silence, offer_fix_all)
    first, second = NOTEBOOK.index("answer ="), NOTEBOOK.index("assert")
    assert offered(cell(NOTEBOOK, 0, first), *every) == []
    assert offered(cell(NOTEBOOK, second, len(NOTEBOOK)), *every) == [
        "Replace 299 by 226 IM Used",
        "Replace 299 by 208 Already Reported",
        "Replace 299 by 207 Multi-Status",
        "Ignore prefer-constant on this line",
        "Ignore unassigned-code on this line",
    ]
    whole = offered(cell(NOTEBOOK, 0, len(NOTEBOOK)), offer_rewritings, offer_fix_all)
    assert whole == ["Replace 404 by HTTPStatus.NOT_FOUND", "Mend all that can be mended safely"]


def test_of_a_cell_all_is_mended_that_stays_in_it() -> None:
    text = f"from http import HTTPStatus\n{NOTEBOOK}{NOTEBOOK}"
    start, end = text.index("answer ="), text.rindex("import requests")
    view = cell(text, start, end)
    (mended,) = (offer.make() for offer in offer_fix_all(Asked(view, start, end, view.findings)))
    change = lsp.TextEdit(place(1, 0, 2, 0), "assert answer.status_code == HTTPStatus.NOT_FOUND\n")
    assert mended == FileEdit(URI, 1, (change,))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", Edit(2, 4, "B\n")),
        ("a\nb\n", "a\nx\nb\n", Edit(2, 2, "x\n")),
        ("a\na\n", "a\na\na\n", Edit(4, 4, "a\n")),
        ("a\na\na\n", "a\n", Edit(2, 6, "")),
        ("a", "a\n", Edit(0, 1, "a\n")),
        ("", "a", Edit(0, 0, "a")),
        ("a\r\nb\r\n", "a\r\nc\r\n", Edit(3, 6, "c\r\n")),
        ("a\n", "a\n", Edit(2, 2, "")),
    ],
)
def test_a_difference_leaves_equal_lines_alone(old: str, new: str, expected: Edit) -> None:
    assert difference(old, new) == expected
    assert f"{old[: expected.start]}{expected.text}{old[expected.end :]}" == new
