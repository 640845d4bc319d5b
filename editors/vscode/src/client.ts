/** The language client: what is said to the server, and what of it is changed on the way. */

import { type ExtensionContext, type LogOutputChannel, workspace } from "vscode";
import { LanguageClient, RevealOutputChannelOn, TransportKind } from "vscode-languageclient/node";
import { languagesOf } from "./languages.ts";
import type { Launch } from "./launch.ts";
import { SECTION } from "./settings.ts";

const NAME = "statuslens";
const SCHEMES = ["file", "untitled"];

/** What is asked of the server for this session beside the settings. */
export interface Wishes {
  /** Whether files that are not open are checked as well, whatever the settings say. */
  wholeWorkspace: boolean;
}

export function makeClient(
  context: ExtensionContext,
  launch: Launch,
  log: LogOutputChannel,
  wishes: Wishes,
): LanguageClient {
  const options = { cwd: context.globalStorageUri.fsPath };
  const server = { ...launch, args: [...launch.arguments], transport: TransportKind.stdio, options };
  const languages = languagesOf(context.extension.packageJSON);
  return new LanguageClient(SECTION, NAME, server, {
    documentSelector: [
      ...languages.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme }))),
      // For what is wrong with the table tool.statuslens.
      { scheme: "file", pattern: "**/pyproject.toml" },
    ],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: NAME,
    initializationFailedHandler: () => false,
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const told = await next(params, token);
          return Array.isArray(told) && wishes.wholeWorkspace ? told.map(withWholeWorkspace) : told;
        },
      },
    },
  });
}

/** Have the server ask for its settings anew. */
export async function tellChangedSettings(client: LanguageClient): Promise<void> {
  const settings = { [SECTION]: workspace.getConfiguration(SECTION) };
  await client.sendNotification("workspace/didChangeConfiguration", { settings });
}

function withWholeWorkspace(settings: unknown): unknown {
  return { ...(settings as object | null), diagnosticsScope: "workspace" };
}
