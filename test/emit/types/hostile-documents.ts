import * as fc from "fast-check";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import { documentOf } from "./emitted.js";

const words = fc.oneof(
  fc.constantFrom(
    "*/ export const x = 1; /*",
    "${process.exit()}",
    "a\r// b",
    "a\u2028b\u2029c",
    "`",
    "\\",
    "\\\"'",
    'say "hi"',
    "it's",
    "{{{x}}}",
    "**/",
    "@deprecated",
    "line\n@internal\n * @private",
    "\u202eevil\u0000\u200b",
    "__proto__",
    "constructor",
    "",
    "%",
    "100%25 %zz",
    "a very long text ".repeat(12),
    "x".repeat(120),
  ),
  // Of letters beyond ASCII the formatter has its own opinions: those of its Unicode tables.
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
  fc.stringMatching(/^[a-z_]{1,12}$/),
);

const names = [
  "Alpha",
  "beta",
  "Record",
  "Error",
  "os:ext",
  "Long" + "Name".repeat(18),
  "*/",
  "A_2_5",
];
const bounds = fc.option(
  fc.record(
    {
      "min-ver": fc.constantFrom("2.1", "2.3", "2.5", "2.19", "9.9", "x"),
      "max-ver": fc.constantFrom("2.4", "2.10", "2.20", "x"),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 4 },
);

const { schema } = fc.letrec<{ schema: SchemaObject }>((tie) => {
  const members = fc.dictionary(words, tie("schema"), { maxKeys: 4 });
  const leaf = fc.oneof(
    fc.constantFrom<SchemaObject>(
      { type: "string" },
      { type: "integer" },
      { type: ["string", "null"] },
      {},
    ),
    fc.constantFrom(...names, "Nowhere").map((name): SchemaObject => ({
      $ref: `#/components/schemas/${name.replaceAll("/", "~1")}`,
    })),
    fc
      .array(fc.oneof(words, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 6 })
      .map((values): SchemaObject => ({ enum: values })),
    fc.array(words, { maxLength: 4 }).map((values): SchemaObject => ({
      type: "string",
      "x-restanza": { values },
    })),
  );
  const choice = fc.array(tie("schema"), { minLength: 1, maxLength: 4 });
  const object = fc
    .tuple(members, fc.option(tie("schema")), fc.boolean())
    .map(([properties, others, strict]): SchemaObject => ({
      type: "object",
      properties,
      required: strict ? Object.keys(properties) : [],
      ...(others !== null && { additionalProperties: others }),
    }));
  const any = fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    object,
    tie("schema").map((items): SchemaObject => ({ type: "array", items })),
    choice.map((anyOf): SchemaObject => ({ anyOf })),
    choice.map((oneOf): SchemaObject => ({ oneOf })),
    choice.map((allOf): SchemaObject => ({ allOf })),
    tie("schema").map((additionalProperties): SchemaObject => ({
      type: "object",
      additionalProperties,
    })),
  );
  return {
    schema: fc
      .tuple(any, fc.option(words), bounds, fc.boolean(), fc.boolean())
      .map(([inner, description, versions, deprecated, required]): SchemaObject => ({
        ...inner,
        ...(description !== null && { description }),
        ...(versions !== undefined && {
          "x-openstack": versions,
          ...(required && { "x-restanza": { ...inner["x-restanza"], required } }),
        }),
        ...(deprecated && { deprecated }),
      })),
  };
});

/** Documents of schemas, with words that would like to leave their place. */
export const hostileDocuments = fc
  .tuple(fc.tuple(...names.map(() => schema)), fc.array(fc.tuple(words, schema), { maxLength: 4 }))
  .map(([components, parameters]) =>
    documentOf(
      Object.fromEntries(components.map((component, index) => [names[index] ?? "", component])),
      {
        info: { title: "*/ hostile\u2028title", version: "1" },
        paths: {
          "/": {
            get: {
              operationId: "list",
              parameters: parameters.map(([name, inner]) => ({ name, in: "query", schema: inner })),
              responses: {},
            },
          },
        },
      },
    ),
  );
