import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import { inThreeOne, inThreeTwo } from "../../generator/openapi/to-version.js";
import { made } from "../described/service.js";
import { loaded } from "../load/described.js";
import { computeDocument } from "./compute-document.js";

const described = `openapi: 3.2.0
info: { title: Store, version: "1" }
tags:
  - { name: root, summary: All, kind: nav }
  - { name: files, summary: Files of the store, parent: root, kind: nav }
paths:
  /files/{id}:
    query:
      tags: [files]
      operationId: findFile
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { "200": { summary: Found, content: { application/json: { schema: { type: string } } } } }
    additionalOperations:
      COPY:
        tags: [files]
        operationId: copyFile
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "201": { summary: Copied, description: The copy is there. } }
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
`;

describe("a document of 3.2", () => {
  test("has a place for every method, and comes back from 3.1 whole", () => {
    const { document, found } = loaded(described);
    expect(found).toEqual([]);
    expect(document.openapi).toBe("3.1.1");
    expect(Object.keys(document.paths["/files/{id}"]?.["x-restanza-operations"] ?? {})).toEqual([
      "QUERY",
      "COPY",
    ]);
    const again = inThreeTwo(document);
    const item = again.paths["/files/{id}"];
    expect(item?.query?.operationId).toBe("findFile");
    expect(item?.additionalOperations?.["COPY"]?.responses["201"]).toMatchObject({
      summary: "Copied",
      description: "The copy is there.",
    });
    expect(again.tags?.[1]).toMatchObject({
      summary: "Files of the store",
      parent: "root",
      kind: "nav",
    });
    expect(inThreeOne(again)).toEqual(document);
  });

  test("of docs has COPY among its additional operations, and words for its answers", () => {
    const document = inThreeTwo(computeDocument);
    const items = Object.values(document.paths);
    expect(document.openapi).toBe("3.2.0");
    expect(items.some(({ additionalOperations }) => additionalOperations?.["COPY"])).toBe(true);
    expect(JSON.stringify(document)).not.toContain("x-restanza-operations");
  });

  test("is valid in each version, and gives the same client from both", async () => {
    const one = await made(described);
    const two = await made(described, { openapi: "3.2" });
    for (const { files } of [one, two]) {
      const config = await createConfig({ extends: ["spec"] });
      const problems = await lintFromString({ source: files.get("openapi.yaml") ?? "", config });
      expect(problems.map(({ message }) => message)).toEqual([]);
    }
    expect(two.files.get("openapi.yaml")).toContain("additionalOperations:");
    expect(one.files.get("openapi.yaml")).not.toContain("additionalOperations:");
    const text = (files: ReadonlyMap<string, string>) => files.get("client/files.ts");
    expect(text(one.files)).toBe(text(two.files));
    expect(text(one.files)).toContain('"QUERY /files/{id}"');
    expect(one.problems()).toEqual([]);
  });

  test("what 3.1 has no word for is told, and kept where 3.2 is wanted", async () => {
    const text = described.replace("paths:", "servers: [{ url: /v1, name: first }]\npaths:");
    const one = await made(text);
    const two = await made(text, { openapi: "3.2" });
    expect(one.findings).toEqual([expect.stringContaining("newer-member")]);
    expect(two.findings).toEqual([]);
    expect(two.files.get("openapi.json")).toContain('"name": "first"');
  });
});
