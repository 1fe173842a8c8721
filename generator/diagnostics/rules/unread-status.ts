import type { Rule } from "../diagnostic.js";

export const unreadStatus: Rule<{ key: string }> = {
  code: "unread-status",
  severity: "error",
  message: ({ key }) => `${JSON.stringify(key)} is no status: OpenAPI has 200, 2XX or default`,
  why: "An answer that stands under no status is never told apart from one that nobody documented.",
  fix: "Write the number, a range such as `4XX`, or `default`.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images }, ⟦40x⟧: { description: Wrong } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images }, 4XX: { description: Wrong } }\n',
  },
};
