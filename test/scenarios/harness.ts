import { parse } from "yaml";
import { placeOf } from "../../generator/diagnostics/span.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import type { OutputName } from "../../generator/config/config.js";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { generate } from "../../generator/pipeline/generate.js";
import type { Settings } from "../../generator/pipeline/settings.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { excerptOfCode, excerptOfDocument } from "./excerpt.js";
import { type Excerpt, fillPage, readPage } from "./page.js";

/** The page as it has to read today: its sources run through everything, its outputs shown anew. */
export async function runPage(text: string): Promise<string> {
  const page = readPage(text);
  const sources = withIndex(page.sources);
  // `service: null` leaves the name of the service to the docs.
  const options: Omit<Settings, "service"> & { service?: string | null } =
    parse(page.options) ?? {};
  const { service = "example", ...others } = options;
  const settings: Settings = {
    emit: shownOutputs(page.excerpts),
    ...others,
    ...(service !== null && { service }),
  };
  const outcome = await generate(memoryTree(sources), settings);
  const files = new Map(outcome.value.files.map((file) => [file.path, file.text]));
  const beside = (settings.overlays ?? []).map(({ name, text }) => [name, text] as const);
  const texts = { ...sources, ...Object.fromEntries(beside) };
  const show = ({ file, expression }: Excerpt): string => {
    const output = files.get(file);
    if (output === undefined) return `(no such file; there are: ${[...files.keys()].join(", ")})`;
    return /^openapi\.(?:json|yaml)$/.test(file)
      ? excerptOfDocument(withoutFaults(outcome.value.document, expression), expression)
      : excerptOfCode(output, expression);
  };
  const off = new Set<unknown>(unasked(page.options));
  const found = outcome.diagnostics.filter(({ code }) => !off.has(code));
  return fillPage(
    page,
    show,
    found.map((each) => lineOf(each, texts)),
  );
}

/** What has to be made for the excerpts: most pages are about the document alone. */
function shownOutputs(excerpts: readonly Excerpt[]): readonly OutputName[] {
  const isShown = (shown: RegExp): boolean => excerpts.some(({ file }) => shown.test(file));
  return [
    ...(isShown(/^types\.ts$/) ? (["types"] as const) : []),
    ...(isShown(/^client\//) ? (["client"] as const) : []),
    ...(isShown(/^(?:server\/|handlers\.ts$)/) ? (["server"] as const) : []),
  ];
}

/**
 * The components of faults are the same on every page: they are left out of a list of all
 * components, and shown where an expression names one.
 */
function withoutFaults(document: OpenApiDocument, expression: string): OpenApiDocument {
  const schemas = document.components?.schemas;
  if (schemas === undefined || !/^components\.schemas(?: |$)/.test(expression)) return document;
  const faults = new Set<string>();
  const waiting = Object.values(document["x-restanza"]?.faults ?? {});
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (faults.has(name)) continue;
    faults.add(name);
    const inner = JSON.stringify(schemas[name] ?? {}).matchAll(/#\/components\/schemas\/([^"]+)/g);
    for (const [, reference = ""] of inner) waiting.push(reference);
  }
  const own = Object.entries(schemas).filter(([name]) => !faults.has(name));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(own) } };
}

/** Several fragments need a document that includes them. */
function withIndex(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(sources);
  const fragments = names.filter((name) => name.endsWith(".inc"));
  if (fragments.length < 2 || names.some((name) => name.endsWith(".rst"))) return sources;
  return {
    "index.rst": fragments.map((name) => `.. include:: ${name}\n`).join(""),
    ...sources,
  };
}

/** Codes that a page leaves out because it is not about them: `quiet` in its options. */
function unasked(options: string): readonly unknown[] {
  const read: unknown = parse(options);
  return typeof read === "object" && read !== null && "quiet" in read && Array.isArray(read.quiet)
    ? read.quiet
    : [];
}

function lineOf(found: Diagnostic, sources: Readonly<Record<string, string>>): string {
  const { span } = found;
  const said = `${found.severity} ${found.code}: ${found.message}`;
  if (span === undefined) return said;
  const text = sources[span.source] ?? "";
  const from = placeOf(text, span.start);
  const to = placeOf(text, span.end);
  return `${span.source}:${from.line}:${from.column}-${to.line}:${to.column} ${said}`;
}
