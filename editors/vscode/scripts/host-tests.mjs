// Bundles the tests that run inside VS Code into a folder: node scripts/host-tests.mjs FOLDER
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , folder] = process.argv;

await mkdir(folder, { recursive: true });
await copyFile(join(here, "test/host/package.json"), join(folder, "package.json"));
await build({
  absWorkingDir: here,
  entryPoints: ["test/host/environment.ts", "test/host/features.ts"],
  outdir: folder,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  format: "cjs",
  external: ["vscode"],
});
