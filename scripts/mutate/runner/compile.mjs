// A module as a function that can be called again and again: each call evaluates it anew.
import { readFileSync } from "node:fs";
import { constants, Script } from "node:vm";
import { transformSync } from "esbuild";

/*
 * What esbuild writes so that a CommonJS module looks like one of ECMAScript. Ours keep one object
 * for each module, whose members a test may spy on.
 */
const helpers = [
  [/^var __export = [\s\S]*?^};$/m, "var __export = __own.exported;"],
  [/^var __toCommonJS = .*$/m, "var __toCommonJS = __own.asModule;"],
  [/^var __toESM = [\s\S]*?^\)\);$/m, "var __toESM = __own.imported;"],
];
/** Counting is over after the dry run, and takes more time than what is counted. */
const counting = /^function stryCov_\w+\(\) \{[\s\S]*?^\}$/m;
const parameters = "exports, require, module, __own, __url, __dirname";

/** The function that evaluates the TypeScript of `file`; `uncounted`: without Stryker's counters. */
export function compile(file, path, uncounted) {
  const text = readFileSync(file, "utf8");
  const { code } = transformSync(text, {
    loader: "ts",
    format: "cjs",
    target: "node20",
    sourcefile: path,
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "__url", "import.meta.dirname": "__dirname" },
    tsconfigRaw: {},
  });
  const own = helpers.reduce((before, [helper, ours]) => before.replace(helper, () => ours), code);
  const body = uncounted
    ? own.replace(counting, (whole) => `${whole.slice(0, whole.indexOf("{"))}{}`)
    : own;
  return new Script(`(function (${parameters}) {${body}\n})`, {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext();
}

/** Packages in CommonJS → what an import of them has. */
const seen = new WeakMap();

/** What the compiled modules call in place of esbuild's helpers. */
export const own = {
  exported(target, all) {
    for (const name of Object.keys(all))
      Object.defineProperty(target, name, { get: all[name], enumerable: true, configurable: true });
  },
  asModule: (exports) => Object.defineProperty(exports, "__esModule", { value: true }),
  imported(module) {
    if (isNamespace(module) || module?.__esModule === true || module instanceof Promise)
      return module;
    let made = seen.get(module);
    if (made === undefined) seen.set(module, (made = { ...module, default: module }));
    return made;
  },
};

const isNamespace = (module) => module?.[Symbol.toStringTag] === "Module";
