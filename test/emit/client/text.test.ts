import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, asyncProperty, constantFrom, record, string } from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, it, test } from "vitest";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { callerFile, callerValue } from "../../../generator/emit/client/operations/caller.js";
import { aboveFile, aboveValue } from "../../../generator/emit/client/operations/above-version.js";
import { stylesFile, stylesValue } from "../../../generator/emit/client/operations/styles.js";
import { credentialsFile } from "../../../generator/emit/client/credentials.js";
import { fieldsFile, fieldsTypes } from "../../../generator/emit/client/operations/fields.js";
import {
  anyRequestFile,
  anyRequestTypes,
  anyRequestValue,
} from "../../../generator/emit/client/operations/any-request.js";
import {
  findFile,
  findTypes,
  findValue,
  pagesFile,
  pagesTypes,
  pagesValue,
} from "../../../generator/emit/client/operations/list.js";
import {
  pauseFile,
  waitFile,
  waitTypes,
  waitValues,
} from "../../../generator/emit/client/operations/states.js";
import {
  negotiationFile,
  runtimeFiles,
  runtimeTypes,
  runtimeValues,
} from "../../../generator/emit/client/names.js";
import { templateText } from "../../../generator/emit/render.js";
import { choosingDocument, choosingLengths } from "./choosing.js";
import { documentOf, emitted } from "./emitted.js";
import { compute } from "./fixture.js";
import { casesOf } from "../../cases-of.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "restanza-client-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("the client of a small Compute", () => {
  test.each(["client/images.ts", "client/services.ts", "client/bound.ts", "client/compute.ts"])(
    "%s, whole",
    async (path) => {
      const files = await emitted(compute);
      await expect(files.get(path)).toMatchFileSnapshot(`${path.split("/")[1]}.snap`);
    },
  );

  it("has a page with a line per operation", async () => {
    const page = (await emitted(compute)).get("client/operations.md");
    expect(page).toContain("- `GET /images/{image_id}` → `showImageDetails(client, request)`\n");
    expect(page).toContain(
      "- `POST /servers/{server_id}/action` with `reboot` → `rebootServer(client, request)`\n",
    );
    expect(page?.match(/^- /gm)).toHaveLength(14);
  });

  it("is the same from run to run, and copies its runtime as it stands", async () => {
    const [one, other] = [await emitted(compute), await emitted(structuredClone(compute))];
    expect([...one]).toEqual([...other]);
    for (const file of runtimeFiles) {
      const [, rest] = /^\/\/ .*\n([^]*)$/.exec(one.get(`client/${file}.ts`) ?? "") ?? [];
      expect(rest).toBe(templateText(`client/runtime/${file}.ts`));
    }
    const folder = join(root, "templates/client/runtime");
    const helpers = [anyRequestFile, findFile, pagesFile, pauseFile, waitFile];
    const more = [
      fieldsFile,
      negotiationFile,
      stylesFile,
      aboveFile,
      callerFile,
      credentialsFile,
      ...helpers,
    ];
    const all = [...runtimeFiles, ...more].map((file) => `${file}.ts`);
    expect(readdirSync(folder).toSorted()).toEqual(all.toSorted());
  });
});

test.each([
  ["runtime", runtimeValues, runtimeTypes],
  [fieldsFile, [], fieldsTypes],
  [stylesFile, [stylesValue], ["Style", "Styles"]],
  [aboveFile, [aboveValue], []],
  [callerFile, [callerValue], []],
  [pagesFile, [pagesValue], pagesTypes],
  [findFile, [findValue], findTypes],
  [waitFile, waitValues, waitTypes],
  [anyRequestFile, [anyRequestValue], anyRequestTypes],
])("it knows what %s exports", (file, knownValues, knownTypes) => {
  const source = ts.createSourceFile(
    `${file}.ts`,
    templateText(`client/runtime/${file}.ts`),
    ts.ScriptTarget.ES2022,
  );
  const names: Record<"values" | "types", string[]> = { values: [], types: [] };
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined)
      for (const one of (statement.exportClause as ts.NamedExports).elements)
        names[statement.isTypeOnly || one.isTypeOnly ? "types" : "values"].push(one.name.text);
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) continue;
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      names.values.push(statement.name?.text ?? "");
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      names.types.push(statement.name.text);
  }
  expect(names.values.toSorted()).toEqual([...knownValues]);
  expect(names.types.toSorted()).toEqual([...knownTypes]);
});

