import type { Rule } from "../diagnostic.js";

const around = (reference: string) =>
  'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses:\n        "200":\n          description: The images\n          content:\n            application/json:\n              schema: { $ref: ' +
  `${reference} }\ncomponents:\n  schemas:\n    Images: { type: array, items: { type: string } }\n`;

export const unresolvedReference: Rule<{ reference: string; reason: string }> = {
  code: "unresolved-reference",
  severity: "error",
  message: ({ reference, reason }) => `${reference} leads nowhere: ${reason}`,
  why: "What stands behind a reference is part of the document. Without it a type is unknown, and a parameter, a response or a whole path is missing.",
  fix: "Correct the reference. Files are read below the folder of the document, with a JSON pointer behind `#`; nothing is fetched.",
  bad: { "openapi.yaml": around('⟦"#/components/schemas/Image"⟧') },
  good: { "openapi.yaml": around('"#/components/schemas/Images"') },
};
