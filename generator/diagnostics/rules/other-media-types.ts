import type { Rule } from "../diagnostic.js";

export const otherMediaTypes: Rule<{ used: string; others: readonly string[] }> = {
  code: "other-media-types",
  severity: "info",
  message: ({ used, others }) => `${used} is used, and not ${others.join(", ")}`,
  why: "A function sends and reads one kind of body, so the others cannot be asked for with it.",
  fix: "Nothing, if the one that is used will do; else leave out what nobody needs, for example by an overlay.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    post:\n      requestBody:\n        content:\n          ⟦application/json⟧: { schema: { type: object } }\n          application/xml: { schema: { type: object } }\n      responses: { "204": { description: Done } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    post:\n      requestBody:\n        content:\n          application/json: { schema: { type: object } }\n      responses: { "204": { description: Done } }\n',
  },
};
