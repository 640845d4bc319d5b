/** Installing the extension's own server, and what is said when that cannot be done. */

import { commands, type ExtensionContext, env, type LogOutputChannel, ProgressLocation, Uri, window } from "vscode";
import { checkOrigin, install } from "./environment.ts";
import type { Python } from "./python.ts";
import { PACKAGES_SETTING, PYTHON_SETTING, textSetting } from "./settings.ts";
import { findPython, runner, storageOf, versionOf } from "./surroundings.ts";

const DOWNLOADS = "https://www.python.org/downloads/";
const LONGEST = 15 * 60_000;

/** Install the server; return whether that is done. Whatever stands in the way is said, with one thing to do. */
export async function installServer(context: ExtensionContext, log: LogOutputChannel): Promise<boolean> {
  const packages = textSetting(PACKAGES_SETTING);
  const wrong = checkOrigin(packages);
  if (wrong !== undefined) {
    await offerSettings(wrong, PACKAGES_SETTING);
    return false;
  }
  const found = await findPython(context);
  if (!found.python) {
    await tellOfPython(found.tooOld);
    return false;
  }
  const stop = new AbortController();
  const problem = await installWith(context, log, found.python, packages, stop);
  if (problem === undefined || stop.signal.aborted) {
    return problem === undefined;
  }
  log.error(problem);
  const choice = await window.showErrorMessage(`The statuslens server was not installed: ${problem}`, "Show Log");
  if (choice !== undefined) {
    log.show();
  }
  return false;
}

function installWith(
  context: ExtensionContext,
  log: LogOutputChannel,
  python: Python,
  packages: string,
  stop: AbortController,
): Thenable<string | undefined> {
  const title = `Installing the statuslens server with Python ${python.version.join(".")}`;
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => stop.abort());
    const onOutput = (text: string) => log.info(text.trimEnd());
    const order = {
      storage: storageOf(context),
      version: versionOf(context),
      python,
      packages,
      platform: process.platform,
    };
    return install(order, runner(context, { patience: LONGEST, signal: stop.signal, onOutput }));
  });
}

async function tellOfPython(tooOld: Python | undefined): Promise<void> {
  if (textSetting(PYTHON_SETTING) !== "") {
    const what = tooOld ? `is Python ${tooOld.version.join(".")}, older than 3.11` : "is no Python that can be started";
    await offerSettings(`${textSetting(PYTHON_SETTING)} ${what}.`, PYTHON_SETTING);
    return;
  }
  const found = tooOld ? `the newest found is ${tooOld.version.join(".")}, ${tooOld.path}` : "none was found on PATH";
  const message = `The statuslens server needs Python 3.11 or newer; ${found}.`;
  if (await window.showErrorMessage(message, "Get Python")) {
    await env.openExternal(Uri.parse(DOWNLOADS));
  }
}

export async function offerSettings(message: string, setting: string): Promise<void> {
  if (await window.showErrorMessage(message, "Open Settings")) {
    await commands.executeCommand("workbench.action.openSettings", setting);
  }
}
