import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { globalTypes } from "../../generator/openapi/components/global-types.js";
import { fileURLToPath } from "node:url";

/** What any file of a project sees that has these libraries and the types of Node. */
function declaredByTypeScript(): readonly string[] {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const libs = ["esnext", "dom", "dom.iterable", "dom.asynciterable"];
  const file = join(root, "any.ts");
  const options: ts.CompilerOptions = {
    lib: libs.map((name) => `lib.${name}.d.ts`),
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(file, "", ts.ScriptTarget.ESNext) : read(name, ...rest);
  host.getDefaultLibLocation = () => dirname(ts.getDefaultLibFilePath(options));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  if (source === undefined) return [];
  return program
    .getTypeChecker()
    .getSymbolsInScope(source, ts.SymbolFlags.Type)
    .map(({ name }) => name)
    .filter((name) => /^[A-Z][A-Za-z0-9]*$/.test(name));
}

test("every type that TypeScript and Node declare for all files is in the list", () => {
  const declared = declaredByTypeScript();
  expect(declared).toContain("Event");
  expect(declared.filter((name) => !globalTypes.has(name))).toEqual([]);
});
