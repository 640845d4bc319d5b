import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { beforeEach, test } from "node:test";
import { findServer, resolveSetting, type Surroundings } from "../../src/find.ts";
import type { Result } from "../../src/launch.ts";

const ANSWER = { status: 0, output: "statuslens-lsp 1.2.3\n" };
let folder: string;
let around: Surroundings;
let asked: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-"));
  asked = [];
  around = {
    setting: "",
    folders: [join(folder, "workspace")],
    isTrusted: true,
    chosenPythons: ["/chosen/python"],
    path: [join(folder, "bin"), join(folder, "workspace", "bin"), "bin"].join(delimiter),
    platform: "linux",
    ownEnvironment: join(folder, "own"),
  };
});

/** Answer for programs that begin so; all others cannot be started. */
function answering(...beginnings: string[]) {
  return async (command: string, args: readonly string[]): Promise<Result> => {
    asked.push([command, ...args].join(" "));
    const isThere = beginnings.some((beginning) => command.startsWith(beginning));
    return isThere ? ANSWER : { status: -1, output: `spawn ${command} ENOENT` };
  };
}

async function makeProgram(...parts: string[]): Promise<string> {
  const path = join(folder, ...parts);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "");
  await chmod(path, 0o755);
  return path;
}

test("the program that the settings name comes before all others", async () => {
  const found = await findServer({ ...around, setting: "/opt/lens" }, answering("/opt", "/chosen"));
  assert.deepEqual(found, { launch: { command: "/opt/lens", arguments: [], source: "setting", version: "1.2.3" } });
});

test("a setting that names no server is a problem, and nothing else is tried", async () => {
  const found = await findServer({ ...around, setting: "/opt/lens" }, answering("/chosen"));
  assert.deepEqual(found, { launch: undefined, problem: "/opt/lens: spawn /opt/lens ENOENT" });
  assert.deepEqual(asked, ["/opt/lens --version"]);
});

test("the chosen Python comes before the usual environments of the folders", async () => {
  const usual = join(folder, "workspace", ".venv", "bin", "python");
  const chosen = await findServer(around, answering("/chosen", usual));
  assert.equal(chosen.launch?.command, "/chosen/python");
  const other = await findServer(around, answering(usual));
  assert.deepEqual(other.launch, {
    command: usual,
    arguments: ["-P", "-m", "statuslens_lsp"],
    source: "workspace environment",
    version: "1.2.3",
  });
});

test("then comes PATH, without relative folders", async () => {
  const program = await makeProgram("bin", "statuslens-lsp");
  const { launch } = await findServer(around, answering(program));
  assert.deepEqual([launch?.command, launch?.source], [program, "PATH"]);
});

test("at last comes the own environment", async () => {
  const { launch } = await findServer(around, answering(join(folder, "own")));
  assert.deepEqual([launch?.command, launch?.source], [join(folder, "own", "bin", "python"), "own environment"]);
  assert.deepEqual(await findServer({ ...around, ownEnvironment: undefined }, answering()), { launch: undefined });
});

test("nothing of a workspace that is not trusted is started, not even from PATH", async () => {
  await makeProgram("workspace", "bin", "statuslens-lsp");
  const found = await findServer({ ...around, isTrusted: false, chosenPythons: [] }, answering(folder));
  assert.equal(found.launch?.source, "own environment");
  assert.deepEqual(asked, [`${join(folder, "own", "bin", "python")} -P -m statuslens_lsp --version`]);
});

test("on Windows an environment and a program have other names", async () => {
  await findServer({ ...around, platform: "win32", chosenPythons: [], ownEnvironment: undefined }, answering());
  assert.equal(
    asked[0],
    `${join(folder, "workspace", ".venv", "Scripts", "python.exe")} -P -m statuslens_lsp --version`,
  );
});

test("a setting may start from home or from the workspace folder", () => {
  assert.equal(resolveSetting("~/lens", ["/w"]), join(homedir(), "lens"));
  assert.equal(resolveSetting("bin/lens", ["/w", "/x"]), "/w/bin/lens");
  assert.equal(resolveSetting(" ${workspaceFolder}/lens ", ["/w"]), "/w/lens");
  assert.equal(resolveSetting("lens", []), "lens");
});
