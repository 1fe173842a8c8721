import { expect, test } from "vitest";
import { callWords } from "../../generator/cli/shell/call.js";

const bin = "/a/node_modules/.bin/restanza";

test.each<[string, string, string | undefined, string]>([
  // how it was started                   script                      agent                      words
  ["npx, or a script of package.json", bin, "npm/10.8.2 node/v20", "npx restanza"],
  ["pnpm", bin, "pnpm/9.1.0 npm/? node/v20", "pnpm exec restanza"],
  ["Yarn", bin, "yarn/1.22.22 npm/? node/v20", "yarn exec restanza"],
  ["Bun", bin, "bun/1.1.0 node/v20", "bun x restanza"],
  ["another package manager", bin, "cnpm/9", "npx restanza"],
  ["by its path in node_modules", bin, undefined, "npx restanza"],
  ["installed for all", "/usr/local/bin/restanza", undefined, "restanza"],
  ["by the path of the program", "/a/dist/cli.js", undefined, "node dist/cli.js"],
  ["npm start in a clone", "/a/dist/cli.js", "npm/10.8.2", "npx restanza"],
  ["as a module of another program", "/a/tool.js", undefined, "npx restanza"],
])("%s", (_how, script, agent, words) => {
  expect(callWords({ script, agent, folder: "/a" })).toBe(words);
});
