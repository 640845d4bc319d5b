/** "Create Team File": begin statuslens.yaml in a workspace folder, or show the one that holds there. */

import { Uri, type WorkspaceFolder, window, workspace } from "vscode";
import { messageOf, type Requests } from "./requests.ts";

export async function newTeamFile(requests: Requests): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) {
    return;
  }
  try {
    const { uri, created } = await requests.createTeamFile(folder.uri.toString());
    const document = await workspace.openTextDocument(Uri.parse(uri));
    await window.showTextDocument(document);
    if (created) {
      await document.save();
    }
  } catch (error) {
    await window.showErrorMessage(messageOf(error));
  }
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0];
}
