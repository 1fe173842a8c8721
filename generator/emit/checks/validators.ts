import { causeOf } from "../../collections/cause.js";
import { KnownTexts } from "../../collections/known-texts.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { identifier, type Text } from "../text.js";
import type { CheckSchema } from "./json-schema.js";
import { stableNames } from "./stable-names.js";
import { checkOf, componentsId, knownFormats, reachableComponents } from "./json-schema.js";

/** A check that is to be exported under a name. */
export interface WantedCheck {
  readonly name: Text<"identifier">;
  readonly schema: SchemaObject;
}

/** The code of checks, without imports, and what of `checks.ts` it needs. */
export interface CheckCode {
  readonly text: string;
  readonly helpers: readonly Helper[];
}

type Helper = "equal" | "formats" | "isUnique" | "ucs2length";

/** What Ajv's code requires from its own package, and who takes the place of it. */
const helpers = [
  [/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, "ucs2length"],
  [/require\("ajv\/dist\/runtime\/equal"\)\.default/g, "equal"],
  [/require\("\.\/checks\.js"\)\.formats/g, "formats"],
  [/require\("\.\/checks\.js"\)\.isUnique/g, "isUnique"],
] as const;

/**
 * Checks as standalone code of Ajv for JSON Schema 2020-12: nothing is compiled or installed at run
 * time. Equal schemas share one function, and components have one each.
 */
export async function checkCode(
  model: ApiModel,
  wanted: readonly WantedCheck[],
  exported: (name: Text<"identifier">, value: string) => string,
  texts: KnownTexts = new KnownTexts(),
): Promise<CheckCode> {
  const components = reachableComponents(
    model,
    wanted.map(({ schema }) => schema),
  );
  const schemas = wanted.map(({ name, schema }) => ({ name, schema: checkOf(model, schema) }));
  const causes = [
    JSON.stringify([
      Object.entries(components).map(([name, schema]) => [name, cause(schema)]),
      schemas.map(({ name, schema }) => [name, cause(schema)]),
    ]),
    exported(identifier("name"), "value"),
  ];
  const code = await texts.textLater("server/checks", causes, async () =>
    JSON.stringify(await compiled(components, schemas, exported)),
  );
  return JSON.parse(code);
}

function cause(schema: CheckSchema): string {
  return typeof schema === "object" ? causeOf(schema) : String(schema);
}

async function compiled(
  components: ReturnType<typeof reachableComponents>,
  schemas: readonly { readonly name: Text<"identifier">; readonly schema: CheckSchema }[],
  exported: (name: Text<"identifier">, value: string) => string,
): Promise<CheckCode> {
  // Lazily: a run without this emitter does not pay for Ajv.
  const [{ Ajv2020 }, { default: standalone }, { _ }] = await Promise.all([
    import("ajv/dist/2020.js"),
    import("ajv/dist/standalone/index.js"),
    import("ajv/dist/compile/codegen/index.js"),
  ]);
  const ajv = new Ajv2020({
    code: { source: true, esm: true, lines: true, formats: _`require("./checks.js").formats` },
    strict: false,
    // Components are functions of their own, whoever refers to them.
    inlineRefs: false,
    unicodeRegExp: false,
    validateFormats: true,
    validateSchema: false,
    addUsedSchema: false,
    // Members that every object has would seem to be there.
    ownProperties: hasInheritedName([components, ...schemas]),
    logger: false,
  });
  // No schema here looks at what others evaluated: that saves a fifth of the code.
  ajv.opts.unevaluated = false;
  ajv.opts.dynamicRef = false;
  for (const format of knownFormats) ajv.addFormat(format, () => true);
  // Ajv's own compares each item with each: a body that is allowed would take minutes.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: { message: "must NOT have duplicate items" },
    code(context) {
      const code = _`require("./checks.js").isUnique`;
      const isUnique = context.gen.scopeValue("func", { ref: code, code });
      context.fail(_`!${isUnique}(${context.data})`);
    },
  });
  ajv.addSchema({ $id: componentsId, $defs: components });

  const firsts = new Map<string, Text<"identifier">>();
  const ids: Record<string, string> = {};
  const others: string[] = [];
  for (const { name, schema } of schemas) {
    const key = JSON.stringify(schema);
    const first = firsts.get(key);
    if (first !== undefined) {
      others.push(exported(name, first));
      continue;
    }
    firsts.set(key, name);
    ids[name] = `check-${name}`;
    ajv.addSchema(withId(`check-${name}`, schema));
  }
  const { text, helpers } = tidy(callable(standalone)(ajv, ids), exported);
  return { text: [text, ...others].join("\n"), helpers };
}

/** A CommonJS module's default export, which Node wraps once more than its types say. */
function callable<Call extends (...args: never[]) => string>(
  module: Call | { default: Call },
): Call {
  return typeof module === "function" ? module : module.default;
}

function withId(id: string, schema: CheckSchema): Record<string, unknown> {
  if (typeof schema === "boolean") return schema ? { $id: id } : { $id: id, not: {} };
  return { $id: id, ...schema };
}

/** Takes out what nobody refers to, and gives helpers and exports the form they have here. */
function tidy(
  source: string,
  exported: (name: Text<"identifier">, value: string) => string,
): CheckCode {
  const used = new Set<Helper>();
  let text = source.replace(/^"use strict";\n?/, "");
  for (const [pattern, helper] of helpers) {
    text = text.replace(pattern, () => {
      used.add(helper);
      return helper;
    });
  }
  const lines = text.split("\n").filter((line) => !/^\/\*# sourceURL=".*" \*\/;$/.test(line));
  const references = new Map<string, number>();
  for (const line of lines) {
    for (const [name] of line.matchAll(/\bschema\d+\b/g)) {
      references.set(name, (references.get(name) ?? 0) + 1);
    }
  }
  const needed = lines.filter((line) => {
    const declared = /^const (schema\d+) = /.exec(line)?.[1];
    return declared === undefined || references.get(declared) !== 1;
  });
  const kept = stableNames(needed).map((line) => {
    const [, name, value] = /^export const (\w+) = (\w+);$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return line;
    // The names are those that were asked for.
    return exported(name as Text<"identifier">, value);
  });
  return { text: kept.join("\n").trim(), helpers: [...used].sort() };
}

/** Whether a member or property anywhere is called like one that every object has. */
function hasInheritedName(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasInheritedName);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, each]) => key in Object.prototype || hasInheritedName(each),
  );
}
