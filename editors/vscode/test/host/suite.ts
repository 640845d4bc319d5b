/** Tests that run inside VS Code, one after the other, by its own API. */

import assert from "node:assert/strict";
import { extensions, type Position, type TextDocument, Uri, workspace } from "vscode";
import type { Api } from "../../src/extension.ts";

const PATIENCE = 30_000;

export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Run the tests, print a line for each, and fail if one of them does. */
export async function runAll(tests: Tests): Promise<void> {
  const failed: string[] = [];
  for (const [name, test] of Object.entries(tests)) {
    try {
      await Promise.race([test(), late()]);
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`not ok ${name}: ${error instanceof Error ? error.stack : error}`);
      failed.push(name);
    }
  }
  assert.deepEqual(failed, []);
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error(`not done in ${PATIENCE} ms`)));
}

export async function api(): Promise<Api> {
  const extension = extensions.getExtension<Api>("statuslens.statuslens");
  assert(extension, "the extension is installed");
  return extension.activate();
}

export function fileUri(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert(folder, "a folder is open");
  return Uri.joinPath(folder.uri, name);
}

/** Return the place right after the beginning of a text in a document. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `${text} is in ${document.uri}`);
  return document.positionAt(offset + 1);
}

/** Ask again and again until an answer will do. */
export async function until<Answer>(ask: () => Answer | PromiseLike<Answer>, willDo: (answer: Answer) => boolean) {
  let answer = await ask();
  for (let trips = 0; trips < 300 && !willDo(answer); trips += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await ask();
  }
  assert(willDo(answer), `this will not do: ${JSON.stringify(answer)}`);
  return answer;
}
