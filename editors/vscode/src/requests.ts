/** What the server is asked beside what the language client asks by itself: its commands. */

import type { CancellationToken } from "vscode";
import { type LanguageClient, type Range, ResponseError } from "vscode-languageclient/node";

/** A query that somebody can mean who types, and what to show of it. */
export interface Suggestion {
  readonly query: string;
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly constant: string;
}

/** A code, what it is called, and in how many places of the workspace it stands. */
export interface Usage {
  readonly code: string;
  readonly title: string;
  readonly places: number;
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
}

export interface TeamFilePlace {
  readonly uri: string;
  readonly created: boolean;
}

export class Requests {
  private readonly client: LanguageClient;

  constructor(client: LanguageClient) {
    this.client = client;
  }

  search(typed: string, uri: string | undefined, token?: CancellationToken): Promise<Suggestion[]> {
    return this.command("statuslens.search", [typed, { uri }], token);
  }

  async explain(query: string, uri: string | undefined): Promise<string> {
    const answer: { markdown: string } = await this.command("statuslens.explain", [query, { uri }]);
    return answer.markdown;
  }

  usages(): Promise<Usage[]> {
    return this.command("statuslens.usages", []);
  }

  places(code: string): Promise<Place[]> {
    return this.command("statuslens.places", [code]);
  }

  createTeamFile(folder: string): Promise<TeamFilePlace> {
    return this.command("statuslens.createTeamFile", [folder]);
  }

  private command<Answer>(command: string, args: unknown[], token?: CancellationToken): Promise<Answer> {
    const params = { command, arguments: args };
    // A token that is undefined would be taken for a second parameter.
    return this.client.sendRequest("workspace/executeCommand", params, ...(token ? [token] : []));
  }
}

/** Return an error's words for people. */
export function messageOf(error: unknown): string {
  return error instanceof ResponseError || error instanceof Error ? error.message : String(error);
}
