import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../generator/diff/change.js";
import { compareDocuments } from "../../generator/diff/diff.js";
import { changeRecords } from "../../generator/diff/rules/all.js";
import { box, service } from "../../generator/diff/rules/examples.js";
import type {
  OpenApiDocument,
  ParameterObject,
  SchemaObject,
} from "../../generator/openapi/document.js";
import { project } from "../../generator/openapi/project/project.js";
import { compareVersions, versionsBetween, within } from "../../generator/versions/versions.js";
import { disguised } from "./disguise.js";
import { casesOf } from "../cases-of.js";

const version = fc.integer({ min: 1, max: 9 }).map((minor) => `1.${minor}`);

const bounds = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: version.map((min) => ({ "min-ver": min })) },
  { weight: 1, arbitrary: version.map((max) => ({ "max-ver": max })) },
);

const leaf: fc.Arbitrary<SchemaObject> = fc.constantFrom<SchemaObject>(
  { type: "string" },
  { type: "integer" },
  { type: ["string", "null"] },
  { type: "string", enum: ["a", "b"] },
  { type: "string", enum: ["a"] },
  { anyOf: [{ type: "string", enum: ["a", "b"] }, { type: "string" }] },
  { type: "string", maxLength: 5 },
  { type: "array", items: { type: "integer" } },
);

const member = fc
  .tuple(leaf, bounds, fc.boolean())
  .map(([schema, bound, required]): SchemaObject => ({
    ...schema,
    ...(Object.keys(bound).length > 0 && { "x-openstack": bound }),
    ...(required && Object.keys(bound).length > 0 && { "x-restanza": { required: true } }),
  }));

const object = fc
  .tuple(
    fc.dictionary(fc.constantFrom("name", "size", "lid", "x"), member, { maxKeys: 3 }),
    fc.boolean(),
  )
  .map(([members, strict]) => {
    const open = Object.keys(members).filter(
      (name) => members[name]?.["x-openstack"] === undefined,
    );
    return box(members, ...(strict ? open : []));
  });

const content = (schema: SchemaObject) => ({ "application/json": { schema } });
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

/** Bounds of a parameter stand on it, and not on its schema. */
function parameterOf(schema: SchemaObject): ParameterObject {
  const { "x-openstack": bound, "x-restanza": mark, ...rest } = schema;
  return {
    name: "limit",
    in: "query",
    schema: rest,
    ...(bound && { "x-openstack": bound }),
    ...(mark?.required === true && { "x-restanza": { required: true } }),
  };
}

/** A service of two operations, whose bodies hold a component that they share. */
const document = fc
  .record({
    asked: object,
    shared: object,
    given: bounds,
    parameter: member,
    codes: fc.subarray(["200", "202", "404"], { minLength: 1 }),
  })
  .map(({ asked, shared, given, parameter, codes }): OpenApiDocument => {
    const body = {
      requestBody: { required: true, content: content(box({ box: asked, shared: ref("Shared") })) },
    };
    const answer = {
      description: "",
      content: content(box({ boxes: { type: "array", items: ref("Shared") } })),
    };
    const made = service({
      "/boxes": {
        post: { operationId: "createBox", ...body },
        get: {
          operationId: "listBoxes",
          ...(Object.keys(given).length > 0 && { "x-openstack": given }),
          parameters: [parameterOf(parameter)],
          responses: Object.fromEntries(codes.map((code) => [code, answer])),
        },
      },
    });
    return { ...made, components: { schemas: { Shared: shared } } };
  });

const runs = { numRuns: casesOf(60) };

test("a document beside itself is nothing, in whatever clothes", () => {
  fc.assert(
    fc.property(document, (one) => {
      expect(compareDocuments(one, one)).toEqual([]);
      expect(compareDocuments(one, disguised(one))).toEqual([]);
      expect(compareDocuments(disguised(one), one)).toEqual([]);
    }),
    runs,
  );
});

