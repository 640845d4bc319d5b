/** The extension: its parts, and what wakes them. */

import { commands, type Disposable, type ExtensionContext, window, workspace } from "vscode";
import { CodesView } from "./codesView.ts";
import { explainStatus, pages, SCHEME } from "./explain.ts";
import { insertStatus } from "./insert.ts";
import { installServer } from "./installation.ts";
import { languagesOf } from "./languages.ts";
import { tellOf } from "./notices.ts";
import { onPythonChosen } from "./pythonExtension.ts";
import { Requests } from "./requests.ts";
import { scanWorkspace } from "./scan.ts";
import { Session } from "./session.ts";
import { SERVER_SETTINGS } from "./settings.ts";
import type { State } from "./state.ts";
import { makeStatusItem } from "./statusItem.ts";
import { newTeamFile } from "./teamFile.ts";

/** What other extensions, and the tests, may ask. */
export interface Api {
  /** Resolves when the first start has come to an end, to how it ended. */
  readonly started: Promise<State>;
  stop(): Promise<void>;
}

let session: Session | undefined;

export function activate(context: ExtensionContext): Api {
  const log = window.createOutputChannel("statuslens", { log: true });
  const own = new Session(context, log);
  session = own;
  const view = new CodesView(() => own.running);
  const known = languagesOf(context.extension.packageJSON);
  const status = makeStatusItem(known);
  void commands.executeCommand("setContext", "statuslens.languages", known);

  const start = async (): Promise<State> => {
    const state = await own.restart();
    void tellOf(state, context, log).then((wants) => (wants ? install() : undefined));
    return state;
  };
  const install = async (): Promise<void> => {
    if (await installServer(context, log)) {
      await start();
    }
  };
  /** Do what needs a server, or say that there is none. */
  const withServer = async (work: (session: Session, requests: Requests) => Promise<void>): Promise<void> => {
    const client = own.running ?? ((await start()).name === "running" ? own.running : undefined);
    return client && work(own, new Requests(client));
  };

  const refresh = () => view.refresh();
  const actions: Record<string, (argument?: never) => unknown> = {
    explainStatus: (argument) => withServer((_, requests) => explainStatus(requests, argument)),
    insertStatus: () => withServer(async ({ running }) => running && insertStatus(running)),
    scanWorkspace: () => withServer((its) => scanWorkspace(its, refresh)),
    newTeamFile: () => withServer((_, requests) => newTeamFile(requests)),
    installServer: install,
    restartServer: start,
    showLog: () => log.show(),
    showAllCodes: () => view.showAll(true),
    showUsedCodes: () => view.showAll(false),
  };
  context.subscriptions.push(
    log,
    status,
    own,
    own.onState((state) => status.show(state)),
    own.onState(refresh),
    window.registerTreeDataProvider("statuslens.codes", view),
    workspace.registerTextDocumentContentProvider(
      SCHEME,
      pages(() => own.running && new Requests(own.running)),
    ),
    ...Object.entries(actions).map(([name, action]) => commands.registerCommand(`statuslens.${name}`, action)),
    ...onChangedFiles(refresh),
    workspace.onDidGrantWorkspaceTrust(start),
    workspace.onDidChangeConfiguration((event) => {
      if (SERVER_SETTINGS.some((name) => event.affectsConfiguration(name))) {
        void start();
      }
    }),
  );
  void onPythonChosen(start).then((listener) => listener && context.subscriptions.push(listener));
  return { started: start(), stop: () => own.stop() };
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

function onChangedFiles(listener: () => void): Disposable[] {
  return [
    workspace.onDidSaveTextDocument(listener),
    workspace.onDidCreateFiles(listener),
    workspace.onDidDeleteFiles(listener),
    workspace.onDidRenameFiles(listener),
    workspace.onDidChangeWorkspaceFolders(listener),
  ];
}
