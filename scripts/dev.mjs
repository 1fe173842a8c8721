// Runs the command from its sources: node scripts/dev.mjs generate TREE --out DIR
// Each TypeScript file is stripped of its types by esbuild as it is imported; nothing is written.
import { register } from "node:module";

register("./dev-loader.mjs", import.meta.url);
await import("../generator/cli/main.ts");
