// npm run headers: calls one list operation of every service of ../shared/corpora with the client
// that is generated for it, at a stub on loopback, and prints the version headers that it sends,
// held against the table of facts (generator/facts). Exit 1 when they differ.
import { existsSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";

const corpora = new URL("../../shared/corpora/", import.meta.url);
if (!existsSync(corpora)) {
  console.log("headers is skipped: ../shared/corpora is not there.");
  process.exit(0);
}
register("./dev-loader.mjs", import.meta.url);
const { sentHeaders } = await import("./headers/sent-headers.ts");
const { build } = await import("../generator/pipeline/build.ts");

let differ = 0;
const trees = readdirSync(corpora).sort();
for (const tree of trees) {
  const path = fileURLToPath(new URL(tree, corpora));
  const built = await build({ path }, { emit: ["types", "client"] });
  const { service, call, sent, expected } = await sentHeaders(built);
  const alike = sent.join("\n") === expected.join("\n");
  if (!alike) differ += 1;
  console.log(`${alike ? "ok    " : "DIFFER"} ${tree.padEnd(12)} ${service}: ${call}`);
  for (const line of sent.length > 0 ? sent : ["no version header"])
    console.log(`         ${line}`);
  if (!alike) for (const line of expected) console.log(`         the table: ${line}`);
}
console.log(`${trees.length - differ} of ${trees.length} as the table of facts has it`);
process.exitCode = differ > 0 ? 1 : 0;
