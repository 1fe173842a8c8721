import { expect, test } from "vitest";
import { liftComponents, type Root } from "../../generator/openapi/components/components.js";
import type { SchemaObject } from "../../generator/openapi/document.js";

function box(names: readonly string[], required: readonly string[] = names): SchemaObject {
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    required: [...required],
  };
}

/** An answer `{ box: … }`, or `{ boxes: [ … ] }` of a list, at an older version of the API if so said. */
function answer(operation: string, rank: number, of: SchemaObject, older?: string): Root {
  return {
    name: `${operation}${older ?? ""}Response`,
    operation: `${operation}${older ?? ""}`,
    resource: undefined,
    qualified: [],
    older,
    side: "response",
    rank,
    schema: {
      type: "object",
      properties: rank === 2 ? { boxes: { type: "array", items: of } } : { box: of },
    },
  };
}

const whole = ["id", "name", "size", "colour"];
const brief = ["id", "name"];

/** Which component each answer holds. */
function held(roots: readonly Root[]): readonly (readonly [string, string | undefined])[] {
  const lifted = liftComponents(roots, new Set());
  return lifted.roots.map(({ $ref }) => {
    const around = lifted.schemas[$ref?.split("/").at(-1) ?? ""]?.properties ?? {};
    const inner = around["box"]?.$ref ?? around["boxes"]?.items?.$ref;
    const name = inner?.split("/").at(-1) ?? "";
    return [name, lifted.schemas[name]?.["x-restanza"]?.resource];
  });
}

test("a brief view is of its own version, where the resource differs with the version", () => {
  const all = held([
    answer("ShowBox", 0, box(whole)),
    answer("ListBoxes", 2, box(brief)),
    answer("ShowBox", 0, box([...whole, "owner"]), "V2"),
    answer("ListBoxes", 2, box(brief), "V2"),
  ]);
  expect(all).toEqual([
    ["Box", undefined],
    ["ListBoxesItem", "Box"],
    ["BoxV2", undefined],
    ["ListBoxesV2Item", "BoxV2"],
  ]);
});

test("versions share a brief view, as they share the resource", () => {
  const all = held([
    answer("ShowBox", 0, box(whole)),
    answer("ListBoxes", 2, box(brief)),
    answer("ShowBox", 0, box(whole), "V2"),
    answer("ListBoxes", 2, box(brief), "V2"),
  ]);
  expect(new Set(all.map(([name]) => name)).size).toBe(2);
  expect(all.map(([, resource]) => resource)).toEqual([undefined, "Box", undefined, "Box"]);
});

test("in which order members are required makes no other shape", () => {
  const all = held([
    answer("ShowBox", 0, box(whole)),
    answer("UpdateBox", 3, box(whole, whole.toReversed())),
  ]);
  expect(all).toEqual([
    ["Box", undefined],
    ["Box", undefined],
  ]);
});
