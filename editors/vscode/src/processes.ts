/** Other programs: run one to its end, look one up on PATH. */

import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, isAbsolute, join, relative } from "node:path";
import type { Result } from "./launch.ts";

export interface RunOptions {
  /** The folder to run in; none of the workspace's. */
  readonly cwd: string;
  /** Milliseconds after which the program is stopped. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  /** Takes each piece of what the program prints. */
  readonly onOutput?: (text: string) => void;
}

const PATIENCE = 30_000;

/** Run a program without a shell; what it prints on both streams comes as one text. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Result> {
  return new Promise((resolve) => {
    const { cwd, signal } = options;
    const timeout = options.patience ?? PATIENCE;
    const child = spawn(command, args, { cwd, timeout, windowsHide: true, ...(signal && { signal }) });
    let output = "";
    const take = (data: string) => {
      output += data;
      options.onOutput?.(data);
    };
    child.stdin.end();
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => resolve({ status: -1, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? -1, output }));
  });
}

/** Tell whether a file is there and can be run. */
export async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Return the folders of PATH in which a program is looked for: absolute ones, since a relative one is the folder that
 * one happens to be in, and none below those given.
 */
export function pathFolders(path: string, without: readonly string[]): string[] {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.filter((folder) => !without.some((other) => isBelow(folder, other)));
}

/** Return the files that a name can mean in a folder: on Windows those with an ending that can be run. */
export function programNames(name: string, platform: NodeJS.Platform): string[] {
  return platform === "win32" ? [`${name}.exe`] : [name];
}

/** Yield the programs of some names, in the order of the names, then of the folders. */
export async function* programs(
  names: readonly string[],
  folders: readonly string[],
  platform: NodeJS.Platform,
): AsyncGenerator<string> {
  for (const name of names.flatMap((item) => programNames(item, platform))) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isProgram(path)) {
        yield path;
      }
    }
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}
