#!/bin/bash
# Redocly's diff lets three changes pass that break programs which were right.
#
# Guess: all three are "major": a member that may no longer be sent, names that get a type, and a value
#   of a discriminator that becomes another.
# Seen (@redocly/cli 2.77.0, experimental `diff`): a member whose schema becomes `false` is a "patch",
#   `patternProperties` of a request that come are "minor", and of a mapping the value that went is a
#   "patch" beside the new one, "minor". A program that goes by the bump alone sees nothing break.
# `restanza diff` calls the first and the last a break, and the second, which it cannot compare, unknown;
# its tests have these pairs.
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

const text = { type: "string" };
function write(file, { request = text, response = text }) {
  const content = (schema) => ({ "application/json": { schema } });
  const put = {
    operationId: "putBox",
    requestBody: { content: content(request) },
    responses: { 200: { description: "done", content: content(response) } },
  };
  const schemas = { Lid: { type: "object", properties: { kind: text } } };
  const info = { title: "Boxes", version: "1" };
  const document = { openapi: "3.1.0", info, paths: { "/box": { put } }, components: { schemas } };
  writeFileSync(file, JSON.stringify(document));
}
function impacts(base, revision) {
  write("base.json", base);
  write("revision.json", revision);
  const cli = "node_modules/@redocly/cli/bin/cli.js";
  const flags = ["--format", "json", "--fail-on", "none"];
  const run = spawnSync("node", [cli, "diff", "base.json", "revision.json", ...flags]);
  return JSON.parse(run.stdout).changes.map(({ impact }) => impact).sort();
}
const box = (more) => ({ type: "object", properties: { lid: text }, ...more });
const lid = { $ref: "#/components/schemas/Lid" };
const kinds = (mapping) => ({ oneOf: [lid], discriminator: { propertyName: "kind", mapping } });
const seen = {
  forbidden: impacts({ request: box() }, { request: box({ properties: { lid: false } }) }),
  patterned: impacts(
    { request: box() },
    { request: box({ patternProperties: { "^x-": { type: "integer" } } }) },
  ),
  mapped: impacts(
    { response: kinds({ flat: lid.$ref }) },
    { response: kinds({ round: lid.$ref }) },
  ),
};
console.log(seen);
deepEqual(seen, {
  forbidden: ["patch", "patch"],
  patterned: ["minor"],
  mapped: ["minor", "patch"],
});
JS
node try.mjs && echo "as seen before"
