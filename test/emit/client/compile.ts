import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
/** A folder that is not there, but below which node_modules are found. */
const folder = join(root, "test/emit/client/in-memory");

const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
};

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
} as const satisfies Record<string, ts.CompilerOptions>;

/** A project in Node that names no libraries: the DOM's declarations stand beside those of Node. */
export const bothLibraries: ts.CompilerOptions = { ...strictest, lib: ["lib.es2023.full.d.ts"] };

/** What the compiler says of files that are only in memory: `client/images.ts:3 message`. */
export function compile(
  files: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): readonly string[] {
  const texts = new Map([...files].map(([path, text]) => [join(folder, path), text]));
  texts.set(join(folder, "package.json"), '{ "type": "module" }');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.directoryExists = (name) => name.startsWith(folder) || (directoryExists?.(name) ?? true);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const rootNames = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram({ rootNames, options, host });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
    const name = file?.fileName.slice(folder.length + 1) ?? "";
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
