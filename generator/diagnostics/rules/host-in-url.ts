import type { Rule } from "../diagnostic.js";

export const hostInUrl: Rule<{ server: string; path: string }> = {
  code: "host-in-url",
  severity: "warning",
  message: ({ server, path }) =>
    `${server} is where a service stands, not a part of the path ${path}; it is a server`,
  why: "A URL of the docs is a path below the endpoint that the catalog has. The host stands in `servers` of the document; clients ask their own endpoint.",
  fix: "Begin the URL with the path, and say in words where another service is meant.",
  bad: "Tasks\n=====\n\n.. rest_method:: GET ⟦http://host:8774/v2.1/tasks⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Tasks\n=====\n\n.. rest_method:: GET /v2.1/tasks\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
