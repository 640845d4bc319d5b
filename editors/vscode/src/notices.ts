/** What people are told when there is no server, each time with one thing to do next. */

import { type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { offerSettings } from "./installation.ts";
import { PATH_SETTING, textSetting } from "./settings.ts";
import type { State } from "./state.ts";

const DECLINED = "declined";

/** Tell of a state after a start; resolves to whether the user wants the server installed. */
export async function tellOf(state: State, context: ExtensionContext, log: LogOutputChannel): Promise<boolean> {
  if (state.name === "missing") {
    return offerInstallation(context);
  }
  if (state.name === "failed" && textSetting(PATH_SETTING) !== "") {
    await offerSettings(`statuslens.server.path names no server that runs. ${state.problem}`, PATH_SETTING);
  } else if (state.name === "failed") {
    const message = `The statuslens server does not run: ${state.problem}`;
    if (await window.showErrorMessage(message, "Show Log")) {
      log.show();
    }
  }
  return false;
}

/** Ask once; who declines finds "Install Server" in the palette and under `{}`. */
async function offerInstallation(context: ExtensionContext): Promise<boolean> {
  if (context.globalState.get(DECLINED) === true) {
    return false;
  }
  const message =
    "statuslens reads source files with a server, a Python program that is not installed yet. " +
    "Install it into a folder of the extension’s own? Packages are downloaded for that.";
  const choice = await window.showInformationMessage(message, "Install", "Not Now");
  if (choice === "Not Now") {
    await context.globalState.update(DECLINED, true);
  }
  return choice === "Install";
}
