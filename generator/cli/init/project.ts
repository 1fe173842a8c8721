import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse, type ParseError, printParseErrorCode } from "jsonc-parser";
import type { Agent } from "package-manager-detector";
import { placeOf } from "../../diagnostics/span.js";
import { systemCode } from "../../output/failure.js";
import { UnfitError } from "../shell/failure.js";
import { managerOf, wordsOf } from "../jobs/package-manager.js";

/** The project that is set up, as it was found. */
export interface Project {
  readonly folder: string;
  /** The text of package.json. */
  readonly manifest: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** Every package that package.json names. */
  readonly packages: ReadonlySet<string>;
  readonly manager: Agent;
  /** A word for the framework, and whether it is one that the server is made for. */
  readonly framework: Framework | undefined;
  readonly hasSourceFolder: boolean;
  /** Whether its `.ts` and `.js` files are ES modules (`"type": "module"`). */
  readonly isModule: boolean;
}

interface Framework {
  readonly name: string;
  readonly isServer: boolean;
}

/** The frameworks that are told apart, the one that decides first. */
const frameworks: readonly (Framework & { readonly package: string })[] = [
  { package: "fastify", name: "Fastify", isServer: true },
  { package: "next", name: "Next.js", isServer: false },
  { package: "nuxt", name: "Nuxt", isServer: false },
  { package: "@sveltejs/kit", name: "SvelteKit", isServer: false },
  { package: "astro", name: "Astro", isServer: false },
  { package: "@angular/core", name: "Angular", isServer: false },
  { package: "react", name: "React", isServer: false },
  { package: "vue", name: "Vue", isServer: false },
  { package: "svelte", name: "Svelte", isServer: false },
  { package: "vite", name: "Vite", isServer: false },
];

/** Looks at the project in `folder`. Throws an `UnfitError` where there is none, or a broken one. */
export async function readProject(folder: string): Promise<Project> {
  const manifest = readManifest(folder);
  const found = parsed(manifest);
  const packages = new Set(
    ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap((key) =>
      Object.keys(objectOf(found[key])),
    ),
  );
  const manager = await managerOf(folder);
  return {
    folder,
    manifest,
    scripts: textsOf(found["scripts"]),
    packages,
    manager,
    framework: frameworks.find((each) => packages.has(each.package)),
    hasSourceFolder: isFolder(join(folder, "src")),
    isModule: found["type"] === "module",
  };
}

/** What a person types to run a script of the project. */
export function runWords(manager: Agent, script: string): string {
  return wordsOf(manager, "run", [script]) ?? `npm run ${script}`;
}

/** What a person types to add packages that only development needs. */
export function addWords(manager: Agent, packages: readonly string[]): string {
  return wordsOf(manager, "add", ["-D", ...packages]) ?? `npm install -D ${packages.join(" ")}`;
}

/** What a person types to run a command of an installed package. */
export function localWords(manager: Agent, words: readonly string[]): string {
  return wordsOf(manager, "execute-local", words) ?? `npx ${words.join(" ")}`;
}

/** What a person types to make the files of a project ES modules; Yarn has no word for it, npm is there with Node. */
export function moduleWords(manager: Agent): string {
  const [name] = manager.split("@");
  const own = name === "pnpm" ? "pnpm" : name === "bun" ? "bun pm" : "npm";
  return `${own} pkg set type=module`;
}

function readManifest(folder: string): string {
  try {
    return readFileSync(join(folder, "package.json"), "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT") {
      throw new UnfitError(
        "There is no package.json in this folder. Go to the folder of your project, or begin one with npm init -y.",
      );
    }
    throw new UnfitError(`package.json cannot be read (${code ?? String(error)}).`);
  }
}

function parsed(manifest: string): Readonly<Record<string, unknown>> {
  const text = manifest.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const found: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined) {
    const { line, column } = placeOf(text, first.offset);
    throw new UnfitError(
      `package.json:${line}:${column}: it is not JSON (${printParseErrorCode(first.error)}). Mend it and run again: nothing was written.`,
    );
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    throw new UnfitError(
      "package.json holds no object. Mend it and run again: nothing was written.",
    );
  }
  const scripts = "scripts" in found ? found.scripts : {};
  if (typeof scripts !== "object" || scripts === null || Array.isArray(scripts)) {
    throw new UnfitError(
      "package.json: scripts is not an object. Mend it and run again: nothing was written.",
    );
  }
  return { ...found };
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
