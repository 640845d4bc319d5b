/** Choosing from what the server proposes to complete. */

import type { CompletionItem, CompletionList, TextEdit } from "vscode-languageclient";

/**
 * Return the edits of the first proposal for a code, which is the one in the team's style; undefined where there is
 * none.
 */
export function chooseCompletion(
  found: CompletionList | readonly CompletionItem[] | null,
  code: string,
): TextEdit[] | undefined {
  const list = found !== null && "items" in found ? found : undefined;
  const items: readonly CompletionItem[] = list?.items ?? (found as readonly CompletionItem[] | null) ?? [];
  const item = items.find((one) => one.data?.code === code);
  if (!item) {
    return undefined;
  }
  const range = item.textEdit && "range" in item.textEdit ? item.textEdit.range : list?.itemDefaults?.editRange;
  if (!range || !("start" in range)) {
    return undefined;
  }
  const newText = item.textEdit?.newText ?? item.textEditText ?? item.label;
  return [{ range, newText }, ...(item.additionalTextEdits ?? [])];
}
