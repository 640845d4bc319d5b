/** Documents in the editor, and what is known of them. */

import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import { fileUri, placeOf } from "./suite.ts";

/** Return what the server finds wrong in a document. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((item) => item.source === "statuslens");
}

export function codesOf(found: readonly Diagnostic[]): unknown[] {
  return found.map(({ code }) => (typeof code === "object" ? code.value : code));
}

export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document);
  return document;
}

/** Return the actions at a text that have to do with a status. */
export async function fixesOf(document: TextDocument, text: string): Promise<CodeAction[]> {
  const start = placeOf(document, text);
  const place = new Range(start, start);
  const found: CodeAction[] = await commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    place,
    undefined,
    20,
  );
  return found.filter((item) => /\d{3}|HTTPStatus/.test(item.title));
}
