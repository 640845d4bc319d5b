/** What the extension changes: documents, the team file, and the server that runs. */

import assert from "node:assert/strict";
import { commands, type Hover, Range, window, workspace } from "vscode";
import type { State } from "../../src/state.ts";
import { codesOf, fixesOf, open, problemsOf } from "./documents.ts";
import { fileUri, placeOf, type Tests, until } from "./suite.ts";

export const editing: Tests = {
  "a fix is applied and saved": async () => {
    const document = await open("app.py");
    const [action] = await fixesOf(document, "404");
    assert.equal(action?.title, "Replace 404 by HTTPStatus.NOT_FOUND");
    assert(action.edit, "the edit is known");
    await workspace.applyEdit(action.edit);
    await document.save();
  },

  "a team file is begun and saved, and shown where there is one": async () => {
    await commands.executeCommand("statuslens.newTeamFile");
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), fileUri("statuslens.yaml").toString());
    assert.equal(document?.isDirty, false);
    await commands.executeCommand("statuslens.newTeamFile");
    assert.equal(window.activeTextEditor?.document, document);
  },

  "a mistake in the team file is told of in it, and its rules hold at once": async () => {
    const document = await open("statuslens.yaml");
    const end = document.lineAt(document.lineCount - 1).range.end;
    const editor = window.activeTextEditor;
    await editor?.edit((edit) => edit.insert(end, "\nrules: {unasigned-code: off}\n"));
    await until(
      () => problemsOf(document.uri),
      (items) => codesOf(items).includes("team-file"),
    );
    const wrong = new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
    await editor?.edit((edit) => edit.replace(wrong, "rules: {unassigned-code: off}\n"));
    await document.save();
    await until(
      () => problemsOf(fileUri("app.py")),
      (items) => items.length === 0,
    );
  },

  "the server is started anew": async () => {
    const state: State = await commands.executeCommand("statuslens.restartServer");
    assert.equal(state.name, "running", JSON.stringify(state));
    const document = await open("other.py");
    const ask = () =>
      commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, placeOf(document, "503"));
    await until(ask, (hovers) => hovers.length > 0);
  },
};
