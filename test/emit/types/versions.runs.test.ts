import { describe, expect, test } from "vitest";
import { project } from "../../../generator/openapi/project/project.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import type { SchemaObject } from "../../../generator/openapi/document.js";
import { typeCatalogue } from "../../../generator/emit/type-names.js";
import { computeDocument } from "../../openapi/compute-document.js";
import { compile } from "./compile.js";
import { declared, documentOf, emitted, misformatted } from "./emitted.js";

/** What must compile and, by `@ts-expect-error`, what must not; at 2.1, 2.30 and 2.60. */
const usage = `import type { Between, From, Microversion, UpTo } from "./microversion.js";
import type {
  CreateImageResponseAt,
  EvacuateBodyAt,
  ListImagesQuery,
  ListServicesQueryAt,
  Service,
  ServiceAt,
  ServiceList,
  Service_2_53,
} from "./types.js";

declare const old: ServiceList<"2.1">;
declare const middle: ServiceList<"2.30">;
declare const young: ServiceList<"2.60">;
declare const some: ServiceList;
declare const latest: ServiceList<"latest">;

export function members(): unknown {
  const [a] = old.services;
  const [b] = middle.services;
  const [c] = young.services;
  const [d] = some.services;
  if (!a || !b || !c || !d) return;
  const numbers: number[] = [a.id, b.id];
  const uuid: string = c.id;
  const either: number | string = d.id;
  // @ts-expect-error: a number until 2.52
  const wrong: string = b.id;
  // @ts-expect-error: forced_down came with 2.11
  void a.forced_down;
  const down: boolean[] = [b.forced_down, c.forced_down];
  const perhaps: boolean | undefined = d.forced_down;
  const wide: Service[] = [a, b, c, d, ...latest.services];
  return [numbers, uuid, either, wrong, down, perhaps, wide];
}

// An input that a version lacks is an error; \`undefined\` is as good as nothing.
export const query: ListImagesQuery = { limit: undefined };
export const tags: ListServicesQueryAt<"2.26"> = { host: "a", tags: undefined };
// @ts-expect-error: tags came with 2.26
export const noTags: ListServicesQueryAt<"2.25"> = { tags: "a" };

export const force: EvacuateBodyAt<"2.30"> = { evacuate: { force: true } };
// @ts-expect-error: force came with 2.29
export const early: EvacuateBodyAt<"2.28"> = { evacuate: { force: true } };
// @ts-expect-error: force went with 2.56
export const late: EvacuateBodyAt<"2.60"> = { evacuate: { force: true } };

// No body before 2.45.
export const nothing: CreateImageResponseAt<"2.44"> = undefined;
export const image: CreateImageResponseAt<"2.45"> = { image_id: "a" };
// @ts-expect-error: image_id is there from 2.45 on
export const empty: CreateImageResponseAt<"2.45"> = {};

export const exact: ServiceAt<"2.54"> = {
  binary: "nova-compute",
  forced_down: false,
  id: "a",
} satisfies Service_2_53;

export function helper<V extends string>(list: ServiceList<V>): ServiceAt<V>[] {
  return list.services.filter((service) => service.forced_down);
}
export const found: Service_2_53[] = helper(young);

export const versions: Microversion[] = ["2.1", "2.60"];
// @ts-expect-error: no such microversion
export const none: Microversion = "2.61";
export const bounds: [UpTo<"2.35">, From<"2.53">, Between<"2.10", "2.20">] = ["2.9", "2.60", "2.11"];
// @ts-expect-error: 2.36 is after 2.35
export const after: UpTo<"2.35"> = "2.36";
// @ts-expect-error: 2.9 is before 2.10
export const before: Between<"2.10", "2.20"> = "2.9";
`;

