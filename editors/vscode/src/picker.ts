/** Picking a status from a list that the server fills while one types. */

import {
  CancellationTokenSource,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from "vscode";
import { toEntries } from "./pickItems.ts";
import type { Requests } from "./requests.ts";

export interface Question {
  readonly title: string;
  /** What stands in the field at first. */
  readonly typed: string;
  /** The document or folder whose team file counts. */
  readonly uri: string | undefined;
}

interface Item extends QuickPickItem {
  readonly query: string;
}

const PLACEHOLDER = "404, too many, StatusNotFound, 401 vs 403, nginx 499, retry…";

/** Return the query that was picked or, where none fits, typed; undefined where the list was closed. */
export function pickQuery(requests: Requests, question: Question): Promise<string | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = question.title;
  pick.placeholder = PLACEHOLDER;
  pick.value = question.typed;
  keepOrder(pick);
  let asked: CancellationTokenSource | undefined;

  const fill = async (typed: string): Promise<void> => {
    asked?.cancel();
    const source = new CancellationTokenSource();
    asked = source;
    pick.busy = true;
    const found = await requests.search(typed, question.uri, source.token).catch(() => []);
    if (asked === source) {
      pick.items = toEntries(found, typed).map(toItem);
      pick.busy = false;
    }
  };

  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      resolve(chosen?.query ?? (pick.value.trim() || undefined));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      asked?.cancel();
      pick.dispose();
    });
    void fill(question.typed);
    pick.show();
  });
}

function toItem(entry: ReturnType<typeof toEntries>[number]): Item {
  if ("heading" in entry) {
    return { label: entry.heading, kind: QuickPickItemKind.Separator, query: "" };
  }
  // What fits was decided by the server, which knows slips and constants too.
  return { ...entry, alwaysShow: true, ...(entry.query === entry.label && { iconPath: new ThemeIcon("search") }) };
}

/** Have the entries stand in the server's order; the property is not yet in the types of VS Code's stable API. */
function keepOrder(pick: QuickPick<Item>): void {
  Object.assign(pick, { sortByLabel: false });
}
