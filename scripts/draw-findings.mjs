// node scripts/draw-findings.mjs [CODE…]: the findings of each code that the review in
// test/corpora/findings.json is to hold, each with what it says and whether it is judged yet.
// --count writes there how many of each code the ten trees have.
import { register } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

register("./dev-loader.mjs", import.meta.url);
const { draw, foundFindings, keyText } = await import("../test/corpora/found-findings.ts");
const { catalogue } = await import("../generator/diagnostics/catalogue.ts");
const { corpora, services } = await import("../test/rst/corpora.ts");

const file = new URL("../test/corpora/findings.json", import.meta.url);
const review = JSON.parse(readFileSync(file, "utf8"));
const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith("--"));
const found = new Map(services.map((service) => [service, foundFindings(service)]));

if (words.includes("--count")) {
  const all = [...found.values()].flat().map(({ key }) => key.code);
  const counts = catalogue.map(({ code }) => [code, all.filter((one) => one === code).length]);
  review.found = Object.fromEntries(counts.filter(([, count]) => count > 0));
  writeFileSync(file, `${JSON.stringify(review, undefined, 2)}\n`);
  process.exit();
}

const judged = new Map(review.reviewed.map((one) => [one.service + keyText(one), one]));
for (const { code } of catalogue) {
  if (asked.length > 0 && !asked.includes(code)) continue;
  for (const { service, found: one } of draw(found, code, 10)) {
    const { key, finding } = one;
    const known = judged.get(service + keyText(key));
    const { start, end } = finding.at ?? { start: {}, end: {} };
    console.log(JSON.stringify({ service, ...key }));
    console.log(
      `  ${new URL(`${service}/${key.file}`, corpora).pathname}:${start.line}:${start.column}-${end.column}`,
    );
    console.log(`  ${finding.diagnostic.operation ?? ""} | ${finding.diagnostic.message}`);
    console.log(`  ${known === undefined ? "not judged" : `${known.right} ${known.why}`}`);
  }
}
