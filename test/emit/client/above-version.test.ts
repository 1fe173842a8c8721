import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { documentOf, emitted } from "./emitted.js";

const answer = {
  description: "",
  content: { "application/json": { schema: { type: "object" as const } } },
};

/** A document that lists what stands at each of `paths`. */
function listing(paths: readonly string[]): OpenApiDocument {
  const entries = paths.map((path, at) => {
    const names = [...path.matchAll(/\{(.*?)\}/g)].map(([, name = ""]) => name);
    const parameters = names.map((name) => ({
      name,
      in: "path" as const,
      required: true,
      schema: { type: "string" as const },
    }));
    return [path, { get: { operationId: `list${at}`, parameters, responses: { "200": answer } } }];
  });
  return documentOf(Object.fromEntries(entries));
}

test.each<[paths: readonly string[], above: readonly string[], why: string]>([
  [["/", "/{api_version}/", "/boxes"], ["/", "/{api_version}/"], "a path is the version alone"],
  [["/", "/{version}", "/boxes"], ["/", "/{version}"], "without a slash behind it"],
  [["/", "/boxes", "/{box_id}"], [], "no path is: then `/` is that of the endpoint"],
  [["/", "/{version}/boxes"], [], "versions are in the paths"],
])("of %j %j are asked above the version: %s", async (paths, above) => {
  const files = await emitted(listing(paths));
  const text = [...files].flatMap(([path, file]) => (/^client\/(?!bound)/.test(path) ? file : []));
  const asked = [...text.join("\n").matchAll(/"GET (\/[^"]*)"[^;]*urlOf: aboveVersion/g)];
  expect(asked.map(([, path]) => path)).toEqual(above);
  expect(files.has("client/above-version.ts")).toBe(above.length > 0);
});
