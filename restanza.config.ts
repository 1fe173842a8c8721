import { defineConfig } from "restanza";

export default defineConfig({
  name: "compute",
  source: "spec",
  out: "generated",
  faults: "named",
  handlers: false,
});
