/** Beside an extension that has chosen a Python, as the Python extension does. */

import assert from "node:assert/strict";
import { api, runAll } from "./suite.ts";

export async function run(): Promise<void> {
  const { started, stop } = await api();
  await runAll({
    "the server runs in the environment that was chosen": async () => {
      const state = await started;
      assert.equal(state.name, "running");
      assert.equal(state.launch.source, "workspace environment");
      assert.deepEqual(state.launch.arguments, ["-P", "-m", "statuslens_lsp"]);
    },
  });
  await stop();
}
