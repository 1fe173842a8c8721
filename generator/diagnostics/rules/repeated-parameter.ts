import type { Rule } from "../diagnostic.js";

export const repeatedParameter: Rule<{ name: string; where: string }> = {
  code: "repeated-parameter",
  severity: "error",
  message: ({ name, where }) =>
    `the ${where} parameter ${JSON.stringify(name)} stands here a second time: only the first is read`,
  why: "A list has each name once in one place (OpenAPI 3.1, Operation Object), and readers do not agree on which of two holds.",
  fix: "Put both together, or give one of them another name.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: limit, in: query, schema: { type: integer } }\n        - { name: ⟦limit⟧, in: query, schema: { type: string } }\n      responses: { "200": { description: The images } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: limit, in: query, schema: { type: integer } }\n        - { name: limit, in: header, schema: { type: string } }\n      responses: { "200": { description: The images } }\n',
  },
};
