import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { placeOf } from "../diagnostics/span.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { inThreeOne, type OpenApiVersion } from "../openapi/to-version.js";
import { isRecord } from "../openapi/references.js";
import type { SourceTree } from "../source/tree.js";
import { checks } from "./checks.js";
import { whyUnsent } from "./checks/parameters.js";
import { withoutNewer } from "./checks/newer.js";
import { checkWhole } from "./checks/whole.js";
import { withDiscriminators } from "./discriminators.js";
import type { Place } from "./place.js";
import { References } from "./references.js";
import { readSourceFile } from "./source-file.js";
import { withSides } from "./sides.js";
import { takeIn, type Visit } from "./take-in.js";
import { upgradeSchema } from "./upgrade-schema.js";

/** What came of reading a document: one value of OpenAPI 3.1 or 3.2, or why there is none. */
export type Loading =
  | ({ readonly kind: "loaded" } & Outcome<OpenApiDocument>)
  | { readonly kind: "refused"; readonly reason: string };

/** Whether a tree is one OpenAPI document, by the ending of its one file. */
export function isDocument({ documents }: SourceTree): boolean {
  return documents.length === 1 && /\.(?:json|ya?ml)$/i.test(documents[0] ?? "");
}

/**
 * Reads an OpenAPI document of 3.0, 3.1 or 3.2, JSON or YAML, with the files that it refers to. What
 * of it restanza cannot say in types or send as it is meant is a finding at its place.
 */
export function loadDocument(tree: SourceTree, wanted: OpenApiVersion = "3.1"): Loading {
  const [source = ""] = tree.documents;
  const reading = tree.read(source);
  if (reading.kind !== "text") {
    const reason =
      reading.kind === "unreadable"
        ? reading.reason
        : reading.kind === "too-large"
          ? `it has more than ${reading.limit} bytes`
          : "there is no such file";
    return { kind: "refused", reason: `${source}: ${reason}.` };
  }
  const read = readSourceFile(source, reading.text);
  if (read.kind === "unreadable") {
    const { line, column } = placeOf(reading.text, read.at);
    const reason = `it is neither JSON nor YAML: ${read.reason}`;
    return { kind: "refused", reason: `${source}:${line}:${column}: ${reason}` };
  }
  const version = versionOf(read.file.value);
  if ("refused" in version) return { kind: "refused", reason: `${source}: ${version.refused}` };
  const root: Place = { file: read.file };
  const found: Diagnostic[] = [];
  const visit: Visit = (kind, written, place) => {
    const isNewer = version.minor === 2 && wanted !== "3.2";
    const kept = isNewer
      ? withoutNewer(kind, written, place)
      : { object: written, diagnostics: [] };
    found.push(...kept.diagnostics);
    const { object } = kept;
    for (const check of checks[kind] ?? []) found.push(...check(object, place));
    // What cannot be sent as it is meant is not sent otherwise.
    if (kind === "parameter" && whyUnsent(object) !== undefined) return undefined;
    return kind === "schema" && version.minor === 0 ? upgradeSchema(object) : object;
  };
  const { value, diagnostics } = takeIn(root, new References(tree, read.file), visit);
  const document = completed(value, version.minor);
  found.push(...checkWhole(document, read.file));
  return {
    kind: "loaded",
    value: inThreeOne(withSides(withDiscriminators(document))),
    diagnostics: [...read.diagnostics, ...diagnostics, ...found],
  };
}

/** The minor version of OpenAPI 3 that a value says it is of. */
function versionOf(value: unknown): { readonly minor: number } | { readonly refused: string } {
  if (!isRecord(value))
    return { refused: "an OpenAPI document is an object with `openapi: 3.1.0`." };
  const { openapi, swagger } = value;
  if (swagger !== undefined) {
    return {
      refused:
        `it is of OpenAPI ${String(swagger)}, which ended in 2017: ` +
        "a converter makes 3.0 of it, for example `npx swagger2openapi`.",
    };
  }
  const minor = /^3\.([0-2])(?:\.|$)/.exec(String(openapi))?.[1];
  if (minor !== undefined) return { minor: Number(minor) };
  const said =
    openapi === undefined ? "it does not say `openapi`" : `its \`openapi\` is ${String(openapi)}`;
  return { refused: `${said}: restanza reads OpenAPI 3.0, 3.1 and 3.2.` };
}

/** What every document has, whatever the author left out. */
function completed(value: Readonly<Record<string, unknown>>, minor: number): OpenApiDocument {
  const info = isRecord(value["info"]) ? value["info"] : {};
  const title = typeof info["title"] === "string" ? info["title"] : "API";
  const version = typeof info["version"] === "string" ? info["version"] : "1";
  const { openapi, info: _info, ...rest } = value;
  return {
    openapi: minor === 1 ? String(openapi) : "3.1.1",
    info: { ...info, title, version },
    ...rest,
    paths: isRecord(value["paths"]) ? value["paths"] : {},
  } as OpenApiDocument;
}
