#!/bin/bash
# ajv-formats refuses e-mail addresses that its standard allows.
#
# Guess: `format: email`, which JSON Schema defines by RFC 5321, takes `root@localhost`, an address
#   of a host without a dot, and a quoted local part.
# Seen (ajv 8.20.0, ajv-formats 3.0.1, with its defaults):
#   root@localhost       refused: a dot is wanted after the @
#   "a b"@example.org    refused: no quoted local parts
#   joe@example.org      taken
# So a document that says `format: email`, as its author may, refuses more than its author meant.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1
cat > try.cjs <<'JS'
const { default: Ajv } = require("ajv/dist/2020.js");
const ajv = new Ajv();
require("ajv-formats")(ajv);
const valid = ajv.compile({ type: "string", format: "email" });
let changed = 0;
for (const [address, want] of [["root@localhost", false], ['"a b"@example.org', false], ["joe@example.org", true]]) {
  const got = valid(address);
  if (got !== want) changed += 1;
  console.log(address, "->", got ? "taken" : "refused", got === want ? "" : "CHANGED");
}
process.exit(changed ? 1 : 0);
JS
node try.cjs
