/** All features, by VS Code's own API. */

import { editing } from "./editing.ts";
import { reading } from "./reading.ts";
import { api, runAll } from "./suite.ts";

export async function run(): Promise<void> {
  await runAll({ ...reading, ...editing });
  // Good-bye to the server, so that the record of the session has its end.
  await (await api()).stop();
}
