import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePython, isNewEnough, pythonNames } from "../../src/python.ts";

const printing = (versions: Readonly<Record<string, string>>) => async (command: string) =>
  command in versions ? { status: 0, output: `${versions[command]}\n` } : { status: -1, output: "ENOENT" };

test("the first Python that is new enough is chosen", async () => {
  const run = printing({ a: "3.9", b: "3.12", c: "3.13" });
  assert.deepEqual(await choosePython(["none", "a", "b", "c"], run), { python: { path: "b", version: [3, 12] } });
});

test("where all are too old, the newest is told", async () => {
  const run = printing({ a: "3.9", b: "3.10", c: "2.7" });
  const tooOld = { path: "b", version: [3, 10] };
  assert.deepEqual(await choosePython(["a", "b", "c"], run), { python: undefined, tooOld });
  assert.deepEqual(await choosePython([], run), { python: undefined, tooOld: undefined });
});

test("what prints something else is no Python", async () => {
  const shop = async () => ({ status: 0, output: "Python was not found; run without arguments to install" });
  assert.deepEqual(await choosePython(["python"], shop), { python: undefined, tooOld: undefined });
});

test("3.11 is new enough, and so is any newer one", () => {
  const versions = [
    [3, 10],
    [3, 11],
    [3, 20],
    [4, 0],
    [2, 99],
  ] as const;
  assert.deepEqual(versions.map(isNewEnough), [false, true, true, true, false]);
});

test("a plain name comes before one with a version", () => {
  assert.deepEqual(pythonNames("linux").slice(0, 2), ["python3", "python"]);
  assert.equal(pythonNames("linux").at(-1), "python3.11");
  assert.deepEqual(pythonNames("win32"), ["python", "python3", "py"]);
});
