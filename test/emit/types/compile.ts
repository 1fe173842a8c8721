import ts from "typescript";

/** The flags of the strictest users: everything that TypeScript 5.9 has, and no leniency. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
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
  forceConsistentCasingInFileNames: true,
  skipLibCheck: false,
};

const folder = "/virtual/";
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript finds in these files: `types.ts:3: message`, in a package of ES modules. */
export function compile(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [folder + name, text]));
  texts.set(`${folder}package.json`, '{ "type": "module" }');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.directoryExists = (path) =>
    `${path}/`.startsWith(folder) || (directoryExists?.(path) ?? false);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path);
    if (text !== undefined) {
      return ts.createSourceFile(path, text, target, true);
    }
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, target, ...rest));
    return parsed.get(path);
  };
  const roots = [...texts.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const place =
      file && start !== undefined ? file.getLineAndCharacterOfPosition(start) : undefined;
    const name = file?.fileName.slice(folder.length) ?? "";
    return `${name}:${(place?.line ?? -1) + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
