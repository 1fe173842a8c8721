import type { Rule } from "../diagnostic.js";

export const undefinedSerialization: Rule<{ name: string; what: string; sent: string }> = {
  code: "undefined-serialization",
  severity: "warning",
  message: ({ name, what, sent }) =>
    `OpenAPI does not say how ${what} is written in ${JSON.stringify(name)}: ${sent}`,
  why: "A client and a server that were made apart may write and read such a value differently.",
  fix: "Use a style that OpenAPI defines for the value, or `content` with `application/json`.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: tags, in: query, style: ⟦pipeDelimited⟧, explode: true, schema: { type: array, items: { type: string } } }\n      responses: { "200": { description: The images } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: tags, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }\n      responses: { "200": { description: The images } }\n',
  },
};
