import type { Rule } from "../diagnostic.js";

export const unsentBody: Rule<{ method: string }> = {
  code: "unsent-body",
  severity: "warning",
  message: ({ method }) => `a ${method} is sent without a body`,
  why: "The content of a GET or HEAD has no meaning (RFC 9110, 9.3.1), and `fetch` refuses to send it.",
  fix: "Put what it says into the query, or use POST, or QUERY, which OpenAPI 3.2 has.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      ⟦requestBody⟧: { content: { application/json: { schema: { type: object } } } }\n      responses: { "200": { description: The images } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images } }\n',
  },
};
