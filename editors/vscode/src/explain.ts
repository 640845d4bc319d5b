/** "Explain…": a status is picked, its explanation opens as a rendered page. */

import { commands, type TextDocumentContentProvider, Uri, window } from "vscode";
import { pickQuery } from "./picker.ts";
import { numberAt } from "./pickItems.ts";
import { messageOf, type Requests } from "./requests.ts";

export const SCHEME = "statuslens";

/** What the command may be called with: a query, an entry of the tree, the editor's URI, or nothing. */
type Argument = string | { readonly code?: unknown } | undefined;

/** Have a status explained; the user picks it where the argument does not say it. */
export async function explainStatus(requests: Requests, argument: Argument): Promise<void> {
  const uri = currentUri();
  const query = queryOf(argument) ?? (await pickQuery(requests, { title: "Explain a Status", typed: atCursor(), uri }));
  if (query !== undefined) {
    await commands.executeCommand("markdown.showPreview", pageOf(query, uri));
  }
}

/** Makes the pages that `pageOf` names. */
export function pages(find: () => Requests | undefined): TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(page) {
      const { query, uri } = JSON.parse(page.query);
      const requests = find();
      return requests ? requests.explain(query, uri).catch(messageOf) : "The statuslens server does not run.";
    },
  };
}

/** Return the document or folder whose team file counts. */
export function currentUri(): string | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri?.scheme === "file" ? uri.toString() : undefined;
}

/** Return the status that is selected or under the cursor. */
export function atCursor(): string {
  const editor = window.activeTextEditor;
  if (!editor) {
    return "";
  }
  const { selection, document } = editor;
  const selected = selection.isSingleLine ? document.getText(selection).trim() : "";
  return selected || numberAt(document.lineAt(selection.active.line).text, selection.active.character);
}

function pageOf(query: string, uri: string | undefined): Uri {
  const name = query.replaceAll(/[\\/?#]/g, " ").slice(0, 60);
  return Uri.from({ scheme: SCHEME, path: `/HTTP ${name}`, query: JSON.stringify({ query, uri }) });
}

function queryOf(argument: Argument): string | undefined {
  const query = typeof argument === "object" ? argument.code : argument;
  return typeof query === "string" ? query : undefined;
}
