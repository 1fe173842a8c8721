import type { Rule } from "../diagnostic.js";

export const unservedWebhook: Rule<{ name: string; what: string }> = {
  code: "unserved-webhook",
  severity: "info",
  message: ({ name, what }) => `nothing is made of the ${what} ${JSON.stringify(name)}`,
  why: "A webhook or callback is a request that the service sends to the address of somebody else. Types of its bodies are made where they are components; functions and handlers are not.",
  fix: "Nothing; whoever receives such requests takes the types of their bodies.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths: {}\nwebhooks:\n  ⟦imageAdded⟧:\n    post:\n      responses: { "204": { description: Seen } }\n',
  },
  good: { "openapi.yaml": 'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths: {}\n' },
};
