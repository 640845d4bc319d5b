/** "Scan Workspace": every status of the workspace is listed, and files that are not open are checked too. */

import { commands, ProgressLocation, window } from "vscode";
import { tellChangedSettings } from "./client.ts";
import { countPlaces } from "./codeTree.ts";
import { Requests } from "./requests.ts";
import type { Session } from "./session.ts";

const PROBLEMS = "Show Problems";
const CODES = "Show Codes";

export async function scanWorkspace(session: Session, refresh: () => void): Promise<void> {
  const client = session.running;
  if (!client) {
    return;
  }
  const progress = { location: ProgressLocation.Window, title: "Looking for statuses in the workspace" };
  const usages = await window.withProgress(progress, async () => {
    session.wishes.wholeWorkspace = true;
    await tellChangedSettings(client);
    return new Requests(client).usages();
  });
  refresh();
  const places = usages.reduce((sum, usage) => sum + usage.places, 0);
  const codes = usages.length === 1 ? "1 code" : `${usages.length} codes`;
  const found = places === 0 ? "No status was found in the workspace." : `${codes} in ${countPlaces(places)}.`;
  const chosen = await window.showInformationMessage(`HTTP statuses: ${found}`, PROBLEMS, CODES);
  if (chosen === PROBLEMS) {
    await commands.executeCommand("workbench.actions.view.problems");
  } else if (chosen === CODES) {
    await commands.executeCommand("statuslens.codes.focus");
  }
}
