import type { Rule } from "../diagnostic.js";

export const newerMember: Rule<{ member: string }> = {
  code: "newer-member",
  severity: "warning",
  message: ({ member }) => `OpenAPI 3.1 has no \`${member}\`: it is left out`,
  why: "The document is written in OpenAPI 3.1, which readers of today know, and what only 3.2 has is lost in it.",
  fix: 'Ask for a document of 3.2, with `--openapi 3.2` or `openapi: "3.2"` in the configuration. Types, client and server do not use it either way.',
  bad: {
    "openapi.yaml":
      'openapi: 3.2.0\ninfo: { title: Images, version: "1" }\nservers:\n  - { url: /v1, ⟦name⟧: first }\npaths: {}\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.2.0\ninfo: { title: Images, version: "1" }\nservers:\n  - { url: /v1 }\npaths: {}\n',
  },
};
