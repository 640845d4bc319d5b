// Packs the extension into statuslens.vsix, byte by byte the same from the same sources, and without a network.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import "./build.mjs";

// The first moment that a ZIP archive can tell.
process.env.SOURCE_DATE_EPOCH ??= "315532800";
await createVSIX({
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  packagePath: "statuslens.vsix",
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
