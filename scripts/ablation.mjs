#!/usr/bin/env node
// ablation.mjs: what documents owe to each rule of inference. Leaves every rule out in turn, makes
// the documents of all trees again, and counts the leaves that moved. Wants ../shared.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allDocs } from "./ablation/docs.mjs";
import { moved } from "./ablation/moved.mjs";
import { pageOf } from "./ablation/page.mjs";
import { bundle, repository } from "./fuzz/bundle.mjs";
import { readOptions } from "./options.mjs";

const usage = `ablation.mjs [options]
  --only WORDS    rules whose question or name holds one of these words, which commas separate
  --write         write docs/ablation.md; goes with all rules only`;

const values = readOptions(
  usage,
  { only: { type: "string", default: "" }, write: { type: "boolean", default: false } },
  ({ only, write }) => {
    if (write && only !== "") throw new Error("--write wants all rules");
  },
);
const shared = join(repository, "..", "shared");
if (!existsSync(join(shared, "corpora"))) {
  console.log("skipped: ../shared/corpora is not there");
  process.exit();
}
const home = mkdtempSync(join(tmpdir(), "restanza-ablation-"));
try {
  const program = await import(await bundle("scripts/ablation/program.ts", home));
  await run(program);
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function run(program) {
  const documentOf = (reference, rules) =>
    program.toOpenApi(program.infer(reference, { rules }).value).value;
  // A rule that says nothing of some docs is not tried on them: they would be the same without it.
  const docs = allDocs(program, shared).map((each) => {
    const spoke = new Set();
    const document = documentOf(each.reference, listening(program.rules, spoke));
    return { ...each, document, spoke };
  });
  const results = new Map();
  for (const [question, list] of Object.entries(program.rules))
    for (const { name } of list) {
      const key = `${question}: ${name}`;
      if (!values.only.split(",").some((word) => key.includes(word))) continue;
      const result = { whole: 0, half: 0, case: 0, trees: [] };
      const rules = program.without(program.rules, question, name);
      const trees = new Set();
      for (const { kind, name: tree, reference, document, spoke } of docs) {
        if (!spoke.has(key)) continue;
        const count = moved(document, documentOf(reference, rules));
        result[kind] += count;
        if (count > 0 && kind !== "case") trees.add(tree);
      }
      result.trees = [...trees];
      results.set(key, result);
      console.log(
        `${key}: ${result.whole} whole, ${result.half} half, ${result.case} cases; ${result.trees.join(" ")}`,
      );
    }
  if (!values.write) return;
  const of = (kind) => docs.filter((each) => each.kind === kind).length;
  const counts = { whole: of("whole"), case: of("case") };
  writeFileSync(
    join(repository, "docs", "ablation.md"),
    pageOf(program.questions, program.rules, results, counts),
  );
}

/** The same rules; `spoke` gets the names of those that say something. */
function listening(rules, spoke) {
  const heard = (key, says) => (facts) => {
    const said = says(facts);
    if (said !== undefined && said !== false && said !== 0 && said.length !== 0) spoke.add(key);
    return said;
  };
  const listen = ([question, list]) => [
    question,
    list.map((rule) => ({ ...rule, says: heard(`${question}: ${rule.name}`, rule.says) })),
  ];
  return Object.fromEntries(Object.entries(rules).map(listen));
}
