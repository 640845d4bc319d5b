/** What is known of the workspace and the machine when a server or a Python is looked for. */

import { type ExtensionContext, workspace } from "vscode";
import { findEnvironment } from "./environment.ts";
import type { Surroundings } from "./find.ts";
import type { Run } from "./launch.ts";
import { pathFolders, programs, type RunOptions, run } from "./processes.ts";
import { choosePython, type Found, pythonNames } from "./python.ts";
import { chosenPythons } from "./pythonExtension.ts";
import { PATH_SETTING, PYTHON_SETTING, textSetting } from "./settings.ts";

export function versionOf(context: ExtensionContext): string {
  return context.extension.packageJSON.version;
}

/** The folder in which programs run, so that nothing of the workspace lies beside them. */
export function storageOf(context: ExtensionContext): string {
  return context.globalStorageUri.fsPath;
}

export function runner(context: ExtensionContext, options: Omit<RunOptions, "cwd"> = {}): Run {
  return (command, args) => run(command, args, { cwd: storageOf(context), ...options });
}

export async function surroundings(context: ExtensionContext): Promise<Surroundings> {
  await workspace.fs.createDirectory(context.globalStorageUri);
  return {
    setting: textSetting(PATH_SETTING),
    folders: folderPaths(),
    isTrusted: workspace.isTrusted,
    chosenPythons: await chosenPythons(),
    path: process.env.PATH ?? "",
    platform: process.platform,
    ownEnvironment: await findEnvironment(storageOf(context), versionOf(context)),
  };
}

/** Return a Python to install the own server with: the one that the settings name, or the first that will do. */
export async function findPython(context: ExtensionContext): Promise<Found> {
  const setting = textSetting(PYTHON_SETTING);
  const run = runner(context);
  if (setting !== "") {
    return choosePython([setting], run);
  }
  const folders = pathFolders(process.env.PATH ?? "", workspace.isTrusted ? [] : folderPaths());
  const onPath = await choosePython(programs(pythonNames(process.platform), folders, process.platform), run);
  return onPath.python
    ? onPath
    : choosePython([...(await chosenPythons()), ...(onPath.tooOld ? [onPath.tooOld.path] : [])], run);
}

function folderPaths(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return folders.filter((folder) => folder.uri.scheme === "file").map((folder) => folder.uri.fsPath);
}
