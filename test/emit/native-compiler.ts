import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const modules = resolve(dirname(fileURLToPath(import.meta.url)), "../../node_modules");
const tsc = join(modules, "typescript-7", "bin", "tsc");

/** `images.ts(3,5): error TS2322: message`, and lines that go on with the message. */
const said = /^(?<file>.*?)\((?<line>\d+),\d+\): error TS\d+: (?<message>.*(?:\n .*)*)/gm;

/**
 * What TypeScript 7 says of files in a package of ES modules, `images.ts:3 message`. It takes a tenth
 * of what the compiler in JavaScript does for an output as a whole; that one is quicker for a few
 * lines (`compiler.ts`). Both see what is emitted: the suite of the package has other versions, too.
 */
export function compileNatively(
  files: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "restanza-compiled-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(modules, join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const config = { compilerOptions: written(options), include: ["**/*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const words = [tsc, "-p", ".", "--pretty", "false"];
    const { status, stdout, error } = spawnSync(process.execPath, words, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    const found = [...stdout.matchAll(said)].map(
      ({ groups: { file = "", line = "", message = "" } = {} }) => `${file}:${line} ${message}`,
    );
    if (error !== undefined || (status === 0) !== (found.length === 0))
      throw new Error(`TypeScript ended with ${status}: ${error?.message ?? stdout}`);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Options of the compiler as a tsconfig.json has them. */
function written({ target, module, moduleResolution, lib, ...rest }: ts.CompilerOptions): object {
  // A project that names no libraries has all of those that its target comes with.
  const libraries = lib?.some((name) => name.includes(".full.")) ? undefined : lib;
  return {
    ...rest,
    ...(target !== undefined && { target: ts.ScriptTarget[target] }),
    ...(module !== undefined && { module: ts.ModuleKind[module] }),
    ...(moduleResolution !== undefined && {
      moduleResolution: ts.ModuleResolutionKind[moduleResolution],
    }),
    ...(libraries && {
      lib: libraries.map((name) => name.replace(/^lib\.|\.d\.ts$/g, "")),
    }),
  };
}
