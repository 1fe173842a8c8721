import ts from "typescript";
import { strictest } from "../compiler.js";

/** The places where the emitted client must compile: Node alone, and a bundler for the browser. */
export const settings = {
  node: strictest,
  browser: {
    ...strictest,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  },
  "a page without lib.dom.iterable": {
    ...strictest,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  },
} as const satisfies Record<string, ts.CompilerOptions>;

/** A project in Node that names no libraries: the DOM's declarations stand beside those of Node. */
export const bothLibraries: ts.CompilerOptions = { ...strictest, lib: ["lib.es2023.full.d.ts"] };
