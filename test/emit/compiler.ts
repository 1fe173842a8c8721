import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** A folder that is not there, but below which node_modules are found. */
const amongPackages = join(root, "test/emit/in-memory");
/** One that is not there, and around which there is nothing at all. */
export const nowhere = resolve("/virtual");

/** What the package and the program of test/real are tried with, too. */
const strictFlags: ts.CompilerOptions = JSON.parse(
  readFileSync(join(root, "scripts/strict-flags.json"), "utf8"),
);

/** The flags of the strictest users: everything that TypeScript 5.9 has, and no leniency. */
export const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  noEmit: true,
  declaration: true,
  ...strictFlags,
  allowUnreachableCode: false,
  isolatedDeclarations: true,
  forceConsistentCasingInFileNames: true,
  // Those of dependencies were seen to compile once; here they only cost time.
  skipLibCheck: true,
};

/** Declarations of libraries and packages, parsed and bound once for all programs of a process. */
const declarations = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler says of files that are only in memory, `images.ts:3 message`, in a package of
 * ES modules.
 */
export function compile(
  files: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  folder: string = amongPackages,
): readonly string[] {
  const texts = new Map([...files].map(([path, text]) => [join(folder, path), text]));
  texts.set(join(folder, "package.json"), '{ "type": "module" }');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.getCurrentDirectory = () => folder;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.directoryExists = (name) =>
    `${name}/`.startsWith(`${folder}/`) || (directoryExists?.(name) ?? true);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    // What is bound depends on how modules are meant, and on nothing else in which options differ.
    const format = typeof version === "object" ? version.impliedNodeFormat : version;
    const key = [name, format, options.module, options.moduleResolution].join("\0");
    if (!declarations.has(key)) declarations.set(key, getSourceFile(name, version, ...rest));
    return declarations.get(key);
  };
  const rootNames = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram({ rootNames, options, host });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
    const name = file?.fileName.slice(folder.length + 1) ?? "";
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
