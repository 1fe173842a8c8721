// What must hold of every document, whatever it says. Each law gives sentences: what was broken.
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { functionsOf, roleOf, shapesOf } from "./statements.mjs";

const stanza = /(?:^|\s)\.\.[ \t]+rest_method[ \t]*::/g;
const tellsOfLoss = new Set([
  "unread-operation",
  "incomplete-method",
  "unread-file",
  "stanza-in-example",
  "stanza-in-code",
]);

/** What the text of `document` says. */
export function referenceOf(program, document) {
  return program.readApiReference(program.memoryTree(document.files));
}

/** What is wrong with what came of reading `document`. */
export function readingLaws(document, { value, diagnostics }) {
  const operations = value.chapters.flatMap((chapter) => chapter.operations);
  return [
    ...lostStanzas(document, operations, diagnostics),
    ...placeless(document, operations, diagnostics),
  ];
}

/** Every stanza in the text is an operation, or a finding stands at it. */
function lostStanzas({ files }, operations, diagnostics) {
  const problems = [];
  const unread = new Set(
    diagnostics.filter(({ code }) => code === "unread-file").map(({ span }) => span?.source),
  );
  const included = new Set([...operations, ...diagnostics].map(({ span }) => span?.source));
  for (const [source, text] of Object.entries(files)) {
    if (!/\.(?:rst|inc)$/.test(source) || unread.has(source)) continue;
    const starts = operations
      .filter((operation) => operation.source === source)
      .map(({ method }) => method.span.start);
    const told = diagnostics
      .filter(({ code, span }) => span?.source === source && tellsOfLoss.has(code))
      .map(({ span }) => span);
    for (const match of text.matchAll(stanza)) {
      const start = match.index + match[0].indexOf("..");
      const end = match.index + match[0].length;
      const read = starts.some((at) => at >= end && text.slice(end, at).trim() === "");
      // The finding stands at the directive, or at what is said right behind it.
      const reported = told.some(
        (span) =>
          span.end >= start && (span.start <= end || text.slice(end, span.start).trim() === ""),
      );
      if (read || reported) continue;
      const seen = included.has(source) ? "" : " (nothing of the file was read)";
      problems.push(`lost: ${source} at ${start}${seen}: ${quote(text.slice(start, end + 40))}`);
    }
  }
  return problems;
}

/** Every place lies in the text that it names. */
function placeless({ files }, operations, diagnostics) {
  const said = operations.flatMap(({ span, title, url }) => [span, title.span, url.span]);
  const spans = [...said, ...diagnostics.flatMap(({ span }) => (span ? [span] : []))];
  return spans
    .filter(({ source, start, end }) => {
      const text = Object.hasOwn(files, source) ? files[source] : undefined;
      return !(start >= 0 && start <= end && (text === undefined || end <= text.length));
    })
    .map((span) => `no such place: ${JSON.stringify(span)}`);
}

/** The OpenAPI document of what was read: what of the operations is missing from it. */
export function documentLaws(program, reference) {
  const { operations, document: openapi } = program.interpret(reference, {}).value;
  const model = program.readModel(program.readBack(openapi));
  const kept = model.chapters.flatMap((chapter) => chapter.operations).length;
  const problems = kept === operations ? [] : [`lost: ${operations} read, ${kept} in the document`];
  return { problems, openapi, model };
}

/**
 * Emits everything of what was read and holds it against `allowed`, the shapes of clean output.
 * `copied` are texts that are no output but part of the program.
 */
export async function emittingLaws(program, reference, { allowed, copied, secrets }) {
  const { problems, openapi, model } = documentLaws(program, reference);
  const files = [
    ...program.documentFiles(program.published(openapi)),
    ...(await program.emit(model, {})),
  ];
  problems.push(...pathLaws(files));
  const textOf = (path) => files.find((file) => file.path === path)?.text ?? "";
  const json = JSON.parse(textOf("openapi.json"));
  const yaml = parse(textOf("openapi.yaml"), { version: "1.2", maxAliasCount: 0 });
  if (!isDeepStrictEqual(json, yaml))
    problems.push("openapi.yaml says something else than openapi.json");
  const paths = new Set(files.map(({ path }) => path));
  const functions = new Set();
  const shapes = new Map();
  for (const { path, text } of files) {
    for (const secret of secrets) {
      if (text.includes(secret)) problems.push(`${path} holds ${quote(secret)}`);
    }
    if (!path.endsWith(".ts") || copied.has(bodyOf(text))) continue;
    const found = shapesOf(text);
    if (found === undefined) {
      problems.push(`${path} does not parse`);
      continue;
    }
    const role = roleOf(path, model.service, paths);
    shapes.set(role, new Set([...(shapes.get(role) ?? []), ...found]));
    const strange = allowed ? [...found].filter((shape) => !isAllowed(allowed[role], shape)) : [];
    if (strange.length > 0) problems.push(`${path} has ${strange.slice(0, 5).join(", ")}`);
    if (role === "client/CHAPTER.ts") for (const name of functionsOf(text)) functions.add(name);
  }
  const wanted = model.chapters.flatMap((chapter) => chapter.operations).length;
  if (functions.size !== wanted) problems.push(`${wanted} operations, ${functions.size} functions`);
  return { problems, shapes };
}

function isAllowed(shapes, shape) {
  const [outer, inner] = shape.split(" > ");
  return Object.hasOwn(shapes ?? {}, outer) && shapes[outer].split(" ").includes(inner);
}

/** A file without its header. */
export function bodyOf(text) {
  return text.replace(/^(?:\/\/.*\n)*\n?/, "");
}

/** Paths stay in the output folder, on every file system, and are each other's neighbours. */
function pathLaws(files) {
  const known = new Set();
  const problems = [];
  for (const { path } of files) {
    const plain = /^(?:[a-z0-9_-]+\/)*[\w-]+(?:\.[a-z]+)+$/i.test(path);
    if (!plain) problems.push(`a path to be careful with: ${quote(path)}`);
    if (known.has(path.toLowerCase())) problems.push(`two files at ${quote(path)}`);
    known.add(path.toLowerCase());
  }
  return problems;
}

function quote(text) {
  return JSON.stringify(text.slice(0, 100));
}