describe("a service with microversions", () => {
  test("has the types of each of them", async () => {
    expect(compile({ ...(await emitted(computeDocument)), "usage.ts": usage })).toEqual([]);
  });

  test("is written in its final form", async () => {
    expect(misformatted(await emitted(computeDocument))).toBe("");
  });

  test("has a shape wherever something changes", async () => {
    const { "types.ts": text = "" } = await emitted(computeDocument);
    const start = text.indexOf("interface ServiceBase");
    expect(text.slice(start, text.indexOf("export interface ServiceBody"))).toMatchInlineSnapshot(`
      "interface ServiceBase {
        /** The program that runs. */
        binary: string;
        disabled_reason?: string | null;
      }

      /**
       * A process of Compute on some host.
       *
       * Over all microversions.
       */
      export interface Service extends ServiceBase {
        /** Whether it is down by force. Since 2.11. */
        forced_down?: boolean;
        /**
         * The service.
         *
         * Until 2.52: The number of the service.
         *
         * Since 2.53: The UUID of the service.
         */
        id: number | string;
      }

      /** {@link Service} since 2.1. */
      export interface Service_2_1 extends ServiceBase {
        /** The number of the service. */
        id: number;
      }

      /** {@link Service} since 2.11: adds \`forced_down\`. */
      export interface Service_2_11 extends Service_2_1 {
        /** Whether it is down by force. */
        forced_down: boolean;
      }

      /** {@link Service} since 2.53: changes \`id\`. */
      export interface Service_2_53 extends ServiceBase {
        /** Whether it is down by force. */
        forced_down: boolean;
        /** The UUID of the service. */
        id: string;
      }

      /** {@link Service} at microversion \`V\`. */
      export type ServiceAt<V extends string> = At<
        V,
        Service,
        {
          "2.1": Service_2_1;
          "2.11": Service_2_11;
          "2.53": Service_2_53;
        }
      >;

      export interface ServiceList<V extends string = string> {
        services: ServiceAt<V>[];
      }

      "
    `);
  });
});

describe("a document projected to one version", () => {
  test.each([
    ["2.1", "const id: number = service.id;\n// @ts-expect-error\nvoid service.forced_down;"],
    [
      "2.30",
      "const id: number = service.id;\nconst down: boolean = service.forced_down;\nvoid down;",
    ],
    [
      "2.60",
      "const id: string = service.id;\nconst down: boolean = service.forced_down;\nvoid down;",
    ],
  ])("has plain types at %s", async (version, statements) => {
    const files = await emitted(project(computeDocument, version));
    expect(Object.keys(files)).toEqual(["types.ts"]);
    expect(files["types.ts"]).not.toMatch(/<V\b|At\b|_2_|Since|Until/);
    const use = `import type { Service } from "./types.js";
declare const service: Service;
export function use(): unknown {
${statements}
return id;
}
`;
    expect(compile({ ...files, "use.ts": use })).toEqual([]);
  });
});

const since = (version: string) => ({ "x-openstack": { "min-ver": version } });
const until = (version: string) => ({ "x-openstack": { "max-ver": version } });
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, SchemaObject>): SchemaObject => ({
  type: "object",
  properties,
});

test.each<[string, Record<string, SchemaObject>, readonly string[]]>([
  ["nothing bound", { A: object({ a: { type: "string" } }) }, ["A"]],
  ["bound for all versions there are", { A: object({ a: { ...since("2.1") } }) }, ["A"]],
  ["bound beyond them", { A: object({ a: { type: "string", ...until("3.7") } }) }, ["A"]],
  [
    "words alone change",
    {
      A: object({
        a: {
          anyOf: [
            { type: "string", description: "old", ...until("2.4") },
            { type: "string", description: "new", ...since("2.5") },
          ],
        },
      }),
    },
    ["A"],
  ],
  [
    "what is held changes: a holder is generic, what changes itself has a shape for both",
    {
      A: object({ a: { type: "string", ...since("2.5") } }),
      Holder: object({ a: ref("A") }),
      Both: object({ a: ref("A"), b: { type: "string", ...since("2.9") } }),
      Later: object({ a: { ...ref("A"), ...since("2.7") } }),
    },
    [
      "A",
      "A_2_1",
      "A_2_5",
      "AAt",
      "Holder",
      "BothBase?",
      "Both",
      "Both_2_1",
      "Both_2_5",
      "Both_2_9",
      "BothAt",
      "Later",
      "Later_2_1",
      "Later_2_7",
      "LaterAt",
    ],
  ],
  [
    "not an object",
    {
      A: {
        anyOf: [
          { type: "string", ...until("2.4") },
          { type: "integer", ...since("2.5") },
        ],
      },
    },
    ["A", "A_2_1", "A_2_5", "AAt"],
  ],
  [
    "others may come",
    {
      A: {
        ...object({ a: { ...since("2.5"), type: "string" } }),
        additionalProperties: { type: "integer" },
      },
    },
    ["A", "A_2_1", "A_2_5", "AAt"],
  ],
])("%s", async (_why, schemas, names) => {
  const text = await declared(schemas);
  const found = [...text.matchAll(/^(?:export )?(?:interface|type) (\w+)/gm)].map(
    ([, name]) => name,
  );
  expect(found).toEqual(names.filter((name) => !name.endsWith("?")));
  const files = await emitted(documentOf(schemas));
  expect(compile(files)).toEqual([]);
  expect(misformatted(files)).toBe("");
});

