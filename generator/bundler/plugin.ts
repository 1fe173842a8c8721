import { existsSync } from "node:fs";
import { createUnplugin } from "unplugin";
import { plural } from "../diagnostics/report/finding.js";
import { Making } from "./making.js";
import { weighsAtLeast } from "./command-line.js";
import type { Options } from "./options.js";
import { type Channel, Overlay } from "./overlay.js";
import { type Problem, problemLine } from "./problems.js";

/** Of findings that fail a build, so many are listed. */
const mostListed = 10;

/** What a hook is called with, as far as it is used here. */
interface Context {
  readonly addWatchFile: (path: string) => void;
  readonly error: (message: string) => void;
  readonly warn: (message: string) => void;
}

/** What of a compiler is used here: webpack's and Rspack's are alike. */
interface Compiler {
  readonly watchMode?: boolean;
  readonly hooks: {
    readonly beforeCompile: {
      readonly tapPromise: (name: string, work: () => Promise<void>) => void;
    };
    readonly thisCompilation: {
      readonly tap: (name: string, work: (compilation: Compilation) => void) => void;
    };
  };
}

interface Compilation {
  readonly errors: Error[];
  readonly warnings: Error[];
  readonly fileDependencies: { readonly add: (path: string) => void };
  readonly missingDependencies: { readonly add: (path: string) => void };
}

/**
 * The plugin: makes everything when a bundler starts to build, so that what it reads from disk is
 * there, and anew what is behind whenever it builds again.
 */
export const plugin = createUnplugin((options: Options | undefined, meta) => {
  const settings = options ?? {};
  const making = new Making(settings);
  const { framework } = meta;
  /** Whether Vite's server runs, for which we watch: it sees what comes of it on disk. */
  let isServed = false;
  let isWatched = false;

  const report = (context: Context): void => {
    for (const path of making.files) context.addWatchFile(path);
    const { problems } = making;
    const fatal = problems.all.filter(({ severity }) => severity === "fatal");
    if (fatal.length > 0) return context.error(fatal.map(problemLine).join("\n"));
    const { failOn } = settings;
    const failing = problems.all.filter(
      ({ severity }) =>
        failOn !== undefined && severity !== "fatal" && weighsAtLeast(severity, failOn),
    );
    if (failing.length > 0) return context.error(listOf(failing));
    const errors = problems.all.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
      // In a build that goes on, an error is what an overlay shows; a build that ends would fail.
      if (isWatched && isCompiler(framework)) context.error(listOf(errors));
      else context.warn(listOf(errors));
    }
  };

  /** Before a compiler reads a module, everything is there; what is wrong is its compilation's. */
  const compile = (compiler: Compiler): void => {
    let broken: Error | undefined;
    compiler.hooks.beforeCompile.tapPromise("restanza", async () => {
      isWatched = compiler.watchMode === true;
      broken = await making.step().then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
    });
    compiler.hooks.thisCompilation.tap("restanza", (compilation) => {
      if (broken !== undefined) compilation.errors.push(broken);
      const { fileDependencies, missingDependencies } = compilation;
      report({
        addWatchFile: (path) =>
          (existsSync(path) ? fileDependencies : missingDependencies).add(path),
        error: (message) => compilation.errors.push(new Error(`restanza: ${message}`)),
        warn: (message) => compilation.warnings.push(new Error(`restanza: ${message}`)),
      });
    });
  };

  return {
    name: "restanza",
    async buildStart() {
      // These have their own hooks, below.
      if (isCompiler(framework) || framework === "esbuild") return;
      // What goes wrong is told, and shown by the overlay: the server goes on.
      if (isServed) return making.watch();
      await making.step();
      report(this as unknown as Context);
    },
    webpack: compile,
    rspack: compile,
    esbuild: {
      setup(build) {
        // esbuild knows of nothing but what it bundles: we watch, and it sees what comes of it.
        build.onStart(async () => {
          const found: { errors: { text: string }[]; warnings: { text: string }[] } = {
            errors: [],
            warnings: [],
          };
          await making.watch();
          report({
            addWatchFile: () => undefined,
            error: (text) => found.errors.push({ text }),
            warn: (text) => found.warnings.push({ text }),
          });
          return found;
        });
        build.onDispose(() => making.stop());
      },
    },
    vite: {
      configResolved(config) {
        const { logger, command, server } = config;
        making.terminal = {
          say: (words) => logger.info(words),
          complain: (words) => logger.error(words),
        };
        // `watch: null` is how one says that nothing is to be watched, as test runners do.
        isServed = command === "serve" && server.watch !== null;
      },
      configureServer(server) {
        const overlay = new Overlay(server.ws as unknown as Channel);
        making.told = () => overlay.show(making.problems.all);
        server.httpServer?.once("close", () => making.stop());
      },
      closeBundle: () => making.stop(),
    },
  };
});

function isCompiler(framework: string): boolean {
  return framework === "webpack" || framework === "rspack";
}

function listOf(problems: readonly Problem[]): string {
  const listed = problems.slice(0, mostListed).map((each) => `  ${problemLine(each)}`);
  const left = problems.length - listed.length;
  return [
    `${plural(problems.length, "finding")} in the docs:`,
    ...listed,
    ...(left > 0 ? [`  and ${left} more: npx restanza lint`] : []),
  ].join("\n");
}
