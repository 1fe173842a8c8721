import { expect, test } from "vitest";
import { stableNames } from "../../../generator/emit/checks/stable-names.js";

test.each<[string, readonly string[], readonly string[]]>([
  // why                              code of Ajv                        the same, with stable names
  [
    "numbers begin anew behind each export",
    [
      "export const a = validate20;",
      "function validate20() {}",
      "export const b = validate21;",
      "function validate21() {}",
    ],
    [
      "export const a = validate1_a;",
      "function validate1_a() {}",
      "export const b = validate1_b;",
      "function validate1_b() {}",
    ],
  ],
  [
    "each kind of thing has numbers of its own",
    [
      "export const a = validate3;",
      "const schema7 = {};",
      "const formats0 = x;",
      "function validate3() {}",
    ],
    [
      "export const a = validate1_a;",
      "const schema1_a = {};",
      "const formats1_a = x;",
      "function validate1_a() {}",
    ],
  ],
  [
    "what others use has the name of who used it first",
    [
      "export const a = validate1;",
      "function validate1() {}",
      "export const b = validate2;",
      "function validate2() { validate1() }",
    ],
    [
      "export const a = validate1_a;",
      "function validate1_a() {}",
      "export const b = validate1_b;",
      "function validate1_b() { validate1_a() }",
    ],
  ],
  [
    "strings and members keep their words",
    [
      "export const a = validate5;",
      'function validate5(data) { data.validate5 = "validate5 \\" validate5"; }',
    ],
    [
      "export const a = validate1_a;",
      'function validate1_a(data) { data.validate5 = "validate5 \\" validate5"; }',
    ],
  ],
  [
    "names inside functions stay",
    ["export const a = validate0;", "function validate0() {", "let valid0 = data1;", "}"],
    ["export const a = validate1_a;", "function validate1_a() {", "let valid0 = data1;", "}"],
  ],
  ["before any export nothing is renamed", ["const schema7 = {};"], ["const schema7 = {};"]],
])("%s", (_why, code, expected) => {
  expect(stableNames(code)).toEqual(expected);
});
