import type { Rule } from "../diagnostic.js";

export const ownServers: Rule<{ url: string }> = {
  code: "own-servers",
  severity: "warning",
  message: ({ url }) => `calls go to the endpoint of the client, and not to ${url}`,
  why: "A client has one endpoint. What stands on another host or below another path than the rest of the API is asked for at the wrong place.",
  fix: "Make a client of its own for it, with that endpoint, or write the path as it is below the common one.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      servers:\n        - { url: ⟦"https://files.example"⟧ }\n      responses: { "200": { description: The images } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths:\n  /images:\n    get:\n      responses: { "200": { description: The images } }\n',
  },
};
