import type { Rule } from "../diagnostic.js";

const around = (summary: string) =>
  `openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      summary: ${summary}\n      responses: { "200": { description: The images } }\n`;

export const unreadableMember: Rule<{ name: string; expected: string }> = {
  code: "unreadable-member",
  severity: "error",
  message: ({ name, expected }) =>
    `${JSON.stringify(name)} is left out: OpenAPI has ${expected} there`,
  why: "What does not have the form that OpenAPI gives it cannot be read as it was meant, so nothing is made of it.",
  fix: "Write what is expected. Validators of OpenAPI find the other places of that kind.",
  bad: { "openapi.yaml": around("[⟦List⟧, Images]") },
  good: { "openapi.yaml": around("List Images") },
};
