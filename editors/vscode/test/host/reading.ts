/** What the extension tells of a workspace that is trusted, with a server that the settings name. */

import assert from "node:assert/strict";
import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  type Hover,
  type InlayHint,
  type Location,
  type MarkdownString,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Range,
  type SymbolInformation,
  window,
  workspace,
} from "vscode";
import { codesOf, open, problemsOf } from "./documents.ts";
import { api, fileUri, placeOf, type Tests, until } from "./suite.ts";

const names = (found: readonly Location[]) => found.map((item) => workspace.asRelativePath(item.uri)).sort();

export const reading: Tests = {
  "the server that the settings name is started": async () => {
    const { started } = await api();
    const state = await started;
    assert.equal(state.name, "running");
    assert.deepEqual(state.launch.source, "setting");
  },

  "what is wrong is found, and what is no status is left alone": async () => {
    const document = await open("app.py");
    const [found, ...others] = await until(
      () => problemsOf(document.uri),
      (items) => items.length > 0,
    );
    assert.deepEqual(others, []);
    assert.equal(found?.code, "unassigned-code");
    assert.equal(document.getText(found?.range), "299");
  },

  "a hover explains the status under the pointer, and no other number": async () => {
    const document = await open("app.py");
    const ask = (text: string) =>
      commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, placeOf(document, text));
    const [hover] = await ask("404");
    const [content] = hover?.contents ?? [];
    assert.match((content as MarkdownString).value, /^### 404 Not Found\n/);
    assert.deepEqual(await ask("500)"), []);
  },

  "a number is told by its name": async () => {
    const document = await open("app.py");
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints: InlayHint[] = await commands.executeCommand("vscode.executeInlayHintProvider", document.uri, whole);
    assert.deepEqual(
      hints.map((hint) =>
        typeof hint.label === "string" ? hint.label : hint.label.map((part) => part.value).join(""),
      ),
      ["Not Found"],
    );
  },

  "a status is completed as the file writes it": async () => {
    const document = await open("draft.py");
    const list: CompletionList = await commands.executeCommand(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.lineAt(2).range.end,
    );
    const item = list.items.find(
      (one) => one.label === "HTTPStatus.NOT_FOUND" || one.insertText === "HTTPStatus.NOT_FOUND",
    );
    assert(item, "the constant is offered");
  },

  "references are found in files that are not open, numbers and constants alike": async () => {
    const document = await open("app.py");
    const place = placeOf(document, "404");
    const found: Location[] = await commands.executeCommand("vscode.executeReferenceProvider", document.uri, place);
    assert.deepEqual(names(found), ["app.py", "other.py"]);
    const symbols: SymbolInformation[] = await commands.executeCommand("vscode.executeWorkspaceSymbolProvider", "503");
    assert.deepEqual(names(symbols.map((item) => item.location)), ["other.py"]);
  },

  "an explanation is a page, the same as the server's": async () => {
    await commands.executeCommand("statuslens.explainStatus", "401 vs 403");
    const page = await until(
      () => workspace.textDocuments.find((item) => item.uri.scheme === "statuslens"),
      (item) => item !== undefined,
    );
    const answer: { markdown: string } = await commands.executeCommand("statuslens.explain", "401 vs 403");
    assert.equal(page?.getText(), answer.markdown);
    const labels = window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
    assert(
      labels.some((label) => label.includes("HTTP 401 vs 403")),
      labels.join(),
    );
  },

  "the server hears what is to be told of its log": async () => {
    await workspace.getConfiguration("statuslens").update("trace.server", "verbose", ConfigurationTarget.Workspace);
    await workspace.getConfiguration("statuslens").update("trace.server", undefined, ConfigurationTarget.Workspace);
  },

  "a scan tells of files that are not open": async () => {
    assert.deepEqual(problemsOf(fileUri("other.py")), []);
    void commands.executeCommand("statuslens.scanWorkspace");
    const found = await until(
      () => problemsOf(fileUri("other.py")),
      (items) => items.length > 0,
    );
    assert.deepEqual(codesOf(found), ["body-not-allowed"]);
  },

  "cells of a notebook are read together": async () => {
    const cell = (text: string) => new NotebookCellData(NotebookCellKind.Code, text, "python");
    const data = new NotebookData([cell("import requests"), cell("assert requests.get('x').status_code == 299")]);
    const notebook = await workspace.openNotebookDocument("jupyter-notebook", data);
    await window.showNotebookDocument(notebook);
    const [, second] = notebook.getCells();
    assert(second);
    const found = await until(
      () => problemsOf(second.document.uri),
      (items) => items.length > 0,
    );
    assert.deepEqual(codesOf(found), ["unassigned-code"]);
  },
};
