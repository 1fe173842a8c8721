import type { Rule } from "../diagnostic.js";

export const repeatedOperationId: Rule<{ id: string }> = {
  code: "repeated-operation-id",
  severity: "warning",
  message: ({ id }) =>
    `the operationId ${JSON.stringify(id)} stands here a second time: the function gets a number behind its name`,
  why: "Functions and handlers are called by it. Which of two gets the plain name depends on their order, and changes with it.",
  fix: "Give each operation an operationId of its own.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      operationId: list\n      responses: { "200": { description: The images } }\n  /tags:\n    get:\n      operationId: ⟦list⟧\n      responses: { "200": { description: Tags } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      operationId: list\n      responses: { "200": { description: The images } }\n  /tags:\n    get:\n      operationId: listTags\n      responses: { "200": { description: Tags } }\n',
  },
};
