// npm run docs:pages: writes the pages of docs/ that are made from the code; tests say when they are not.
import { register } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

register("./dev-loader.mjs", import.meta.url);
const { catalogue } = await import("../generator/diagnostics/catalogue.ts");
const { page } = await import("../generator/diagnostics/page.ts");
const { precisionPage } = await import("../generator/diagnostics/precision-page.ts");

const { warningsPage } = await import("../generator/diagnostics/sphinx-warnings.ts");
const { changeRecords } = await import("../generator/diff/rules/all.ts");
const { diffPage } = await import("../generator/diff/report/page.ts");

const at = (path) => new URL(`../${path}`, import.meta.url);
const review = JSON.parse(readFileSync(at("test/corpora/findings.json"), "utf8"));
writeFileSync(at("docs/diagnostics.md"), page(catalogue));
writeFileSync(at("docs/sphinx-warnings.md"), warningsPage());
writeFileSync(at("docs/precision.md"), precisionPage(review, catalogue));
writeFileSync(at("docs/diff.md"), diffPage(changeRecords));
const { lintPictures } = await import("./lint-picture.ts");
for (const [name, draw] of lintPictures) writeFileSync(at(`docs/${name}`), draw());
