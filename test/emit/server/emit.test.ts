import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { PlannedFile } from "../../../generator/emit/emitter.js";
import { types } from "../../../generator/emit/types/index.js";
import type { OpenApiDocument, OperationObject } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { firstHandlers } from "../../../generator/scaffold/handlers.js";
import { allStubs } from "../../../generator/scaffold/stubs.js";
import { computeDocument } from "../../openapi/compute-document.js";
import { compile } from "./compile.js";
import { emitted } from "./emitted.js";
import { exampleDocument } from "./example-document.js";
import { refusedStatuses, usage } from "./usage.js";
import { versionedUsage } from "./versioned-usage.js";
import { casesOf } from "../../cases-of.js";

const none = { description: "" };
const emptyDocument: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Nothing", version: "1" },
  paths: {},
};

let files: readonly PlannedFile[];
let handlers: PlannedFile;
let planned: readonly PlannedFile[];

beforeAll(async () => {
  files = await emitted(exampleDocument);
  planned = await types.plan(readModel(exampleDocument));
  handlers = {
    path: "handlers.ts",
    text: firstHandlers(await allStubs(readModel(exampleDocument)), "./server"),
  };
});

/** The members of a union in the order of the alphabet; compilers have one of their own. */
const inOrder = (message: string): string =>
  message.replace(/\d+(?: \| \d+)+/, (union) => union.split(" | ").sort().join(" | "));

const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";

