/** The view of status codes by class, with the places in the workspace that use each. */

import {
  commands,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type ClassNode, type CodeNode, countPlaces, groupCodes, placesOf } from "./codeTree.ts";
import { type Place, Requests } from "./requests.ts";

interface PlaceNode extends Place {
  readonly kind: "place";
  readonly code: string;
}

export type Node = ClassNode | CodeNode | PlaceNode;

export class CodesView implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly find: () => LanguageClient | undefined;
  private showsAll = false;

  constructor(find: () => LanguageClient | undefined) {
    this.find = find;
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  /** Show the codes in use, or beside them all others that are registered or the team's own. */
  async showAll(showsAll: boolean): Promise<void> {
    this.showsAll = showsAll;
    await commands.executeCommand("setContext", "statuslens.showsAllCodes", showsAll);
    this.refresh();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const client = this.find();
    if (!client) {
      return [];
    }
    const requests = new Requests(client);
    switch (node?.kind) {
      case undefined:
        return groupCodes(await requests.usages(), this.showsAll ? await requests.search("", undefined) : []);
      case "class":
        return [...node.codes];
      case "code":
        return (await requests.places(node.code)).map((place) => ({ kind: "place", code: node.code, ...place }));
      case "place":
        return [];
    }
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case "class":
        return classItem(node);
      case "code":
        return codeItem(node);
      case "place":
        return placeItem(node, this.find());
    }
  }
}

function classItem(node: ClassNode): TreeItem {
  const item = new TreeItem(node.title, TreeItemCollapsibleState.Collapsed);
  item.id = node.title;
  item.description = countPlaces(placesOf(node));
  return item;
}

function codeItem(node: CodeNode): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const item = new TreeItem(node.title, node.places > 0 ? Collapsed : None);
  item.id = node.code;
  item.description = countPlaces(node.places);
  item.contextValue = "code";
  item.tooltip = new MarkdownString().appendText(node.text || node.title);
  if (node.places === 0) {
    item.command = { command: "statuslens.explainStatus", title: "Explain", arguments: [node.code] };
  }
  return item;
}

function placeItem(node: PlaceNode, client: LanguageClient | undefined): TreeItem {
  const uri = Uri.parse(node.uri);
  const { start } = node.range;
  const item = new TreeItem(`${workspace.asRelativePath(uri)}:${start.line + 1}`);
  item.resourceUri = uri;
  item.iconPath = ThemeIcon.File;
  item.description = node.text.includes(node.code) ? false : node.text;
  const selection = client?.protocol2CodeConverter.asRange(node.range);
  item.command = { command: "vscode.open", title: "Open", arguments: [uri, { selection }] };
  return item;
}
