import assert from "node:assert/strict";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { checkOrigin, findEnvironment, install, originOptions } from "../../src/environment.ts";
import type { Result } from "../../src/launch.ts";

let storage: string;
let asked: string[][];

beforeEach(async () => {
  storage = await mkdtemp(join(tmpdir(), "environment-"));
  asked = [];
});

const order = (packages = "") =>
  ({ storage, version: "1.2.3", python: { path: "/p", version: [3, 12] }, packages, platform: "linux" }) as const;

const ending = (...results: Partial<Result>[]) => {
  return async (command: string, args: readonly string[]): Promise<Result> => {
    asked.push([command, ...args]);
    return { status: 0, output: "", ...results[asked.length - 1] };
  };
};

test("an environment is made, then the pinned version is installed into it", async () => {
  const made = join(storage, "server-1.2.3");
  // What makes the folder is a Python; this stands for it.
  const run = ending();
  const problem = await install(order("/wheels"), async (command, args) => {
    await import("node:fs/promises").then((fs) => fs.mkdir(made, { recursive: true }));
    return run(command, args);
  });
  assert.equal(problem, undefined);
  assert.deepEqual(asked[0], ["/p", "-I", "-m", "venv", made]);
  assert.deepEqual(asked[1]?.slice(0, 5), [join(made, "bin", "python"), "-I", "-m", "pip", "install"]);
  assert.deepEqual(asked[1]?.slice(-4), ["--no-index", "--find-links", "/wheels", "statuslens[lsp]==1.2.3"]);
  assert.equal(await findEnvironment(storage, "1.2.3"), made);
  assert.equal(await findEnvironment(storage, "1.2.4"), undefined);
});

test("one that was not filled is no environment, and leaves nothing behind", async () => {
  const output = "Looking in links\nERROR: No matching distribution found for statuslens[lsp]==1.2.3\n";
  const problem = await install(order(), ending({}, { status: 1, output }));
  assert.equal(problem, "ERROR: No matching distribution found for statuslens[lsp]==1.2.3");
  assert.equal(await findEnvironment(storage, "1.2.3"), undefined);
  assert.deepEqual(await readdir(storage), []);
});

test("a Python without what makes environments is told by what to install", async () => {
  const output = "The virtual environment was not created successfully because ensurepip is not available.\n";
  const problem = await install(order(), ending({ status: 1, output }));
  assert.equal(problem, "/p cannot make virtual environments; on Debian and Ubuntu, install python3-venv");
});

test("packages come from an index, from a folder, or from where pip's own settings say", () => {
  assert.deepEqual(originOptions("https://packages.example.com/simple"), [
    "--index-url",
    "https://packages.example.com/simple",
  ]);
  assert.deepEqual(originOptions("/wheels"), ["--no-index", "--find-links", "/wheels"]);
  assert.deepEqual(originOptions(""), []);
});

test("what is neither an address nor a full path is refused", () => {
  assert.equal(checkOrigin(""), undefined);
  assert.equal(checkOrigin("/wheels"), undefined);
  assert.equal(checkOrigin("HTTPS://packages.example.com"), undefined);
  assert.match(checkOrigin("wheels") ?? "", /neither an http\(s\) address nor the full path of a folder: wheels$/);
});
