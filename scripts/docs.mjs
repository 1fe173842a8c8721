// npm run docs: writes the pages of docs/ that are made from the code; a test says when they are not.
import { register } from "node:module";
import { writeFileSync } from "node:fs";

register("./dev-loader.mjs", import.meta.url);
const { catalogue } = await import("../generator/diagnostics/catalogue.ts");
const { page } = await import("../generator/diagnostics/page.ts");
writeFileSync(new URL("../docs/diagnostics.md", import.meta.url), page(catalogue));