describe("the emitted server", () => {
  it("compiles under the strictest flags, with handlers and their mistakes", async () => {
    const none = await emitted(emptyDocument);
    const versioned = [
      ...(await emitted(computeDocument)),
      ...(await types.plan(readModel(computeDocument))),
    ];
    const all = [
      ...files,
      ...planned,
      handlers,
      { path: "usage.ts", text: usage },
      { path: "refused.ts", text: refusedStatuses },
      // Other documents are in the same program: starting one takes seconds.
      ...versioned.map(({ path, text }) => ({ path: `versioned/${path}`, text })),
      { path: "versioned/usage.ts", text: versionedUsage },
      ...none.map(({ path, text }) => ({ path: `none/${path}`, text })),
      { path: "none/types.ts", text: "export {};" },
      {
        path: "none/handlers.ts",
        text: firstHandlers(await allStubs(readModel(emptyDocument)), "./server"),
      },
    ];
    // Nothing else; and where a status is refused, the compiler says which there are.
    const refused = "Argument of type '204' is not assignable to parameter of type";
    expect(compile(all).map(inOrder)).toEqual([
      `refused.ts:5 ${refused} '202 | 404'.`,
      `refused.ts:6 ${refused} '202 | 400 | 401 | 403 | 404 | 409'.`,
      `refused.ts:9 Argument of type '503' is not assignable to parameter of type '"2XX" | "4XX"'.`,
      `refused.ts:10 Argument of type '304' is not assignable to parameter of type '"2XX" | "4XX"'.`,
    ]);
  });

  it("is laid out as oxfmt would, but for the code of Ajv", async () => {
    const folder = mkdtempSync(join(tmpdir(), "restanza-format-"));
    const versioned = (await emitted(computeDocument)).map(({ path, text }) => ({
      path: `versioned/${path}`,
      text,
    }));
    cpSync(".oxfmtrc.json", join(folder, ".oxfmtrc.json"));
    for (const { path, text } of [...files, ...versioned, handlers]) {
      if (path.endsWith("validators.ts")) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const oxfmt = join(process.cwd(), "node_modules/.bin/oxfmt");
    const changed = execFileSync(oxfmt, ["--list-different", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(changed).toBe("");
  });

  it("is the same from run to run", async () => {
    expect(await emitted(exampleDocument)).toEqual(files);
  });

  it("has one file per chapter beside its own, none of the same name", () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("server/images.ts");
    expect(paths).toContain("server/runtime.ts");
    expect(paths).toContain("server/runtime-2.ts");
  });

  it("imports nothing that has to be installed but Fastify's types", () => {
    const imported = files.flatMap(({ text }) =>
      [...text.matchAll(/^import .*? from "([^."].*?)";$/gms)].map(([, from]) => from),
    );
    expect(new Set(imported)).toEqual(
      new Set(["node:buffer", "node:crypto", "node:http", "node:http2", "node:stream", "fastify"]),
    );
    expect(files.some(({ text }) => /\brequire\(/.test(text))).toBe(false);
  });

  it("writes a row of the route table as a person would", () => {
    expect(textOf("server/server-actions.ts")).toContain(
      `  {
    method: "POST",
    path: "/servers/{server_id}/action",
    handler: "lock",
    action: "lock",
    from: "2.73",
    body: { check: lockBody },
    answers: [202, 404],
  },
`,
    );
  });

  it.each<[OperationObject["responses"], string, string]>([
    [
      { "204": none, "404": none },
      "204 404",
      "beside a fault that the docs name there is no other",
    ],
    [{ "204": none }, '204 "4XX" "5XX"', "where they name none, there is that of the service"],
    [{ "2XX": none, "409": none }, '"2XX" 409', "any success where they name none"],
  ])(
    "lets a handler answer %j, beside the general fault, by %s (%s)",
    async (responses, statuses) => {
      const content = { "application/json": { schema: { $ref: "#/components/schemas/Fault" } } };
      const general = { description: "", content };
      const get = {
        operationId: "ask",
        responses: { ...responses, "4XX": general, "5XX": general },
      };
      const planned = await emitted({
        ...emptyDocument,
        paths: { "/": { get } },
        components: { schemas: { Fault: { type: "object" } } },
        "x-restanza": { service: "nothing", faults: { default: "Fault" } },
      });
      const text = planned.find(({ path }) => path === "server/operations.ts")?.text ?? "";
      const reply = /type AskReply =([^;]*);/.exec(text)?.[1] ?? "";
      const said = [...reply.matchAll(/Reply<(?:StatusIn<)?([^>,]+)/g)].map(([, status]) => status);
      expect(said.join(" ")).toBe(statuses);
    },
  );

  it("gives way to components in the names of requests", () => {
    expect(textOf("server/server-actions.ts")).toContain("export interface CreateImageInput {");
  });

  it("keeps to the conventions of the service, as the document has them", async () => {
    const extension = {
      ...exampleDocument["x-restanza"],
      service: "compute",
      conventions: { wrongMethod: 404, unknownQuery: 400 } as const,
    };
    const strict = await emitted({ ...exampleDocument, "x-restanza": extension });
    const text = (path: string) => strict.find((file) => file.path === path)?.text;
    expect(text("server/service.ts")).toContain(
      "  conventions: { wrongMethod: 404, unknownQuery: 400 },\n",
    );
    // Who refuses others has to know all.
    expect(text("server/images.ts")).toContain('marker: "string",');
    expect(textOf("server/images.ts")).not.toContain('marker: "string",');
  });

  it("serves only one microversion from a projected document", async () => {
    const extension = { ...exampleDocument["x-restanza"], service: "compute", projected: "2.30" };
    const projected = await emitted({ ...exampleDocument, "x-restanza": extension });
    const service = projected.find(({ path }) => path === "server/service.ts")?.text;
    expect(service).toContain('minimum: "2.30",\n    maximum: "2.30",');
  });
});

describe("hostile words", () => {
  const words = fc.oneof(
    fc.constantFrom(
      "*/ alert(1) /*",
      "${process.exit()}",
      "a\r// b",
      "a\u2028b",
      "`",
      "\\",
      '"); alert(1); ("',
      "{{{x}}}",
      "**/",
      "__proto__",
      "constructor",
      "default",
    ),
    fc.string({ unit: "binary" }),
  );

  it("stay words everywhere", async () => {
    const plain = await statements(hostile("a", "b", "c"));
    await fc.assert(
      fc.asyncProperty(words, words, words, async (a, b, c) => {
        const told = await statements(hostile(a, b, c));
        expect(told).toEqual(plain);
      }),
      { numRuns: casesOf(40) },
    );
  });

  function hostile(a: string, b: string, c: string): OpenApiDocument {
    return {
      openapi: "3.1.0",
      info: { title: a, version: b },
      tags: [{ name: "t", description: c, "x-restanza": { title: a, source: "t.inc" } }],
      "x-restanza": { service: "s", faults: { 400: "F" } },
      paths: {
        "/p/{x}": {
          post: {
            operationId: "op",
            summary: a,
            description: b,
            tags: ["t"],
            parameters: [
              {
                name: "x",
                in: "path",
                required: true,
                schema: { type: "integer" },
                description: c,
              },
              { name: `q${a}`, in: "query", schema: { type: "integer" } },
              { name: `h${b}`, in: "header", required: true, schema: { type: "string" } },
            ],
            requestBody: {
              required: true,
              content: { "application/json": { schema: { $ref: "#/components/schemas/B" } } },
            },
            responses: {
              200: {
                description: c,
                headers: { [`h${a}`]: { required: true, schema: { type: "string" } } },
                content: { [`x/${b}`]: { schema: { type: "string" } } },
              },
            },
            "x-restanza": { source: { file: a, title: b } },
          },
        },
      },
      components: {
        schemas: {
          B: {
            type: "object",
            description: a,
            properties: { [`k${b}`]: { enum: [`e${c}`], pattern: a } },
            required: [`k${b}`],
          },
          F: {
            type: "object",
            description: b,
            properties: { [`k${c}`]: { const: a }, message: { type: "string" } },
            required: [`k${c}`],
          },
        },
      },
    };
  }

  /** The kinds of all statements, file by file; the code of Ajv depends on its schema. */
  async function statements(document: OpenApiDocument): Promise<readonly string[]> {
    const all = await emitted(document);
    const text = firstHandlers(await allStubs(readModel(document)), "./server");
    return [...all, { path: "handlers.ts", text }]
      .filter(({ path }) => !path.endsWith("dispatch.ts"))
      .map(({ path, text: source }) => {
        const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022);
        const broken = "parseDiagnostics" in file ? file.parseDiagnostics : [];
        const isAjv = path.endsWith("validators.ts");
        const kinds = file.statements.map(({ kind }) => ts.SyntaxKind[kind]);
        const said = isAjv
          ? [...new Set(kinds)].filter((kind) => kind === "ExpressionStatement")
          : kinds;
        return `${path} ${JSON.stringify(broken)} ${said.join(" ")}`;
      });
  }
});
