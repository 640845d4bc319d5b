/** The extension's own virtual environment: made and filled only when the user has agreed to that. */

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { pythonIn, type Run } from "./launch.ts";
import type { Python } from "./python.ts";

export interface Order {
  /** The folder in which the environment is made. */
  readonly storage: string;
  readonly version: string;
  readonly python: Python;
  /** The address of an index, or a folder of wheels; empty for what pip's own settings say. */
  readonly packages: string;
  readonly platform: NodeJS.Platform;
}

const MARK = "installed.txt";
const ADDRESS = /^https?:\/\//i;
const NO_PIP = /ensurepip is not available|No module named (?:'?ensurepip|'?venv)/i;

/** Return the folder of the environment for a version of the server. */
export function environmentFolder(storage: string, version: string): string {
  return join(storage, `server-${version}`);
}

/** Return the environment if it was made to its end. */
export async function findEnvironment(storage: string, version: string): Promise<string | undefined> {
  const folder = environmentFolder(storage, version);
  return readFile(join(folder, MARK), "utf8").then(
    () => folder,
    () => undefined,
  );
}

/** Return what pip is told about where packages come from. */
export function originOptions(packages: string): string[] {
  if (packages === "") {
    return [];
  }
  return ADDRESS.test(packages) ? ["--index-url", packages] : ["--no-index", "--find-links", packages];
}

/** Say what is wrong with where packages are to come from; undefined where nothing is. */
export function checkOrigin(packages: string): string | undefined {
  return packages === "" || ADDRESS.test(packages) || isAbsolute(packages)
    ? undefined
    : `statuslens.server.packages is neither an http(s) address nor the full path of a folder: ${packages}`;
}

/** Make the environment and install the server into it; return what went wrong, undefined where all went well. */
export async function install(order: Order, run: Run): Promise<string | undefined> {
  const folder = environmentFolder(order.storage, order.version);
  await rm(folder, { recursive: true, force: true });
  await mkdir(order.storage, { recursive: true });
  const made = await run(order.python.path, ["-I", "-m", "venv", folder]);
  if (made.status !== 0) {
    await rm(folder, { recursive: true, force: true });
    return NO_PIP.test(made.output)
      ? `${order.python.path} cannot make virtual environments; on Debian and Ubuntu, install python3-venv`
      : lastLine(made.output);
  }
  const filled = await run(pythonIn(folder, order.platform), [
    ...["-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"],
    ...originOptions(order.packages),
    `statuslens[lsp]==${order.version}`,
  ]);
  if (filled.status !== 0) {
    await rm(folder, { recursive: true, force: true });
    return lastLine(filled.output);
  }
  await writeFile(join(folder, MARK), `${order.version}\n`);
  return undefined;
}

function lastLine(output: string): string {
  return output.trim().split(/\r?\n/).at(-1) || "it ended without a word";
}
