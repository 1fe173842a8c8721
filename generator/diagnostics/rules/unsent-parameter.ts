import type { Rule } from "../diagnostic.js";

export const unsentParameter: Rule<{ name: string; reason: string }> = {
  code: "unsent-parameter",
  severity: "error",
  message: ({ name, reason }) => `the parameter ${JSON.stringify(name)} is left out: ${reason}`,
  why: "Calls cannot say what the parameter says, and where it is required the service refuses them.",
  fix: "Put it into `path`, `query`, `header` or `cookie`, with a schema or with JSON as its content.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: filter, in: ⟦body⟧, schema: { type: string } }\n      responses: { "200": { description: The images } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      parameters:\n        - { name: filter, in: query, schema: { type: string } }\n      responses: { "200": { description: The images } }\n',
  },
};
