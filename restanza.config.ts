import { defineConfig } from "restanza";

export default defineConfig({
  name: "compute",
  source: "spec",
  out: "generated",
  handlers: false,
});
