/** The settings that are the extension's own; the server asks for the others itself. */

import { workspace } from "vscode";

export const SECTION = "statuslens";
export const PATH_SETTING = "statuslens.server.path";
export const PYTHON_SETTING = "statuslens.server.python";
export const PACKAGES_SETTING = "statuslens.server.packages";

/** Settings by which another server may have to be started. */
export const SERVER_SETTINGS = [PATH_SETTING, PYTHON_SETTING, PACKAGES_SETTING];

/** Return a text setting; in a workspace that is not trusted VS Code leaves out what that workspace says. */
export function textSetting(name: string): string {
  return workspace.getConfiguration().get<string>(name, "").trim();
}
