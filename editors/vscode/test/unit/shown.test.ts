import assert from "node:assert/strict";
import { delimiter } from "node:path";
import { test } from "node:test";
import { countPlaces, groupCodes, placesOf } from "../../src/codeTree.ts";
import { chooseCompletion } from "../../src/completions.ts";
import { languagesOf } from "../../src/languages.ts";
import { numberAt, toEntries } from "../../src/pickItems.ts";
import { pathFolders, programNames } from "../../src/processes.ts";
import { show } from "../../src/state.ts";

const suggestion = (query: string, label: string, constant = "") => ({
  query,
  title: `${query} Title`,
  label,
  text: `What ${query} says.`,
  constant,
});
const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } };

test("a list of all codes has headings, one of what was typed has none", () => {
  const found = [suggestion("471", "Your team"), suggestion("404", "Client Error"), suggestion("499", "nginx")];
  const headings = toEntries(found, " ").flatMap((entry) => ("heading" in entry ? [entry.heading] : []));
  assert.deepEqual(headings, ["Your team", "4xx Client Error", "Vendors’ own"]);
  assert.deepEqual(toEntries([suggestion("404", "Client Error", "http.StatusNotFound")], "StatusNotF"), [
    {
      query: "404",
      label: "404 Title",
      description: "Client Error · http.StatusNotFound",
      detail: "What 404 says.",
    },
  ]);
});

test("the number around the cursor is found, and no part of a longer one", () => {
  const line = "abort(404), 4040, v1.404";
  assert.deepEqual(
    [5, 6, 9, 13, 22].map((character) => numberAt(line, character)),
    ["", "404", "404", "", ""],
  );
});

test("codes in use stand in their classes in the order of their numbers", () => {
  const usage = (code: string, places: number) => ({ code, title: `${code} Title`, places });
  const groups = groupCodes(
    [
      usage("404", 2),
      usage("403.10", 1),
      usage("403.9", 1),
      usage("4xx", 1),
      usage("700", 1),
      usage("44", 1),
      usage("4040", 1),
    ],
    [],
  );
  assert.deepEqual(
    groups.map((group) => [group.title, placesOf(group), group.codes.map((item) => item.title)]),
    [
      ["4xx Client Error", 5, ["4xx, the class itself", "403.9 Title", "403.10 Title", "404 Title"]],
      ["Other", 3, ["44 Title", "700 Title", "4040 Title"]],
    ],
  );
});

test("beside them stand the registered ones and the team's, not those of vendors", () => {
  const known = [suggestion("471", "Your team"), suggestion("200", "Successful"), suggestion("499", "nginx")];
  const groups = groupCodes([{ code: "404", title: "404 Not Found", places: 1 }], known);
  assert.deepEqual(
    groups.flatMap((group) => group.codes.map((item) => [item.code, item.places])),
    [
      ["200", 0],
      ["404", 1],
      ["471", 0],
    ],
  );
});

test("places are counted in words", () => {
  assert.deepEqual([0, 1, 2, 1234].map(countPlaces), ["", "1 place", "2 places", "1,234 places"]);
});

test("the first proposal for a code is inserted, with its import", () => {
  const added = { range, newText: "from http import HTTPStatus\n" };
  const items = [
    { label: "200", data: { code: "200" } },
    { label: "HTTPStatus.NOT_FOUND", data: { code: "404" }, additionalTextEdits: [added] },
    { label: "404", data: { code: "404" } },
  ];
  const list = { isIncomplete: false, itemDefaults: { editRange: range }, items };
  assert.deepEqual(chooseCompletion(list, "404"), [{ range, newText: "HTTPStatus.NOT_FOUND" }, added]);
  assert.equal(chooseCompletion(list, "500"), undefined);
  assert.equal(chooseCompletion(null, "404"), undefined);
  const alone = { label: "404", data: { code: "404" }, textEdit: { range, newText: "404" } };
  assert.deepEqual(chooseCompletion([alone], "404"), [{ range, newText: "404" }]);
});

test("the languages are those that wake the extension", () => {
  const activationEvents = ["onLanguage:python", "workspaceContains:**/statuslens.yaml", "onLanguage:go"];
  assert.deepEqual(languagesOf({ activationEvents }), ["python", "go"]);
});

test("of PATH only full paths outside of some folders are looked at", () => {
  const path = ["/bin", ".", "", "/w/bin", "/w", "/wide"].join(delimiter);
  assert.deepEqual(pathFolders(path, ["/w"]), ["/bin", "/wide"]);
  assert.deepEqual(pathFolders(path, []), ["/bin", "/w/bin", "/w", "/wide"]);
  assert.deepEqual(programNames("python3", "win32"), ["python3.exe"]);
});

test("the status item says what runs, and what can be done where nothing does", () => {
  const launch = { command: "/x", arguments: [], source: "PATH", version: "1.2.3" } as const;
  const running = show({ name: "running", launch });
  assert.deepEqual(
    [running.text, running.detail, running.isTrouble],
    ["statuslens 1.2.3", "running, from PATH", false],
  );
  assert.equal(show({ name: "missing" }).command.command, "statuslens.installServer");
  assert.deepEqual(show({ name: "failed", problem: "it has ended" }).detail, "it has ended");
  assert.equal(show({ name: "starting" }).isBusy, true);
});
