import { defineConfig } from "restanza";

export default defineConfig({
  name: "compute",
  source: "spec",
  out: "generated",
  emit: ["types", "client", "server", "site", "node", "schemas", "fakes"],
  faults: "named",
  handlers: false,
});
