/** "Insert…": a status is picked and written at the cursor as the file writes statuses. */

import { type TextEdit, type TextEditor, WorkspaceEdit, window, workspace } from "vscode";
import { type CompletionItem, type CompletionList, CompletionTriggerKind } from "vscode-languageclient";
import type { LanguageClient } from "vscode-languageclient/node";
import { chooseCompletion } from "./completions.ts";
import { currentUri } from "./explain.ts";
import { pickQuery } from "./picker.ts";
import { Requests } from "./requests.ts";

export async function insertStatus(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  const question = { title: "Insert a Status", typed: "", uri: currentUri() };
  const code = editor && (await pickQuery(new Requests(client), question));
  if (!editor || code === undefined) {
    return;
  }
  if (!/^\d{3}$/.test(code)) {
    await window.showInformationMessage(`${code} is no single status; pick one with three digits.`);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.set(editor.document.uri, await editsFor(client, editor, code));
  await workspace.applyEdit(edit);
}

/** Return what completion would do with the code at the cursor; outside of a status's place, the number alone. */
async function editsFor(client: LanguageClient, editor: TextEditor, code: string): Promise<TextEdit[]> {
  const { document, selection } = editor;
  const found: CompletionList | CompletionItem[] | null = await client.sendRequest("textDocument/completion", {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.active),
    context: { triggerKind: CompletionTriggerKind.Invoked },
  });
  const place = client.code2ProtocolConverter.asRange(selection);
  const edits = chooseCompletion(found, code) ?? [{ range: place, newText: code }];
  return client.protocol2CodeConverter.asTextEdits(edits);
}
