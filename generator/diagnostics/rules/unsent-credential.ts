import type { Rule } from "../diagnostic.js";

export const unsentCredential: Rule<{ scheme: string; reason: string }> = {
  code: "unsent-credential",
  severity: "warning",
  message: ({ scheme, reason }) => `the client does not send ${JSON.stringify(scheme)}: ${reason}`,
  why: "A client is given one credential, and sends it in one header, to the operations that ask for it there. Those that ask for another are sent none, and answer 401.",
  fix: "Send it by `middleware` or `headers` of the client, or leave the requirement out by an overlay where another does.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\nsecurity: [{ key: [] }]\npaths: {}\ncomponents:\n  securitySchemes:\n    ⟦key⟧: { type: apiKey, in: query, name: key }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\nsecurity: [{ key: [] }]\npaths: {}\ncomponents:\n  securitySchemes:\n    key: { type: apiKey, in: header, name: X-Key }\n',
  },
};