test("a shape fits the wide type: At is never `never`", async () => {
  const schemas = {
    A: object({ a: { type: "string", ...since("2.5") }, b: { type: "string", ...until("2.9") } }),
    B: { ...object({ a: ref("A") }), required: ["a"] },
  };
  const checks = ["2.1", "2.4", "2.5", "2.9", "2.10", "2.20", "latest"].map(
    (version, index) =>
      `export const n${index}: [AAt<"${version}">] extends [never] ? "never" : "some" = "some";`,
  );
  const use = `import type { AAt } from "./types.js";\n${checks.join("\n")}\n`;
  expect(compile({ ...(await emitted(documentOf(schemas))), "use.ts": use })).toEqual([]);
});

test("a shape without a member takes none, unless it takes others", async () => {
  const a = { a: { type: "string", ...since("2.5") } } as const;
  const schemas = {
    Closed: object(a),
    Inside: object({ inner: object(a), list: { type: "array", items: object(a) } }),
    Open: { ...object(a), additionalProperties: { type: "string" } },
    Both: { allOf: [object(a), object({ b: { type: "string" } })] },
    Free: object({}),
  } satisfies Record<string, SchemaObject>;
  const use = `
import type { BothAt, ClosedAt, Free, InsideAt, OpenAt } from "./types.js";
export const none: ClosedAt<"2.1"> = {};
// @ts-expect-error: not yet
export const some: ClosedAt<"2.1"> = { a: "" };
export const later: ClosedAt<"2.5"> = { a: "" };
export const wide: ClosedAt<"latest"> = none;
export const inside: InsideAt<"2.1"> = { inner: {}, list: [{}] };
// @ts-expect-error: not yet
export const innerA: InsideAt<"2.1"> = { inner: { a: "" } };
// @ts-expect-error: not yet
export const listA: InsideAt<"2.1"> = { list: [{ a: "" }] };
export const open: OpenAt<"2.1"> = { anything: "" };
export const both: BothAt<"2.1"> = { b: "" };
export const free: Free = { anything: 1 };
`;
  expect(compile({ ...(await emitted(documentOf(schemas))), "use.ts": use })).toEqual([]);
});

describe("the catalogue", () => {
  const model = readModel(computeDocument);
  const operations = new Map(
    model.chapters.flatMap((chapter) => chapter.operations).map((one) => [one.operationId, one]),
  );
  const answer = (id: string): SchemaObject => operations.get(id)?.responses[0]?.body?.schema ?? {};

  test.each([
    ["listServices", "ServiceList<V>", ["ServiceList"], "a holder"],
    ["createImage", "CreateImageResponseAt<V>", ["CreateImageResponseAt"], "a choice of shapes"],
    ["listImages", "ImageList", ["ImageList"], "what never changes"],
  ])("refers to what %s answers as %s (%s)", async (id, text, imports) => {
    const types = await typeCatalogue(model);
    expect(types.reference(answer(id), "V")).toEqual({ text, imports });
    expect(types.varies(answer(id))).toBe(text.endsWith("<V>"));
  });

  test("has names for queries, and for bodies that are written in place", async () => {
    const types = await typeCatalogue(model);
    const list = operations.get("listServices");
    const update = operations.get("updateService");
    if (!list || !update) throw new Error("the document has lost its operations");
    expect(types.query(list)?.text).toBe("ListServicesQuery");
    expect(types.query(list, "V")?.text).toBe("ListServicesQueryAt<V>");
    expect(types.parametersVary(list, "query")).toBe(true);
    expect(types.headers(list)).toBeUndefined();
    expect(types.reference(update.body?.schema ?? {}).text).toBe("UpdateServiceBody");
    expect(types.members(update.parameters.slice(0, 1), 4).text).toBe("    service_id: string;\n");
  });

  test("writes lists, maps and scalars in place", async () => {
    const types = await typeCatalogue(model);
    const list = { type: "array", items: ref("Service") } as const;
    expect(types.reference(list, "V")).toEqual({ text: "ServiceAt<V>[]", imports: ["ServiceAt"] });
    const map = { type: "object", additionalProperties: ref("Link") } as const;
    expect(types.reference(map)).toEqual({ text: "Record<string, Link>", imports: ["Link"] });
  });

  test("is one for one model", async () => {
    expect(await typeCatalogue(model)).toBe(await typeCatalogue(model));
  });
});

test("a type of a name so long that its parameters have lines of their own imports what it is made by", async () => {
  const long = `Long${"Name".repeat(20)}`;
  const files = await emitted(
    documentOf({
      [long]: {
        type: "object",
        properties: { size: { type: "integer", "x-openstack": { "min-ver": "2.5" } } },
      },
    }),
  );
  expect(files["types.ts"]).toContain(`export type ${long}At<\n  V extends string,\n> = At<\n`);
  expect(compile(files)).toEqual([]);
});
