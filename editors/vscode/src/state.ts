/** How it stands with the server, in words for people. */

import type { Launch } from "./launch.ts";

export type State =
  | { readonly name: "starting" }
  | { readonly name: "running"; readonly launch: Launch }
  | { readonly name: "missing" }
  | { readonly name: "failed"; readonly problem: string };

export interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly command: { readonly command: string; readonly title: string };
  readonly isBusy: boolean;
  readonly isTrouble: boolean;
}

const RESTART = { command: "statuslens.restartServer", title: "Restart" };
const INSTALL = { command: "statuslens.installServer", title: "Install server" };
const LOG = { command: "statuslens.showLog", title: "Show log" };

/** Return what the status item shows of a state. */
export function show(state: State): Shown {
  switch (state.name) {
    case "starting":
      return { text: "statuslens", detail: "starting", command: LOG, isBusy: true, isTrouble: false };
    case "running":
      return {
        text: `statuslens ${state.launch.version}`,
        detail: `running, from ${origin(state.launch)}`,
        command: RESTART,
        isBusy: false,
        isTrouble: false,
      };
    case "missing":
      return { text: "statuslens", detail: "has no server", command: INSTALL, isBusy: false, isTrouble: true };
    case "failed":
      return { text: "statuslens", detail: state.problem, command: RESTART, isBusy: false, isTrouble: true };
  }
}

function origin(launch: Launch): string {
  return launch.source === "own environment"
    ? "its own environment"
    : `the ${launch.source}`.replace("the PATH", "PATH");
}