/** Names so long that every form has to break, and one that fits to the column. */
const long = (words: number) => "operation" + "WithWords".repeat(words);
const lengths: OpenApiDocument = documentOf(
  Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((words) => [
      `/${words}/{a_path_parameter}`,
      {
        post: {
          operationId: long(words),
          tags: ["x".repeat(words * 9 + 1)],
          requestBody: {
            content: { "application/xml": { schema: { type: "string" } } },
          },
          parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
          responses: Object.fromEntries(
            [202, ...Array.from({ length: words * 5 }, (_, index) => 400 + index)].map((status) => [
              String(status),
              {
                description: "",
                content: {
                  "application/json": { schema: { $ref: `#/components/schemas/${long(words)}` } },
                },
              },
            ]),
          ),
          "x-openstack": { "min-ver": "2.3", "max-ver": "2.9" },
        },
        get: {
          operationId: `get${long(words)}`,
          responses: {
            "200": {
              description: "",
              content: {
                "application/json": { schema: { $ref: `#/components/schemas/${long(words)}` } },
              },
            },
          },
        },
        delete: { operationId: `delete${long(words)}`, responses: { "204": { description: "" } } },
      },
    ]),
  ),
  {
    components: {
      schemas: Object.fromEntries(
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((words) => [
          long(words),
          {
            type: "object",
            properties: {
              since: { type: "string", "x-openstack": { "min-ver": "2.5" } },
              a: { type: "string" },
            },
          },
        ]),
      ),
    },
    "x-restanza": {
      service: "a-service-whose-name-is-rather-long-too",
      microversions: {
        minimum: "2.1",
        maximum: "2.20",
        headers: [{ name: "Version", value: "`${x}` \\ {version}" }],
      },
      faults: { "400": long(3), default: long(4) },
    },
  },
);

test("every form is laid out as oxfmt would", async () => {
  const choosing = choosingDocument(true);
  const documents = { compute, lengths, choosing, choosingLengths, none: documentOf({}) };
  for (const [folder, document] of Object.entries(documents)) {
    for (const [path, text] of await emitted(document)) {
      const file = join(temporary, folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(join(temporary, ".oxfmtrc.json"), '{ "printWidth": 100 }\n');
  const oxfmt = join(root, "node_modules/oxfmt/bin/oxfmt");
  const run = spawnSync(process.execPath, [oxfmt, "--check", "."], {
    cwd: temporary,
    encoding: "utf8",
  });
  expect(run.stdout + run.stderr).toMatch(/All matched files use the correct format/);
  expect(run.status).toBe(0);
});

/** Kinds of the nodes of a file and its literals' texts left out: what words must not change. */
function shapeOf(text: string): string {
  const source = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ES2022, true);
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    kinds.push(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return kinds.join(" ");
}

describe("words of the docs", () => {
  const document = (words: string): OpenApiDocument =>
    documentOf(
      {
        "/things/{thing}": {
          get: {
            operationId: "showThing",
            summary: words,
            description: words,
            deprecated: true,
            tags: ["things"],
            parameters: [
              { name: "thing", in: "path", required: true, description: words, schema: {} },
            ],
            responses: { "200": { description: words }, "404": { description: words } },
            "x-openstack": { "action-name": words },
            "x-restanza": { source: { file: words, title: words } },
          },
        },
      },
      {
        info: { title: words, version: "1" },
        tags: [
          {
            name: "things",
            description: words,
            "x-restanza": { title: words, source: "things.inc" },
          },
        ],
        "x-restanza": {
          service: "test",
          microversions: {
            minimum: "2.1",
            maximum: "2.4",
            headers: [{ name: "V", value: `${words}-{version}` }],
          },
        },
      },
    );

  const hostile = [
    "*/ alert(1) /*",
    "${process.exit()}",
    "a\r// b",
    "a\u2028b\u2029c",
    "`",
    "\\",
    "{{{x}}}",
    "**/",
    '"); alert("',
    "@deprecated\n@type {any}",
    "\u0000\u202e",
    "",
  ];

  it("stay words: the statements are those of plain words", async () => {
    const plain = await emitted(document("Plain words."));
    const shapes = new Map([...plain].map(([path, text]) => [path, shapeOf(text)]));
    const same = async (words: string): Promise<void> => {
      for (const [path, text] of await emitted(document(words))) {
        if (path.endsWith(".md")) continue;
        expect(shapeOf(text), `${path} with ${JSON.stringify(words)}`).toBe(shapes.get(path));
      }
    };
    for (const words of hostile) await same(words);
    const anything = record({
      a: constantFrom(...hostile),
      b: string({ unit: "binary", maxLength: 20 }),
    });
    await assert(
      asyncProperty(anything, ({ a, b }) => same(b + a + b)),
      { numRuns: casesOf(60) },
    );
  }, 120_000);

  it("make no tag of JSDoc", async () => {
    const files = await emitted(document("@internal\n@see nothing"));
    const source = ts.createSourceFile(
      "things.ts",
      files.get("client/things.ts") ?? "",
      ts.ScriptTarget.ES2022,
      true,
    );
    const tags = source.statements.filter(ts.isFunctionDeclaration).flatMap(ts.getJSDocTags);
    expect(tags.map((tag) => tag.tagName.text)).toEqual(["example", "deprecated", "see"]);
  });
});
