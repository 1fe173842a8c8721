#!/bin/bash
# api-smart-diff takes whatever becomes of the types and members of an answer as harmless.
#
# Guess: its rules know the direction, as they do for `enum` and `required`: a member that goes from
#   an answer, and one whose type becomes another, are "breaking".
# Seen (api-smart-diff 1.0.6, document of 3.0): both are "non-breaking"; of a request the same change
#   of type is "breaking". A wider enum of an answer is "breaking", though.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund api-smart-diff@1.0.6
cat > try.mjs <<'JS'
import { deepEqual } from "node:assert/strict";
import { createRequire } from "node:module";

const { apiCompare } = createRequire(import.meta.url)("api-smart-diff");
const text = { type: "string" };
function box(properties) {
  return { type: "object", properties };
}
function document({ request = box({}), response = box({}) }) {
  const content = (schema) => ({ "application/json": { schema } });
  const responses = { 200: { description: "done", content: content(response) } };
  const put = { operationId: "putBox", requestBody: { content: content(request) }, responses };
  return { openapi: "3.0.3", info: { title: "Boxes", version: "1" }, paths: { "/box": { put } } };
}
function kinds(before, after) {
  return apiCompare(document(before), document(after)).diffs.map(({ type }) => type);
}
const whole = box({ name: text, size: text });
const other = box({ name: text, size: { type: "integer" } });
const states = (...names) => box({ state: { type: "string", enum: names } });
const seen = {
  gone: kinds({ response: whole }, { response: box({ name: text }) }),
  otherType: kinds({ response: whole }, { response: other }),
  otherTypeSent: kinds({ request: whole }, { request: other }),
  wider: kinds({ response: states("up") }, { response: states("up", "down") }),
};
console.log(seen);
deepEqual(seen, {
  gone: ["non-breaking"],
  otherType: ["non-breaking"],
  otherTypeSent: ["breaking"],
  wider: ["breaking"],
});
JS
node try.mjs && echo "as seen before"
