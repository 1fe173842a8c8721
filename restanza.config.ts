import { defineConfig } from "restanza";

export default defineConfig({
  name: "compute",
  source: "spec",
  out: "generated",
  emit: ["types", "client", "server", "site", "node"],
  faults: "named",
  handlers: false,
});
