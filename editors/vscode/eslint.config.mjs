import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";

export default defineConfig({ ignores: ["dist", ".tools"] }, typescript.configs.strict, {
  rules: { "max-lines": ["error", 150], eqeqeq: "error" },
});
