import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenApiDocument, SchemaObject } from "../../../generator/openapi/document.js";
import { project } from "../../../generator/openapi/project/project.js";
import { compute } from "../client/fixture.js";
import { pagesOf, type Pages } from "./pages.js";
import { visibleAt } from "./visible.js";

const spec: OpenApiDocument = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../generated/openapi.json"), "utf8"),
);

const from = (min: string) => ({ "x-openstack": { "min-ver": min } });
const to = (max: string) => ({ "x-openstack": { "max-ver": max } });
const text: SchemaObject = { type: "string" };

/** Everything that may differ by microversion, in one body. */
const varied: OpenApiDocument = {
  ...compute,
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        tags: ["images"],
        parameters: [
          { name: "early", in: "query", schema: text, ...to("2.5") },
          {
            name: "shape",
            in: "query",
            schema: {
              anyOf: [
                { ...text, ...from("2.7") },
                { type: "integer", ...from("2.9") },
              ],
            },
          },
        ],
        responses: {
          "200": {
            description: "OK",
            headers: {
              Location: { schema: text, ...to("2.4"), "x-restanza": { required: true } },
            },
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    id: {
                      description: "Either.",
                      anyOf: [
                        { type: "integer", description: "A number.", ...to("2.52") },
                        {
                          ...text,
                          description: "A UUID.",
                          ...from("2.53"),
                          "x-restanza": { required: true },
                        },
                      ],
                    },
                    kind: {
                      anyOf: [
                        { enum: ["a", "b"], ...to("2.9") },
                        { enum: ["a", "b", "c"], ...from("2.10") },
                      ],
                    },
                    inside: { type: "object", properties: { late: { ...text, ...from("2.20") } } },
                    one: {
                      oneOf: [
                        { title: "old", properties: { was: text }, ...to("2.3") },
                        { title: "new", properties: { is: text } },
                      ],
                    },
                  },
                },
                examples: {
                  old: { summary: "Old", value: { id: 1 } },
                  new: { summary: "New", value: { id: "x" }, ...from("2.53") },
                },
              },
            },
          },
          "202": { description: "Later", ...from("2.44") },
        },
      },
    },
  },
};

function said(pages: Pages, version: string | undefined): ReadonlyMap<string, string> {
  const chapters = [...pages].filter(([path]) => path.endsWith(".html") && path !== "faults.html");
  return new Map(chapters.flatMap(([, page]) => [...visibleAt(page, version)]));
}

test.each<[name: string, document: OpenApiDocument, versions: readonly string[]]>([
  ["the Images of this repository", spec, ["2.1", "2.35", "2.36", "2.38", "2.39"]],
  ["a small Compute", compute, ["2.1", "2.10", "2.35", "2.53", "2.96"]],
  [
    "all that may differ",
    varied,
    [
      "2.1",
      "2.3",
      "2.4",
      "2.5",
      "2.6",
      "2.7",
      "2.9",
      "2.10",
      "2.20",
      "2.30",
      "2.44",
      "2.52",
      "2.53",
      "2.96",
    ],
  ],
])(
  "a page of all microversions shows of one what its own document has: %s",
  async (_name, document, versions) => {
    const whole = await pagesOf(document);
    for (const version of versions) {
      const own = said(await pagesOf(project(document, version)), undefined);
      expect([version, ...said(whole, version)]).toEqual([version, ...own]);
    }
  },
);
