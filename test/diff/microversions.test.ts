import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareMicroversions } from "../../generator/diff/microversions.js";
import { pairsOf } from "../../generator/diff/versions/pairs.js";
import type {
  ExampleObject,
  OpenApiDocument,
  SchemaObject,
} from "../../generator/openapi/document.js";
import { project } from "../../generator/openapi/project/project.js";
import { readModel } from "../../generator/openapi/read/read-model.js";
import { bothWays } from "./microversion-pairs.js";

const spec: OpenApiDocument = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../generated/openapi.json"), "utf8"),
);

const from = (min: string) => ({ "x-openstack": { "min-ver": min } });
const within = (min: string, max: string) => ({
  "x-openstack": { "min-ver": min, "max-ver": max },
});
const to = (max: string) => ({ "x-openstack": { "max-ver": max } });
const words: SchemaObject = { type: "string" };

const answer = (schema: SchemaObject, examples?: Readonly<Record<string, ExampleObject>>) => ({
  "200": {
    description: "OK",
    content: { "application/json": { schema, ...(examples && { examples }) } },
  },
});

/** Everything that a fold of one step after the other could get wrong. */
const varied: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Things", version: "2.12" },
  tags: [{ name: "things" }],
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        tags: ["things"],
        parameters: [{ name: "sort", in: "query", schema: words, ...within("2.3", "2.6") }],
        responses: answer(
          {
            type: "object",
            required: ["kind"],
            properties: {
              // There for a while: between before and after nothing has changed.
              fleeting: { ...words, ...within("2.4", "2.6") },
              // Another type twice: from the first to the last is one change, and a third one.
              kind: {
                anyOf: [
                  { ...words, ...to("2.4") },
                  { type: "integer", ...within("2.5", "2.8") },
                  { type: "boolean", ...from("2.9") },
                ],
              },
              // What it holds changes, too.
              part: { $ref: "#/components/schemas/Part" },
              // A member that is called like a keyword.
              examples: { ...words, ...from("2.10") },
              // Shown by samples alone, and written otherwise later.
              colours: { ...words, "x-restanza": { undocumented: true }, ...to("2.5") },
              colour: { ...words, ...from("2.9") },
            },
          },
          {
            old: { value: { kind: "box" }, ...to("2.4") },
            new: { value: { kind: 1 }, ...within("2.5", "2.9") },
            newest: { value: { kind: true }, ...from("2.10") },
          },
        ),
      },
    },
    "/things/{thing_id}": {
      delete: {
        operationId: "dropThing",
        tags: ["things"],
        responses: { "204": { description: "Gone" } },
        ...to("2.7"),
      },
    },
    "/things/{id}": {
      // The same method and path, written otherwise, behind a gap.
      delete: {
        operationId: "deleteThing",
        tags: ["things"],
        responses: {
          "202": { description: "Soon", ...from("2.11") },
          "404": { description: "No" },
        },
        ...from("2.9"),
      },
    },
    "/things/{id}/action": {
      post: {
        operationId: "act",
        tags: ["things"],
        responses: {},
        "x-restanza": {
          operations: ["open", "close", "paint"].map((name, index) => ({
            operationId: name,
            summary: name,
            tag: "things",
            source: { file: "things.inc", title: name },
            parameters: [],
            requestBody: {
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    required: [name],
                    properties: {
                      [name]: { type: "object", properties: { how: { ...words, ...from("2.8") } } },
                    },
                  },
                },
              },
            },
            responses: { "202": { description: "Accepted" } },
            "x-openstack": { "action-name": name, "min-ver": `2.${1 + index * 3}` },
          })),
        },
      },
    },
  },
  components: {
    schemas: {
      Part: {
        type: "object",
        description: "A part.",
        properties: {
          size: { type: "integer", ...from("2.6") },
          around: { $ref: "#/components/schemas/Part" },
        },
      },
    },
  },
  "x-restanza": {
    service: "things",
    microversions: { minimum: "2.1", maximum: "2.12", headers: [] },
  },
};

/** Each microversion with each later one. */
function pairsIn(versions: readonly string[]): readonly (readonly [string, string])[] {
  return versions.flatMap((older, index) =>
    versions.slice(index + 1).map((newer) => [older, newer] as const),
  );
}

describe("between two microversions is what the projected documents differ in", () => {
  const versions = readModel(varied).microversions?.all ?? [];
  const compared = bothWays(varied);
  test.each(pairsIn(versions))("from %s to %s", (older, newer) => {
    const { told, expected } = compared(older, newer);
    expect(told).toEqual(expected);
  });

  test("what came and went is nothing, and what changed twice is once", () => {
    expect(compared("2.3", "2.4").told.join()).toMatch(/fleeting/);
    expect(compared("2.3", "2.7").told.join()).not.toMatch(/fleeting/);
    const kinds = compared("2.1", "2.12").told.filter((one) => one.includes("/response/kind"));
    expect(kinds).toHaveLength(1);
  });

  test("from each microversion of spec/ to each later one that differs", () => {
    const ends = ["2.1", "2.2", "2.8", "2.19", "2.35", "2.36", "2.37", "2.53", "2.95", "2.96"];
    const ofSpec = bothWays(spec);
    const apart = pairsIn(ends).filter(([older, newer]) => {
      const { told, expected } = ofSpec(older, newer);
      return told.join("\n") !== expected.join("\n");
    });
    expect(apart).toEqual([]);
    expect(ofSpec("2.35", "2.36").told.length).toBeGreaterThan(0);
  });
});

test("a document of one microversion, or of none, has nothing to compare", () => {
  expect(compareMicroversions(readModel(project(varied, "2.4")))).toEqual([]);
  const { "x-restanza": _none, ...rest } = { ...varied, paths: {} };
  expect(compareMicroversions(readModel(rest))).toEqual([]);
});

describe("pairs of microversions are said as ranges", () => {
  const stretches = ["2.1", "2.4", "2.6", "2.9"].map((min) => ({ min, max: `${min}9` }));
  const all = pairsIn(["0", "1", "2", "3"]).map(([a, b]) => [Number(a), Number(b)] as const);
  test.each([
    ["a step", [[1, 2]], 1],
    [
      "all across a step",
      [
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
      ],
      1,
    ],
    ["every pair", all, 3],
    [
      "two apart",
      [
        [0, 1],
        [2, 3],
      ],
      2,
    ],
    [
      "there for a while",
      [
        [0, 1],
        [0, 2],
        [3, 3],
      ],
      1,
    ],
    [
      "a corner left out",
      [
        [0, 1],
        [0, 3],
        [1, 3],
      ],
      2,
    ],
  ] as const)("%s", (_, cells, count) => {
    const real = cells.filter(([a, b]) => a < b);
    const pairs = pairsOf(real, stretches);
    const index = (version: string) =>
      stretches.findIndex(({ min, max }) => version === min || version === max);
    // Within a stretch nothing differs, from its first microversion to its last.
    for (const stretch of stretches.keys())
      expect(
        pairs.some(
          ({ from: a, to: b }) =>
            index(a.min) <= stretch &&
            stretch <= index(a.max) &&
            index(b.min) <= stretch &&
            stretch <= index(b.max),
        ),
      ).toBe(false);
    const held = all.filter(([a, b]) =>
      pairs.some(
        (pair) =>
          index(pair.from.min) <= a &&
          a <= index(pair.from.max) &&
          index(pair.to.min) <= b &&
          b <= index(pair.to.max),
      ),
    );
    expect(held).toEqual(real.toSorted());
    expect(pairs.length).toBeLessThanOrEqual(count);
  });
});