/** What programs see at one microversion: places and kinds of change. */
function seenAt(changes: readonly Change[], at: string): readonly string[] {
  return changes
    .filter(
      ({ operation, versions: { min, max } }) =>
        operation !== null && within({ ...(min && { min }), ...(max && { max }) }, at),
    )
    .map(({ id, operation, pointer, message }) =>
      [
        id,
        operation?.id,
        pointer,
        message.replace(/ \((?:NEW|behind).*$/, "").replace(/\.$/, ""),
      ].join(" "),
    )
    .toSorted();
}

test("ranges of microversions say what a comparison at each microversion says", () => {
  fc.assert(
    fc.property(document, document, (old, now) => {
      const changes = compareDocuments(old, now);
      for (const at of versionsBetween("1.1", "1.9")) {
        const alone = compareDocuments(project(old, at), project(now, at));
        expect(seenAt(changes, at)).toEqual([...new Set(seenAt(alone, at))]);
      }
    }),
    runs,
  );
});

test("when the sides change places, each change becomes its mirror at the same place", () => {
  const mirrors = new Map(changeRecords.map(({ id, mirror }) => [id, [mirror].flat()]));
  const places = (changes: readonly Change[], ids: (id: string) => readonly string[]) =>
    changes.map(({ id, operation, pointer, versions }) => ({
      ids: ids(id),
      at: [operation?.id, pointer, versions.min, versions.max].join(" "),
    }));
  fc.assert(
    fc.property(document, document, (old, now) => {
      const forth = places(compareDocuments(old, now), (id) => mirrors.get(id) ?? []);
      const back = places(compareDocuments(now, old), (id) => [id]);
      for (const { ids, at } of back)
        expect(forth.some((one) => one.at === at && one.ids.includes(ids[0] ?? ""))).toBe(true);
      expect(back).toHaveLength(forth.length);
    }),
    runs,
  );
});

/** The same document, with everything that differs from OLD put behind 1.9, which OLD did not know. */
test("a change behind a new microversion never breaks", () => {
  const old = (one: OpenApiDocument): OpenApiDocument => project(one, "1.8");
  fc.assert(
    fc.property(document, document, (before, after) => {
      const known = { ...old(before), "x-restanza": service({}, "1.8")["x-restanza"] };
      const joined = behind(known as OpenApiDocument, old(after));
      const found = compareDocuments(known as OpenApiDocument, joined);
      expect(
        found.filter(({ verdict }) => verdict === "breaking" || verdict === "unknown"),
      ).toEqual([]);
      for (const { versions } of found)
        expect(compareVersions(versions.min ?? "", "1.8")).toBeGreaterThan(0);
    }),
    runs,
  );
});

/** Up to 1.8 the one, from 1.9 on the other: each body a choice of both. */
function behind(before: OpenApiDocument, after: OpenApiDocument): OpenApiDocument {
  const until = { "x-openstack": { "max-ver": "1.8" } };
  const from = { "x-openstack": { "min-ver": "1.9" } };
  const choose = (a: SchemaObject, b: SchemaObject): SchemaObject => ({
    anyOf: [
      { ...a, ...until },
      { ...b, ...from },
    ],
  });
  const [a, b] = [before.components?.schemas ?? {}, after.components?.schemas ?? {}];
  const bodies = (one: OpenApiDocument) =>
    one.paths["/boxes"]?.post?.requestBody?.content["application/json"]?.schema ?? {};
  const renamed = JSON.parse(
    JSON.stringify(bodies(after)).replaceAll("schemas/Shared", "schemas/Later"),
  ) as SchemaObject;
  const post = before.paths["/boxes"]?.post;
  return {
    ...before,
    "x-restanza": service({}, "1.9")["x-restanza"] ?? { service: "boxes" },
    components: { schemas: { ...a, ...(b["Shared"] && { Later: b["Shared"] }) } },
    paths: {
      ...before.paths,
      "/boxes": {
        ...before.paths["/boxes"],
        ...(post && {
          post: {
            ...post,
            requestBody: { required: true, content: content(choose(bodies(before), renamed)) },
          },
        }),
      },
    },
  };
}
