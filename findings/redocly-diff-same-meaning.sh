#!/bin/bash
# Redocly's diff calls a document breaking that says the same in other words.
#
# Guess: nothing, or "patch": it resolves references and matches parameters by name and place.
# Seen (@redocly/cli 2.77.0, experimental `diff`): "major" where `style: form` and `explode: true`, the
#   defaults of a query parameter, are written down; where a parameter moves from the operation to its
#   path; and where `const: a` becomes `enum: [a]`.
# `restanza diff` compares what is sent and answered; its tests have these pairs, without a change.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @redocly/cli@2.77.0
cat > try.mjs <<'JS'
import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

function write(file, { own = [], shared = [], response = { const: "a" } }) {
  const get = {
    operationId: "listBoxes",
    parameters: own,
    responses: { 200: { description: "", content: { "application/json": { schema: response } } } },
  };
  const info = { title: "Boxes", version: "1" };
  const paths = { "/boxes": { parameters: shared, get } };
  writeFileSync(file, JSON.stringify({ openapi: "3.1.0", info, paths }));
}
function bump(base, revision) {
  write("base.json", base);
  write("revision.json", revision);
  const cli = "node_modules/@redocly/cli/bin/cli.js";
  const flags = ["--format", "json", "--fail-on", "none"];
  const run = spawnSync("node", [cli, "diff", "base.json", "revision.json", ...flags]);
  return JSON.parse(run.stdout).bump;
}
const tags = { name: "tag", in: "query", schema: { type: "array", items: { type: "string" } } };
const seen = {
  defaults: bump({ own: [tags] }, { own: [{ ...tags, style: "form", explode: true }] }),
  moved: bump({ own: [{ ...tags, required: true }] }, { shared: [{ ...tags, required: true }] }),
  constant: bump({ response: { const: "a" } }, { response: { enum: ["a"] } }),
};
console.log(seen);
deepEqual(seen, { defaults: "major", moved: "major", constant: "major" });
JS
node try.mjs && echo "as seen before"
