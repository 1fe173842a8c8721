import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const text = `openapi: 3.0.0
info: { title: Zoo, version: 1.0 }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: shapes/pet.yaml } } } } }
  /owners:
    get:
      operationId: listOwners
      tags: [owners]
      responses: { "204": { description: none } }
`;

beforeEach(() => {
  workingFolder();
  mkdirSync("api/shapes", { recursive: true });
  writeFileSync("api/openapi.yaml", text);
  writeFileSync("api/shapes/pet.yaml", "type: object\nproperties: { name: { type: string } }\n");
});

test("a document makes types, client and server, and check knows all of its files", async () => {
  const { code, stdout } = await restanza("generate", "api/openapi.yaml", "--out", "out");
  expect(code).toBe(0);
  expect(stdout).toContain("2 operations, 1 schema");
  expect(readFileSync("out/client/pets.ts", "utf8")).toContain('"GET /pets"');
  expect((await restanza("check", "api/openapi.yaml", "--out", "out")).code).toBe(0);
  writeFileSync("api/shapes/pet.yaml", "type: object\nproperties: { title: { type: string } }\n");
  const stale = await restanza("check", "api/openapi.yaml", "--out", "out");
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain("out/types.ts: changed");
  await restanza("generate", "api/openapi.yaml", "--out", "out");
  expect(readFileSync("out/types.ts", "utf8")).toContain("title?: string");
});

test("the configuration may name one, some of its operations, and the version to write", async () => {
  const service = { source: "api/openapi.yaml", out: "out", include: ["pets"], openapi: "3.2" };
  writeFileSync("restanza.config.json", JSON.stringify(service));
  expect((await restanza("generate")).code).toBe(0);
  const document = JSON.parse(readFileSync("out/openapi.json", "utf8"));
  expect([document.openapi, Object.keys(document.paths)]).toEqual(["3.2.0", ["/pets"]]);
  expect((await restanza("check")).code).toBe(0);
  writeFileSync("restanza.config.json", JSON.stringify({ ...service, include: ["pest"] }));
  const { code, stderr } = await restanza("generate");
  expect(code).toBe(2);
  expect(stderr).toContain('"pest" is no tag, path or operation.');
});

test("a link does not lead out of its folder, and lint says where", async () => {
  writeFileSync("secret.yaml", "type: string\n");
  symlinkSync("../secret.yaml", "api/link.yaml");
  writeFileSync("api/openapi.yaml", text.replace("shapes/pet.yaml", "link.yaml"));
  const { code, stdout } = await restanza("lint", "api/openapi.yaml", "--format", "line");
  expect(code).toBe(1);
  expect(stdout).toBe(
    "api/openapi.yaml:8:93: error unresolved-reference: " +
      "link.yaml leads nowhere: it leaves the folder of the document\n",
  );
});

test.each([
  ['{"swagger":"2.0"}', "it is of OpenAPI 2.0"],
  ["openapi: 3.1.0\ninfo: [", "it is neither JSON nor YAML"],
  ["openapi: 3.1.0\n", "api/openapi.yaml has no operation: its paths have none."],
])("%j is refused, and nothing is written", async (document, reason) => {
  writeFileSync("api/openapi.yaml", document);
  const { code, stderr } = await restanza("generate", "api/openapi.yaml", "--out", "out");
  expect(code).toBe(3);
  expect(stderr).toContain(reason);
  expect(() => readFileSync("out/openapi.json")).toThrow();
});
