import { beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { project } from "../../../generator/openapi/project/project.js";
import { choosingDocument, choosingUsage, choosingVersions } from "./choosing.js";
import { compileNatively } from "../native-compiler.js";
import { bothLibraries, settings } from "./compile.js";
import { documentOf, emitted } from "./emitted.js";
import { compute } from "./fixture.js";
import { nodeUsage, usage } from "./usage.js";

const files = new Map<string, string>();

/** Output below a folder of its own: starting a compiler takes seconds, so there is one program. */
async function add(folder: string, document: Parameters<typeof emitted>[0]): Promise<void> {
  for (const [path, text] of await emitted(document, true)) files.set(`${folder}${path}`, text);
}

beforeAll(async () => {
  await add("", compute);
  files.set("usage.ts", usage);
  await add("empty/", documentOf({}));
  await add("negotiating/", withoutLatest);
  await add("projected/", project(compute, "2.53"));
  await add("clashes/", clashes);
  files.set("clashes/usage.ts", clashing);
  await add("choosing/", choosingDocument(false));
  files.set("choosing/usage.ts", choosingUsage);
  await add("choosing-versions/", choosingDocument(true));
  files.set("choosing-versions/usage.ts", choosingUsage);
  files.set("choosing-versions/versions.ts", choosingVersions);
});

/** The same service, where nobody knows whether it takes `latest`. */
const withoutLatest: OpenApiDocument = {
  ...compute,
  "x-restanza": {
    service: "compute",
    microversions: {
      minimum: "2.1",
      maximum: "2.104",
      headers: [{ name: "OpenStack-API-Version", value: "compute {version}" }],
    },
  },
};

/** Names that the client, its runtime and its own modules have as well. */
const clashes = documentOf(
  Object.fromEntries(
    ["call", "then", "send", "createTestClient", "isFault", "delete", "Call", "bind"].map(
      (name, index) => [
        `/${index}/{id/name}`,
        {
          post: {
            operationId: name,
            tags: [["runtime", "index", "bound", "test", "create-test"][index % 5] ?? ""],
            requestBody: {
              required: true,
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/Success" } },
              },
            },
            responses: {
              "200": {
                description: "",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Call" } } },
              },
              "409": { description: "" },
            },
          },
        },
      ],
    ),
  ),
  {
    components: {
      schemas: Object.fromEntries(
        ["Call", "Success", "Test", "TestClient", "CallInput", "CallResult", "ResponseError"].map(
          (name) => [
            name,
            { type: "object", properties: { [name]: { type: "string" } }, required: [name] },
          ],
        ),
      ),
    },
    "x-restanza": { service: "test", faults: { "409": "ResponseError" } },
  },
);

const clashing = `
import { createTest } from "./client/index.js";
export async function use(): Promise<string> {
  const test = createTest({ endpoint: "" });
  // @ts-expect-error the document has no credential that a token could be
  createTest({ endpoint: "", token: "secret" });
  const { Call } = await test.delete_({ path: { "id/name": "" }, body: { Success: "" } }).orThrow();
  return Call;
}
`;

describe.each(Object.entries(settings))("under the strictest flags for %s", (_name, options) => {
  it("compiles, and refuses what it must", () => {
    expect(compileNatively(files, options)).toEqual([]);
  });
});

it.each([
  ["Node's declarations alone", settings.node],
  ["those of the DOM as well", bothLibraries],
])("streams of Node go up and come down under %s", (_name, options) => {
  const own = [...files].filter(([path]) => /^(client\/|types\.ts|microversion\.ts)/.test(path));
  expect(compileNatively(new Map([...own, ["node-usage.ts", nodeUsage]]), options)).toEqual([]);
});
