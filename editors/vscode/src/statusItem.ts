/** The entry under `{}` in the status bar: the server's state, version and origin. */

import { type Disposable, LanguageStatusSeverity, languages } from "vscode";
import { SECTION } from "./settings.ts";
import { type State, show } from "./state.ts";

export interface StatusItem extends Disposable {
  show(state: State): void;
}

export function makeStatusItem(known: readonly string[]): StatusItem {
  const selector = known.map((language) => ({ language }));
  const item = languages.createLanguageStatusItem(`${SECTION}.server`, selector);
  item.name = "statuslens";
  return {
    show(state) {
      const shown = show(state);
      item.text = shown.text;
      item.detail = shown.detail;
      item.command = { ...shown.command };
      item.busy = shown.isBusy;
      item.severity = shown.isTrouble ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    },
    dispose: () => item.dispose(),
  };
}
