import type { OutputName } from "../../config/config.js";

/** One service of a new configuration. */
export interface NewService {
  readonly source: string;
  readonly out: string;
}

/** So many services are listed one by one: with them a configuration has ten lines. */
const listed = 4;

/**
 * The text of a new configuration, of at most ten lines: it is read, and added to, by people. Many
 * services are a list of what tells them apart. `emit` is said only where it is not what is made
 * anyway.
 */
export function configurationText(
  services: readonly NewService[],
  emit: readonly OutputName[] | undefined,
): string {
  const outputs = emit && `emit: [${emit.map(quoted).join(", ")}]`;
  const [first] = services;
  const body =
    services.length === 1 && first !== undefined
      ? [`source: ${quoted(first.source)},`, `out: ${quoted(first.out)},`, ...ended(outputs)]
      : services.length <= listed
        ? ["services: [", ...services.map((each) => `  ${entry(each, outputs)}`), "],"]
        : mapped(services, outputs);
  return [
    'import { defineConfig } from "restanza";',
    "",
    "export default defineConfig({",
    ...body.map((line) => `  ${line}`),
    "});",
    "",
  ].join("\n");
}

function entry({ source, out }: NewService, outputs: string | undefined): string {
  const members = [
    `source: ${quoted(source)}`,
    `out: ${quoted(out)}`,
    ...(outputs ? [outputs] : []),
  ];
  return `{ ${members.join(", ")} },`;
}

function ended(outputs: string | undefined): readonly string[] {
  return outputs === undefined ? [] : [`${outputs},`];
}

/** A list of names where the paths differ in nothing else, else of pairs of paths. */
function mapped(services: readonly NewService[], outputs: string | undefined): readonly string[] {
  const tail = outputs === undefined ? "" : `, ${outputs}`;
  const pattern = patternOf(services);
  if (pattern !== undefined) {
    return [
      `services: [${pattern.names.map(quoted).join(", ")}].map((name) => (`,
      `  { source: \`${pattern.source}\`, out: \`${pattern.out}\`${tail} }`,
      ")),",
    ];
  }
  const pairs = services.map(({ source, out }) => `[${quoted(source)}, ${quoted(out)}] as const`);
  return [
    `services: [${pairs.join(", ")}].map(([source, out]) => (`,
    `  { source, out${tail} }`,
    ")),",
  ];
}

interface Pattern {
  readonly names: readonly string[];
  /** Texts of template literals, with `${name}` where the names stand. */
  readonly source: string;
  readonly out: string;
}

/** The one part in which the paths of all services differ, where there is such a part. */
function patternOf(services: readonly NewService[]): Pattern | undefined {
  const names = services.map(({ out }) => out.slice(out.lastIndexOf("/") + 1));
  const [firstName = ""] = names;
  const [first] = services;
  if (first === undefined || firstName === "") return undefined;
  const sources = first.source.split("/");
  const place = sources.indexOf(firstName);
  if (place < 0) return undefined;
  const folder = first.out.slice(0, first.out.length - firstName.length);
  const sourceOf = (name: string) => sources.with(place, name).join("/");
  const holds = services.every(
    ({ source, out }, index) =>
      source === sourceOf(names[index] ?? "") && out === `${folder}${names[index] ?? ""}`,
  );
  const plain = /^[\w./ -]*$/;
  if (!holds || !plain.test(first.source) || !plain.test(folder)) return undefined;
  return { names, source: sourceOf("${name}"), out: `${folder}\${name}` };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
