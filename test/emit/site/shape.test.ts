import { expect, test } from "vitest";
import type { Member, Shape } from "../../../generator/emit/site/body/member.js";
import { shapeOf } from "../../../generator/emit/site/body/shape.js";
import type { SchemaObject } from "../../../generator/openapi/document.js";

/** A line for each member: its path, types, and whether it is required. */
function lines(shape: Shape): readonly string[] {
  const line = (member: Member): readonly string[] => [
    [
      member.path,
      member.shape.types.map(({ words, bounds }) => words + boundsWords(bounds)).join(" | "),
      ...(member.required === true ? ["required"] : []),
      ...(Array.isArray(member.required) ? [`required${member.required.map(boundsWords)}`] : []),
      ...(member.shape.repeats === undefined ? [] : [`repeats "${member.shape.repeats}"`]),
    ].join(" ") + member.ranges.map(boundsWords).join(""),
    ...lines(member.shape),
  ];
  return [
    ...shape.members.flatMap(line),
    ...shape.branches.flatMap(({ title, members, bounds }) => [
      `either ${title}${boundsWords(bounds)}`,
      ...members.flatMap(line),
    ]),
  ];
}

function boundsWords({ min, max }: { readonly min?: string; readonly max?: string }): string {
  return min === undefined && max === undefined ? "" : ` (${min ?? ""}-${max ?? ""})`;
}

const from = (min: string) => ({ "x-openstack": { "min-ver": min } });
const to = (max: string) => ({ "x-openstack": { "max-ver": max } });
const text: SchemaObject = { type: "string" };
const schemas: Readonly<Record<string, SchemaObject>> = {
  Link: { type: "object", properties: { href: text }, required: ["href"] },
  Node: { type: "object", properties: { name: text, next: { $ref: "#/components/schemas/Node" } } },
  Later: { ...text, ...from("2.9") },
};

test.each<[why: string, schema: SchemaObject, expected: readonly string[]]>([
  [
    "members of a list stand below its brackets",
    { properties: { links: { type: "array", items: { $ref: "#/components/schemas/Link" } } } },
    ["links array of object", "links[].href string required"],
  ],
  [
    "a map has one member of any name",
    {
      properties: {
        addresses: { type: "object", additionalProperties: { properties: { a: text } } },
      },
    },
    ["addresses map of object", "addresses.* object", "addresses.*.a string"],
  ],
  [
    "a map of plain values is told by its type alone",
    { properties: { metadata: { type: "object", additionalProperties: text } } },
    ["metadata map of string"],
  ],
  [
    "a circle ends where it begins again",
    { properties: { node: { $ref: "#/components/schemas/Node" } } },
    ["node object", "node.name string", 'node.next object repeats "node"'],
  ],
  [
    "a type that changes has both, each with its bounds",
    {
      properties: {
        id: {
          anyOf: [
            { type: "integer", ...to("2.52") },
            { ...text, ...from("2.53") },
          ],
        },
      },
    },
    ["id integer (-2.52) | string (2.53-) (-2.52) (2.53-)"],
  ],
  [
    "a member has the bounds of the component that it refers to",
    { properties: { later: { $ref: "#/components/schemas/Later" } } },
    ["later string (2.9-)"],
  ],
  [
    "required only where the variant is that says so",
    {
      properties: {
        networks: {
          anyOf: [
            { type: "array", items: text, ...to("2.36") },
            { ...text, ...from("2.37"), "x-restanza": { required: true } },
          ],
        },
      },
    },
    ["networks array of string (-2.36) | string (2.37-) required (2.37-) (-2.36) (2.37-)"],
  ],
  [
    "one object beside null is no choice",
    { properties: { fault: { anyOf: [{ $ref: "#/components/schemas/Link" }, { type: "null" }] } } },
    ["fault object | null", "fault.href string required"],
  ],
  [
    "of several objects each is told",
    {
      oneOf: [
        { title: "one", properties: { a: text } },
        { properties: { b: text }, ...from("2.3") },
      ],
    },
    ["either one", "a string", "either 2 (2.3-)", "b string"],
  ],
  [
    "allOf adds up",
    { allOf: [{ $ref: "#/components/schemas/Link" }, { properties: { rel: text } }] },
    ["href string required", "rel string"],
  ],
  ["what is no schema says nothing", { properties: { odd: true as never } }, ["odd any"]],
  [
    "a reference that leads nowhere says nothing",
    { properties: { gone: { $ref: "#/components/schemas/Gone" } } },
    ["gone any"],
  ],
])("%s", (_why, schema, expected) => expect(lines(shapeOf(schema, schemas))).toEqual(expected));

test("a member that no row has tells whose samples show it", () => {
  const properties = {
    a: { ...text, "x-restanza": { undocumented: true } },
    b: { ...text, "x-restanza": { undocumented: true, borrowed: true } },
    c: text,
  };
  const { members } = shapeOf({ type: "object", properties }, schemas);
  expect(members.map(({ name, undocumented }) => [name, undocumented])).toEqual([
    ["a", "here"],
    ["b", "elsewhere"],
    ["c", undefined],
  ]);
});
