/** How a server is started, and what it says of itself. */

import { join } from "node:path";

/** Where a server was found, in the words that people are shown. */
export type Source = "setting" | "workspace environment" | "PATH" | "own environment";

export interface Launch {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly source: Source;
  readonly version: string;
}

/** A program's end: its exit status and what it printed; the status is -1 where it could not be started. */
export interface Result {
  readonly status: number;
  readonly output: string;
}

export type Run = (command: string, args: readonly string[]) => Promise<Result>;

// -P: a file of the workspace may have the name of a module that the server imports.
const MODULE = ["-P", "-m", "statuslens_lsp"];
const VERSION = /^statuslens-lsp (\S+)/m;
const PATIENCE = "it does not answer --version as statuslens-lsp does";

/** Return how a program of its own is started. */
export function byProgram(command: string): readonly [string, readonly string[]] {
  return [command, []];
}

/** Return how the server that is installed for a Python is started. */
export function byPython(python: string): readonly [string, readonly string[]] {
  return [python, MODULE];
}

/** Return the Python of a virtual environment. */
export function pythonIn(environment: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
}

/** Start a server just to ask which it is; return it, or what is wrong with it in one line. */
export async function probe(
  [command, args]: readonly [string, readonly string[]],
  source: Source,
  run: Run,
): Promise<Launch | string> {
  const { status, output } = await run(command, [...args, "--version"]);
  const version = VERSION.exec(output)?.[1];
  if (status === 0 && version !== undefined) {
    return { command, arguments: args, source, version };
  }
  return output.trim().split(/\r?\n/).at(-1) || PATIENCE;
}
