import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import type { Plugin } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "generator");

/**
 * Has Node import the generator itself. vitest would compile each of its modules for each worker, and
 * read each name that they import through a getter: a quarter of the time of all tests. Each run
 * compiles what stands there, and removes it when it ends; while vitest watches, it loads the sources.
 */
export function nativeSources(): Plugin {
  // Inside of node_modules, so that the packages that the generator imports are found.
  const out = join(root, "node_modules", ".cache", `restanza-tests-${process.pid}`);
  let watching = false;
  return {
    name: "native-sources",
    enforce: "pre",
    configureVitest({ vitest }) {
      watching = vitest.config.watch;
    },
    async buildStart() {
      if (watching) return;
      process.on("exit", () => rmSync(out, { recursive: true, force: true }));
      await compile(out);
    },
    resolveId(source, importer) {
      if (watching || importer === undefined || !/^\..*\.js$/.test(source)) return undefined;
      const file = join(dirname(importer), source);
      if (!file.startsWith(`${sources}${sep}`)) return undefined;
      return { id: join(out, relative(sources, file)), external: true };
    },
  };
}

async function compile(out: string): Promise<void> {
  const names = readdirSync(sources, { recursive: true, encoding: "utf8" });
  await Promise.all(
    names
      .filter((name) => name.endsWith(".ts"))
      .map(async (name) => {
        const file = join(sources, name);
        const url = pathToFileURL(file).href;
        const { code } = await transform(readFileSync(file, "utf8"), {
          loader: "ts",
          target: "node20",
          sourcefile: file,
          // vitest maps the lines of errors by it.
          sourcemap: "inline",
          sourcesContent: false,
          // Modules that look for files beside them find those of the sources.
          define: { "import.meta.url": JSON.stringify(url) },
        });
        const to = join(out, name.replace(/\.ts$/, ".js"));
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, code);
      }),
  );
}
