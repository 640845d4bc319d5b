/** Finding the server: by setting, in the workspace's virtual environment, on PATH, or the extension's own. */

import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { byProgram, byPython, type Launch, probe, pythonIn, type Run } from "./launch.ts";
import { pathFolders, programs } from "./processes.ts";

/** What is known of the place in which a server is looked for. */
export interface Surroundings {
  /** What `statuslens.server.path` says. */
  readonly setting: string;
  readonly folders: readonly string[];
  readonly isTrusted: boolean;
  /** Pythons that were chosen for the workspace, the nearest first. */
  readonly chosenPythons: readonly string[];
  readonly path: string;
  readonly platform: NodeJS.Platform;
  /** The extension's own virtual environment; undefined where it is not installed. */
  readonly ownEnvironment: string | undefined;
}

/** A server, or why there is none: nothing was found, or what the user named cannot be used. */
export type Search = { readonly launch: Launch } | { readonly launch: undefined; readonly problem?: string };

const PROGRAM = "statuslens-lsp";
// biome-ignore lint/suspicious/noTemplateCurlyInString: what people write in settings
const FOLDER = "${workspaceFolder}";
const ENVIRONMENTS = [".venv", "venv"];

/** Return the first server that answers; of a setting that names none, what is wrong with it. */
export async function findServer(around: Surroundings, run: Run): Promise<Search> {
  if (around.setting !== "") {
    const command = resolveSetting(around.setting, around.folders);
    const launch = await probe(byProgram(command), "setting", run);
    return typeof launch === "string" ? { launch: undefined, problem: `${command}: ${launch}` } : { launch };
  }
  for await (const [command, source] of candidates(around)) {
    const launch = await probe(command, source, run);
    if (typeof launch !== "string") {
      return { launch };
    }
  }
  return { launch: undefined };
}

async function* candidates(around: Surroundings): AsyncGenerator<[ReturnType<typeof byPython>, Launch["source"]]> {
  if (around.isTrusted) {
    const usual = around.folders.flatMap((folder) => ENVIRONMENTS.map((name) => join(folder, name)));
    for (const python of new Set([...around.chosenPythons, ...usual.map((item) => pythonIn(item, around.platform))])) {
      yield [byPython(python), "workspace environment"];
    }
  }
  const folders = pathFolders(around.path, around.isTrusted ? [] : around.folders);
  for await (const program of programs([PROGRAM], folders, around.platform)) {
    yield [byProgram(program), "PATH"];
  }
  if (around.ownEnvironment !== undefined) {
    yield [byPython(pythonIn(around.ownEnvironment, around.platform)), "own environment"];
  }
}

/** Return the path that a setting means: `~` is the home folder, and other paths start from the first folder. */
export function resolveSetting(setting: string, folders: readonly string[]): string {
  const [first = ""] = folders;
  const path = setting
    .trim()
    .replaceAll(FOLDER, first)
    .replace(/^~(?=[\\/]|$)/, homedir());
  return isAbsolute(path) || first === "" ? path : join(first, path);
}
