/** The Python that the Python extension has chosen for the workspace, where that extension is installed. */

import { type Disposable, type Event, extensions, type Uri, workspace } from "vscode";

/** As much of that extension's API as is used here. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<{ executable: { uri?: Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

const ID = "ms-python.python";
const PATIENCE = 10_000;

/** Return the chosen Pythons of the workspace folders. */
export async function chosenPythons(): Promise<string[]> {
  const api = workspace.isTrusted ? await findApi() : undefined;
  if (!api) {
    return [];
  }
  const resources = workspace.workspaceFolders?.map((folder) => folder.uri) ?? [undefined];
  const found = await Promise.all(resources.map((resource) => pythonOf(api, resource)));
  return [...new Set(found.filter((path) => path !== undefined))];
}

/** Have something done whenever another Python is chosen. */
export async function onPythonChosen(listener: () => void): Promise<Disposable | undefined> {
  return (await findApi())?.environments.onDidChangeActiveEnvironmentPath(listener);
}

async function pythonOf(api: PythonApi, resource: Uri | undefined): Promise<string | undefined> {
  const environment = await api.environments.resolveEnvironment(api.environments.getActiveEnvironmentPath(resource));
  return environment?.executable.uri?.fsPath;
}

async function findApi(): Promise<PythonApi | undefined> {
  const extension = extensions.getExtension<PythonApi>(ID);
  // An extension that hangs or fails must not keep this one from its work.
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  const started = Promise.resolve(extension?.activate()).catch(() => undefined);
  return Promise.race([started, late]);
}
