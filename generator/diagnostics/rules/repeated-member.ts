import type { Rule } from "../diagnostic.js";

export const repeatedMember: Rule<{ name: string }> = {
  code: "repeated-member",
  severity: "error",
  message: ({ name }) =>
    `${JSON.stringify(name)} stands here a second time: the one before is lost`,
  why: "An object has each name once. Of two operations of one path and method, or two paths that are the same, only the last is read.",
  fix: "Put both together, or give one of them another name.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images } }\n    ⟦get⟧:\n      responses: { "204": { description: Nothing } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images } }\n    delete:\n      responses: { "204": { description: Nothing } }\n',
  },
};
