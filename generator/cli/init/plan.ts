import { join } from "node:path";
import type { OutputName } from "../../config/config.js";
import { textOf } from "../jobs/text-file.js";
import { configurationText, type NewService } from "./configuration.js";
import type { Project } from "./project.js";
import { withScripts } from "./scripts.js";

/** A file of the user's as it is to be. */
export interface Change {
  readonly path: string;
  /** `undefined` where there is none yet. */
  readonly before: string | undefined;
  readonly after: string;
  /** What is new in it, in words. */
  readonly said: string;
}

/** Everything that a project is to have. */
export interface Plan {
  /** In the order in which they are written: what everything else follows from comes first. */
  readonly changes: readonly Change[];
  /** What was there under the name of something else, and stays as it is. */
  readonly left: readonly string[];
}

const configName = "restanza.config.ts";
const scripts = { "generate:api": "restanza generate", "check:api": "restanza check" };

/** What a new configuration says. */
export interface NewConfiguration {
  readonly services: readonly NewService[];
  readonly emit: readonly OutputName[] | undefined;
}

/**
 * What a project lacks; nothing where it lacks nothing. `configuration` is `undefined` where there
 * is one already, and `outs` are the output folders of either.
 */
export function planFor(
  project: Project,
  configuration: NewConfiguration | undefined,
  outs: readonly string[],
): Plan {
  const wanted = Object.entries(scripts).filter(
    ([, command]) => scriptFor(project, command) === undefined,
  );
  const free = wanted.filter(([name]) => project.scripts[name] === undefined);
  const left = wanted
    .filter(([name]) => project.scripts[name] !== undefined)
    .map(
      ([name, command]) =>
        `package.json has another script ${name}: it stays, and \`${command}\` has none`,
    );
  const changes: Change[] = [];
  if (configuration !== undefined) {
    const { services, emit } = configuration;
    const after = configurationText(services, emit);
    changes.push({
      path: configName,
      before: undefined,
      after,
      said: "what is made of which docs",
    });
  }
  if (free.length > 0) {
    const names = free.map(([name]) => name).join(", ");
    changes.push({
      path: "package.json",
      before: project.manifest,
      after: withScripts(project.manifest, Object.fromEntries(free)),
      said: `scripts ${names}`,
    });
  }
  const formats = project.packages.has("prettier") || project.packages.has("oxfmt");
  const lists = [
    { path: ".gitattributes", lines: outs.map(generatedLine), said: "the output is generated" },
    { path: ".gitignore", lines: [".restanza/"], said: "what an interrupted run leaves" },
    ...(formats || textOf(join(project.folder, ".prettierignore")) !== undefined
      ? [{ path: ".prettierignore", lines: outs.map((out) => `/${out}/`), said: "the output" }]
      : []),
  ];
  for (const { path, lines, said } of lists) {
    const before = textOf(join(project.folder, path));
    const first = before === undefined && path === ".gitignore" ? ["node_modules/"] : [];
    const after = withLines(before ?? "", [...first, ...lines]);
    if (after !== before) changes.push({ path, before, after, said });
  }
  return { changes, left };
}

/** The script of a project that runs `command`, by whatever name. */
export function scriptFor({ scripts: known }: Project, command: string): string | undefined {
  return Object.keys(known).find((name) => known[name]?.includes(command));
}

/** Marks a folder for GitHub and others, which then fold it in diffs (gitattributes(5), linguist). */
function generatedLine(out: string): string {
  const pattern = `${out.replace(/[\\*?[\]]/g, "\\$&")}/**`;
  const quoted = /[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern;
  return `${quoted} linguist-generated=true`;
}

/** `text` with those of `lines` at its end that it lacks; slashes at either end make no difference. */
function withLines(text: string, lines: readonly string[]): string {
  const bare = (line: string) => line.trim().replace(/^\/|\/$/g, "");
  const known = new Set(text.split("\n").map(bare));
  const missing = lines.filter((line) => !known.has(bare(line)));
  if (missing.length === 0) return text;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const open = text === "" || text.endsWith("\n") ? text : text + end;
  return open + missing.map((line) => line + end).join("");
}
