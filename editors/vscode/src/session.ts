/** The server's life: found, started, restarted, stopped; one after the other, whoever asks for it. */

import { commands, type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import { State as ClientState, type LanguageClient } from "vscode-languageclient/node";
import { makeClient, type Wishes } from "./client.ts";
import { findServer } from "./find.ts";
import type { Launch } from "./launch.ts";
import type { State } from "./state.ts";
import { runner, surroundings } from "./surroundings.ts";

export class Session implements Disposable {
  readonly wishes: Wishes = { wholeWorkspace: false };
  private readonly changed = new EventEmitter<State>();
  readonly onState = this.changed.event;
  private client: LanguageClient | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly context: ExtensionContext;
  private readonly log: LogOutputChannel;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.context = context;
    this.log = log;
  }

  /** The client of a server that runs; undefined where none does. */
  get running(): LanguageClient | undefined {
    return this.client?.state === ClientState.Running ? this.client : undefined;
  }

  /** Start the server that is found now, in place of the one that runs. */
  restart(): Promise<State> {
    return this.inTurn(async () => {
      await this.end();
      return this.begin();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  dispose(): void {
    this.changed.dispose();
  }

  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async begin(): Promise<State> {
    this.tell({ name: "starting" });
    const found = await findServer(await surroundings(this.context), runner(this.context));
    if (found.launch) {
      return this.start(found.launch);
    }
    return this.tell(found.problem === undefined ? { name: "missing" } : { name: "failed", problem: found.problem });
  }

  private async start(launch: Launch): Promise<State> {
    this.log.info(`starting statuslens-lsp ${launch.version}: ${[launch.command, ...launch.arguments].join(" ")}`);
    const client = makeClient(this.context, launch, this.log, this.wishes);
    this.client = client;
    client.onDidChangeState(({ oldState, newState }) => {
      // What comes to an end by itself is started anew by the client, up to a point.
      if (this.client === client && oldState === ClientState.Running && newState === ClientState.Stopped) {
        this.tell({ name: "failed", problem: "the server has ended" });
      } else if (this.client === client && newState === ClientState.Running) {
        this.tell({ name: "running", launch });
      }
    });
    try {
      await client.start();
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.log.error(problem);
      return this.tell({ name: "failed", problem });
    }
    return { name: "running", launch };
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop();
    }
    await client?.dispose();
  }

  private tell(state: State): State {
    void commands.executeCommand("setContext", "statuslens.state", state.name);
    this.changed.fire(state);
    return state;
  }
}
