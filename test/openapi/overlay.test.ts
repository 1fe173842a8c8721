import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { applyOverlays } from "../../generator/openapi/overlay/overlay.js";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { readOverlay } from "../../generator/openapi/overlay/read-overlay.js";
import { casesOf } from "../cases-of.js";

const head = "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\n";

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Boxes", version: "1" },
  tags: [{ name: "boxes" }],
  paths: {
    "/boxes": {
      get: {
        operationId: "listBoxes",
        summary: "List Boxes",
        tags: ["boxes"],
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer" } },
          { name: "it's\\odd", in: "query", schema: { type: "string" } },
        ],
        responses: { "200": { description: "OK" } },
      },
    },
  },
};

function apply(actions: string, given: OpenApiDocument = document) {
  const reading = readOverlay("fixes.yaml", `${head}actions:\n${actions}`);
  if (reading.kind === "invalid") throw new Error(JSON.stringify(reading.problems));
  const { value, diagnostics } = applyOverlays(given, [reading.overlay]);
  return { value, codes: diagnostics.map(({ code }) => code), diagnostics };
}

describe("an action", () => {
  const get = "$.paths['/boxes'].get";
  test.each<[string, string, string, unknown]>([
    // action                                                  why                     shown         becomes
    [
      `{ target: "$.info", update: { version: "2", x-a: { b: 1 } } }`,
      "objects are merged, primitives replaced",
      "info",
      { title: "Boxes", version: "2", "x-a": { b: 1 } },
    ],
    [
      `{ target: "$.tags", update: { name: more } }`,
      "an entry is appended to an array",
      "tags",
      [{ name: "boxes" }, { name: "more" }],
    ],
    [
      `{ target: "$", update: { tags: [{ name: more }] } }`,
      "arrays in objects are joined",
      "tags",
      [{ name: "boxes" }, { name: "more" }],
    ],
    [
      `{ target: "$", update: { info: { title: Crates }, tags: } }`,
      "a member without a value takes nothing away",
      "tags",
      [{ name: "boxes" }],
    ],
    [`{ target: "$.tags", remove: true }`, "a member is removed", "tags", undefined],
    [
      `{ target: "$.tags[0]", remove: true, update: { name: x } }`,
      "update has no impact beside remove",
      "tags",
      [],
    ],
    [
      `{ target: "${get}.parameters[0,0]", update: { x-n: [1] } }`,
      "a node that is selected twice is changed once",
      "paths./boxes.get.parameters.0.x-n",
      [1],
    ],
    [
      `{ target: "${get}.parameters[?@.name == 'limit'].schema", update: { type: [integer, "null"] } }`,
      "an array takes the place of a primitive",
      "paths./boxes.get.parameters.0.schema",
      { type: ["integer", "null"] },
    ],
    [
      `{ target: "$..[?@.type == 'integer']", update: { minimum: 0 } }`,
      "descendants",
      "paths./boxes.get.parameters.0.schema",
      { type: "integer", minimum: 0 },
    ],
    [
      `{ target: "$..parameters.*", update: { description: Each } }`,
      "every one of several",
      "paths./boxes.get.parameters.1.description",
      "Each",
    ],
  ])("%s (%s)", (action, _why, path, becomes) => {
    const { value, codes } = apply(`  - ${action}`);
    expect(at(value, path)).toEqual(becomes);
    expect(codes).toEqual([]);
  });

  it("is applied to what the one before it left", () => {
    const { value, codes } = apply(
      `  - { target: "$.tags", remove: true }\n  - { target: "$", update: { tags: [{ name: new }] } }\n`,
    );
    expect(value.tags).toEqual([{ name: "new" }]);
    expect(codes).toEqual([]);
  });

  it("reaches names with quotes, backslashes and control characters", () => {
    const odd = { ...document, "x-odd": { "it's\\a\n\u0001b": { a: 1 } } };
    const { value } = apply(`  - { target: "$['x-odd'].*", update: { a: 2 } }`, odd);
    expect(at(value, "x-odd")).toEqual({ "it's\\a\n\u0001b": { a: 2 } });
  });

  it("gives a member called __proto__ to the object, not to its prototype", () => {
    const { value } = apply(`  - { target: "$.info", update: { __proto__: { polluted: 1 } } }`);
    expect(Object.hasOwn(value.info, "__proto__")).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  test.each([
    // action                                                      why                             code
    [`{ target: "$.paths['/crates']", remove: true }`, "nothing there", "unmatched-overlay-action"],
    [`{ target: "$.info" }`, "neither update nor remove", "misfit-overlay-action"],
    [`{ target: "$", remove: true }`, "the document itself", "misfit-overlay-action"],
    [`{ target: "$.paths", remove: true }`, "no OpenAPI document is left", "misfit-overlay-action"],
    [`{ target: "$.info", update: words }`, "no object for an object", "misfit-overlay-action"],
    [
      `{ target: "$.info.title", update: { a: 1 } }`,
      "an object for words",
      "misfit-overlay-action",
    ],
  ])("%s is reported: %s", (action, _why, code) => {
    const { value, codes, diagnostics } = apply(`  - ${action}`);
    expect(codes).toEqual([code]);
    expect(value).toEqual(document);
    expect(diagnostics[0]?.span?.start).toBe(`${head}actions:\n  - { target: `.length);
  });
});

test.each([
  // why          text          problem
  [
    "version",
    "overlay: 2.0.0\ninfo: {title: a, version: b}\nactions: [{target: $}]",
    "Overlay 1.0",
  ],
  ["no version", "info: {title: a, version: b}\nactions: [{target: $}]", "overlay is missing"],
  ["no actions", `${head}`, "actions must be a list"],
  ["empty actions", `${head}actions: []`, "at least one"],
  ["misspelt", `${head}actions: [{ target: $.a, udpate: {} }]`, 'Did you mean "update"?'],
  ["no JSONPath", `${head}actions: [{ target: "paths" }]`, "no JSONPath (RFC 9535)"],
  ["no target", `${head}actions: [{ update: {} }]`, "target must be a JSONPath"],
  ["remove", `${head}actions: [{ target: $.a, remove: yes please }]`, "true or false"],
  ["no action", `${head}actions: [7]`, "must be an object"],
  ["no object", "[1]", "must be an object"],
  ["empty", "", "must be an object"],
  ["broken", "a: [1", "not valid YAML"],
  ["deep", "[".repeat(100_000), "it "],
  [
    "a bomb",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: &d [${"*c,".repeat(9)}]\ne: [${"*d,".repeat(9)}]`,
    "cannot be read",
  ],
])("%s: no overlay", (_why, text, problem) => {
  const reading = readOverlay("a.yaml", text);
  expect(reading.kind).toBe("invalid");
  if (reading.kind !== "invalid") return;
  expect(reading.problems.map(({ words }) => words).join("\n")).toContain(problem);
});

test("JSON is read as well, and aliases are what they stand for", () => {
  const json = JSON.stringify({
    overlay: "1.0.1",
    info: { title: "a", version: "1" },
    "x-more": true,
    actions: [{ target: "$.info", "x-why": 1, update: { a: 1 } }],
  });
  expect(readOverlay("a.json", json).kind).toBe("overlay");
  const { value } = apply(
    `  - { target: $.info, update: &u { x-a: 1 } }\n  - { target: "$.paths['/boxes'].get", update: *u }`,
  );
  expect(at(value, "paths./boxes.get.x-a")).toBe(1);
});

/** An overlay may put anything anywhere: it is the user's word, and no stage behind it falls over. */
test("whatever an overlay does, the document is read and projected", () => {
  const text = readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8");
  const images: OpenApiDocument = JSON.parse(text);
  const step = fc.constantFrom(
    ..."paths * get post parameters responses components schemas tags properties info".split(" "),
    ..."x-restanza x-openstack operations requestBody content".split(" "),
  );
  const target = fc
    .array(step, { minLength: 1, maxLength: 5 })
    .map((steps) => `$..${steps.map((name) => (name === "*" ? "[*]" : `['${name}']`)).join("")}`);
  const action = fc.record({ target, update: fc.jsonValue({ maxDepth: 2 }), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 3 }), (actions) => {
      const info = { title: "a", version: "1" };
      const overlay = JSON.stringify({ overlay: "1.0.0", info, actions });
      const reading = readOverlay("a.json", overlay);
      if (reading.kind === "invalid") throw new Error(JSON.stringify(reading.problems));
      const { value } = applyOverlays(images, [reading.overlay]);
      readModel(value);
      readModel(JSON.parse(JSON.stringify(project(value, "2.10"))));
    }),
    { numRuns: casesOf(100) },
  );
});

function at(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.split(".")) {
    here =
      typeof here === "object" && here !== null
        ? Object.entries(here).find(([name]) => name === step)?.[1]
        : undefined;
  }
  return here;
}
