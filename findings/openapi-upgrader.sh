#!/bin/bash
# Upgrading a document of OpenAPI 3.0 to 3.1 changes what its examples hold.
#
# Guess: `example` of a schema becomes `examples`, as 3.1 has it, and what it holds is data that stays.
# Seen (@scalar/openapi-upgrader 0.1.11): a member called `example` inside of the data becomes a list
#   called `examples`; in a `default` and in an `enum` it happens, too, so that other values are valid.
# So restanza upgrades documents itself (generator/load), where data is left alone; its tests have this.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @scalar/openapi-upgrader@0.1.11
cat > try.mjs <<'JS'
import { deepEqual } from "node:assert/strict";
import { upgrade } from "@scalar/openapi-upgrader";
const data = { example: "of a member" };
const { components } = upgrade(
  {
    openapi: "3.0.3",
    info: { title: "Boxes", version: "1" },
    paths: {},
    components: { schemas: { Box: { type: "object", example: data, default: data, enum: [data] } } },
  },
  "3.1",
);
const { Box } = components.schemas;
console.log(JSON.stringify(Box, null, 2));
const changed = { examples: ["of a member"] };
deepEqual(Box, { type: "object", examples: [changed], default: changed, enum: [changed] });
JS
node try.mjs && echo "as seen before"
