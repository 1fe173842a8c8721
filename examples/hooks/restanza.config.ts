import { defineConfig } from "restanza";
import { routes } from "./routes.ts";

export default defineConfig({
  source: "../../spec",
  out: "generated",
  emit: ["types", "client"],
  faults: "named",

  // The document as it was made: a copy, to be changed or to give another for.
  document: (document) => ({
    ...document,
    servers: [{ url: "https://cloud.example/compute/v2.1" }],
  }),

  // Asked once for each operation and each schema; undefined leaves the name.
  names(name, named) {
    if (named.kind === "schema") return name === "Image" ? "Picture" : undefined;
    return named.method === "GET" && named.path === "/images" ? "images" : undefined;
  },

  emitters: [routes],
});
