/** Pythons: which one is new enough to run the server. */

import type { Run } from "./launch.ts";

export type Version = readonly [number, number];

export interface Python {
  readonly path: string;
  readonly version: Version;
}

/** What a search came to: a Python that will do, or the newest of those that are too old, if there was any. */
export type Found = { readonly python: Python } | { readonly python: undefined; readonly tooOld: Python | undefined };

/** The oldest that the server runs on. */
export const OLDEST: Version = [3, 11];

const NEWEST_MINOR = 19;
const PRINT_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])";
const PRINTED = /^(\d+)\.(\d+)\s*$/m;

/** Names that a Python goes by on PATH, the plain ones first: that is the one which people have chosen. */
export function pythonNames(platform: NodeJS.Platform): string[] {
  const minors = Array.from({ length: NEWEST_MINOR - OLDEST[1] + 1 }, (_, index) => NEWEST_MINOR - index);
  const versioned = minors.map((minor) => `python3.${minor}`);
  return platform === "win32" ? ["python", "python3", "py"] : ["python3", "python", ...versioned];
}

export function isNewEnough([major, minor]: Version): boolean {
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Return the first of some Pythons that is new enough. */
export async function choosePython(candidates: AsyncIterable<string> | Iterable<string>, run: Run): Promise<Found> {
  let tooOld: Python | undefined;
  for await (const path of candidates) {
    const python = await askVersion(path, run);
    if (python && isNewEnough(python.version)) {
      return { python };
    }
    if (python && (tooOld === undefined || tooOld.version[1] < python.version[1])) {
      tooOld = python;
    }
  }
  return { python: undefined, tooOld };
}

async function askVersion(path: string, run: Run): Promise<Python | undefined> {
  // -I: neither the user's environment nor the current folder has a say in what is imported.
  const { status, output } = await run(path, ["-I", "-c", PRINT_VERSION]);
  const printed = PRINTED.exec(output);
  return status === 0 && printed ? { path, version: [Number(printed[1]), Number(printed[2])] } : undefined;
}
