import type { Rule } from "../diagnostic.js";

const path = (method: string) =>
  `openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      summary: List Images\n      responses: { "200": { description: The images } }\n    ${method}:\n      summary: Create an Image\n      responses: { "201": { description: The image } }\n`;

export const unknownPathMember: Rule<{ name: string; meant: string | undefined }> = {
  code: "unknown-path-member",
  severity: "warning",
  message: ({ name, meant }) =>
    `${JSON.stringify(name)} is no method of OpenAPI, and nothing is made of it${meant === undefined ? "" : `: ${JSON.stringify(meant)} is one`}`,
  why: "Members of a path are its methods, in small letters (OpenAPI, Path Item Object). An operation below any other name is not read.",
  fix: "Write the method in small letters. Other methods stand below `additionalOperations`, in OpenAPI 3.2; what is no operation has a name that begins with `x-`.",
  bad: { "openapi.yaml": path("⟦POST⟧") },
  good: { "openapi.yaml": path("post") },
};
