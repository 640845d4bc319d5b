// Builds what goes into the VSIX beside the pages and images: the bundle, the team file's schema, the licence.
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const project = join(here, "..", "..");

await mkdir(join(here, "schemas"), { recursive: true });
await copyFile(join(project, "core/statuslens/data/config.schema.json"), join(here, "schemas/config.schema.json"));
await copyFile(join(project, "LICENSE"), join(here, "LICENSE"));
await build({
  absWorkingDir: here,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.cjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "inline",
});
