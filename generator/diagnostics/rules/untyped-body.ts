import type { Rule } from "../diagnostic.js";

export const untypedBody: Rule<{ mediaType: string; type: string }> = {
  code: "untyped-body",
  severity: "info",
  message: ({ mediaType, type }) => `a body in ${mediaType} is ${type}: no type says what is in it`,
  why: "Only JSON is written and read by what is generated; what else a body may be is up to who sends and who reads it, and the compiler cannot look into it.",
  fix: "Nothing; or use JSON.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    post:\n      requestBody:\n        content:\n          ⟦application/xml⟧: { schema: { type: object } }\n      responses: { "204": { description: Done } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    post:\n      requestBody:\n        content:\n          application/json: { schema: { type: object } }\n      responses: { "204": { description: Done } }\n',
  },
};
