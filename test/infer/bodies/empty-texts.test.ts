import { expect, test } from "vitest";
import type { ServiceFact } from "../../../generator/facts/service-fact.js";
import { withEmptyTexts } from "../../../generator/infer/bodies/empty-texts.js";
import {
  unknownNode,
  type BodyMember,
  type BodyNode,
} from "../../../generator/infer/shape/node.js";
import { operationsOf } from "../docs.js";

const text: BodyNode = { ...unknownNode, kinds: ["string"], format: "ipv4" };
const member = (name: string, node: BodyNode = text): BodyMember => ({
  name,
  undocumented: false,
  variants: [
    { node, description: "", required: true, bounds: {}, entry: undefined, row: undefined },
  ],
});
const holding = (...members: readonly BodyMember[]): BodyNode => ({ ...unknownNode, members });

const [operation] = operationsOf({}, { call: "GET /boxes/{box_id}" });
if (operation === undefined) throw new Error("no operation");
const service = {
  emptyTexts: [{ members: ["box.address"], from: "a test" }],
} as unknown as ServiceFact;

/** Each text of a body by its way, with its format. */
function formatsOf(node: BodyNode, way = ""): readonly string[] {
  return [
    ...(node.kinds.includes("string") ? [`${way}: ${node.format ?? "none"}`] : []),
    ...node.members.flatMap(({ name, variants }) =>
      variants.flatMap((variant) => formatsOf(variant.node, `${way}/${name}`)),
    ),
    ...(node.values ? formatsOf(node.values, `${way}/*`) : []),
    ...(node.items ? formatsOf(node.items, `${way}[]`) : []),
  ];
}

test.each<[why: string, body: BodyNode, expected: readonly string[]]>([
  [
    "at the top, of what the path names",
    holding(member("address"), member("name")),
    ["/address: none", "/name: ipv4"],
  ],
  ["below its wrapper", holding(member("box", holding(member("address")))), ["/box/address: none"]],
  [
    "in a list of them",
    holding(member("boxes", { ...unknownNode, items: holding(member("address")) })),
    ["/boxes[]/address: none"],
  ],
  [
    "in a map of them",
    holding(member("boxes", { ...unknownNode, values: holding(member("address")) })),
    ["/boxes/*/address: none"],
  ],
  [
    "not of another resource",
    holding(member("lid", holding(member("address")))),
    ["/lid/address: ipv4"],
  ],
  ["of the values of a map: none of that name", { ...unknownNode, values: text }, ["/*: ipv4"]],
])("an empty text has no format: %s", (_why, body, expected) => {
  expect(formatsOf(withEmptyTexts(body, operation, service))).toEqual(expected);
});

test("a service of which nothing is known keeps all", () => {
  const body = holding(member("address"));
  expect(withEmptyTexts(body, operation, undefined)).toBe(body);
  expect(withEmptyTexts(body, operation, {} as ServiceFact)).toBe(body);
});
