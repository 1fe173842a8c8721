import { addTo } from "../../collections/groups.js";
import { RememberedBy, rememberingOf } from "../../collections/remembered.js";
import { canonicalJson, digestOfJson } from "../canonical.js";
import { readFields } from "./answered-fields.js";
import type { OpenApiDocument, OperationObject, PathItemObject, TagObject } from "../document.js";
import type { ApiModel, ChapterModel, OperationModel } from "../model.js";
import {
  operationBounds,
  readBody,
  readParameters,
  readResponses,
  words,
  type ReadingContext,
} from "./read-operation.js";
import { callerVariable } from "./read-caller.js";
import { readCredential, takesCredential } from "./read-credential.js";
import { readConventions } from "./read-conventions.js";
import { readRange } from "./read-range.js";
import { readSamples } from "./read-samples.js";
import { reachedFrom } from "../reach.js";
import { isRecord, resolved } from "../references.js";
import { operationsOf } from "../select.js";
import { camelWords, deviceNames, fileWords, kebabCase, Names } from "../words.js";

/** Modules that emitters put beside those of the chapters. */
const ownFiles = [
  ..."bound client fastify faults handlers index microversion negotiation routes runtime".split(
    " ",
  ),
  ..."server types validators".split(" "),
];

/** Those, and names that Windows keeps. */
const reservedFiles = [...ownFiles, ...deviceNames];

/** The chapter of operations without a tag. */
const untagged = "operations";

/**
 * The document as emitters want it. It works on any OpenAPI 3.1 document: what restanza's
 * extensions would say is made from the rest, and what cannot be read is left out.
 */
export function readModel(document: OpenApiDocument): ApiModel {
  const extension = document["x-restanza"];
  const context = contextOf(document);
  const schemas = document.components?.schemas;
  return {
    title: titleOf(document),
    description: words(document.info?.description),
    service: serviceOf(document),
    aliases: textsOf(extension?.aliases),
    microversions: context.microversions,
    conventions: readConventions(extension?.conventions),
    chapters: readChapters(context),
    schemas: isRecord(schemas) ? schemas : {},
    faults: extension?.faults ?? {},
    credential: context.credential,
    projected: extension?.projected,
    document,
  };
}

/** Every documented operation by itself, in the order of the paths. */
export function readOperationsOf(document: OpenApiDocument): readonly OperationModel[] {
  return readOperations(contextOf(document)).map(({ operation }) => operation);
}

/**
 * The same of a document that is made for this one question: nothing is kept of it, and nothing of
 * it was read before.
 */
export function readOperationsOnce(document: OpenApiDocument): readonly OperationModel[] {
  const context = contextOf(document);
  const ids = new Names();
  return itemsOf(document).flatMap(({ path, item }) => {
    const names = takenNames(item, path, ids);
    return readItem(context, path, item, names).map(({ operation }) => operation);
  });
}

function contextOf(document: OpenApiDocument): Context {
  const credential = readCredential(document);
  return { document, microversions: readRange(document, serviceOf(document)), credential };
}

function serviceOf(document: OpenApiDocument): string {
  const called = document["x-restanza"]?.service ?? withoutApi(titleOf(document));
  return kebabCase(called) || "api";
}

/** Documents of others may have anything there. */
function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}

function titleOf(document: OpenApiDocument): string {
  return words(document.info?.title) ?? "API";
}

/** "Compute API" is the API of Compute. */
function withoutApi(title: string): string {
  return title.replace(/\b(?:rest(?:ful)?|api|reference|openapi|service)\b/gi, " ").trim() || title;
}

interface Context extends ReadingContext {
  readonly credential: ApiModel["credential"];
}

interface Found {
  readonly tag: string;
  readonly operation: OperationModel;
}

function readChapters(context: Context): readonly ChapterModel[] {
  const byTag = new Map<string, OperationModel[]>();
  const tags = Array.isArray(context.document.tags) ? context.document.tags : [];
  const tagOf = tagsByName(tags);
  for (const tag of tags) byTag.set(tag.name, []);
  const found = readOperations(context);
  for (const { tag, operation } of found) {
    addTo(byTag, tag, operation);
  }
  const used = [...byTag].filter(([, operations]) => operations.length > 0);
  const names = new Names(reservedFiles);
  const files = new Map<string, string>();
  // What is on its way out, such as an older version of the API, leaves the plain names to others.
  for (const last of [false, true])
    for (const [name, operations] of used)
      if (operations.every(({ deprecated }) => deprecated) === last)
        files.set(name, fileName(tagOf(name), names));
  return used.map(([name, operations]) =>
    readChapter(context, tagOf(name), operations, files.get(name) ?? name),
  );
}

/** The first tag of each name, made up where there is none. */
function tagsByName(tags: readonly TagObject[]): (name: string) => TagObject {
  const byName = new Map(tags.toReversed().map((tag) => [tag.name, tag]));
  return (name) => byName.get(name) ?? { name };
}

function readChapter(
  context: ReadingContext,
  tag: TagObject,
  operations: readonly OperationModel[],
  name: string,
): ChapterModel {
  const extension = tag["x-restanza"];
  const source = words(extension?.source);
  const known =
    source === undefined ? undefined : context.document["x-restanza"]?.sources?.[source];
  const title = words(extension?.title) ?? words(tag.summary) ?? tag.name;
  const description = words(tag.description);
  return {
    name,
    title,
    description,
    source,
    digest: known ?? digestOfChapter(title, description, operations),
    operations,
  };
}

/** Of what the chapter says, as canonical JSON: of each operation that is written once. */
function digestOfChapter(
  title: string,
  description: string | undefined,
  operations: readonly OperationModel[],
): string {
  const members = [
    ...(description === undefined ? [] : [`"description":${JSON.stringify(description)}`]),
    `"operations":[${operations.map((operation) => canonicalOperation(operation)).join(",")}]`,
    `"title":${JSON.stringify(title)}`,
  ];
  return digestOfJson(`{${members.join(",")}}`);
}

/** Another sample changes no code, and so no header of it. */
const canonicalOperation = rememberingOf(({ samples: _samples, ...rest }: OperationModel) =>
  canonicalJson(rest),
);

/**
 * `images.inc` is `images`; where that is taken, with the folder in its source or tag: `v2-images`.
 * What is called like one of our own files, `index.rst`, is called by its title.
 */
function fileName({ name: tag, "x-restanza": extension }: TagObject, names: Names): string {
  const path = words(extension?.source)?.replace(/\.(?:inc|rst|txt|md)$/i, "");
  const stem = fileWords(path?.split("/").at(-1) ?? tag) || untagged;
  const whole = [path ?? "", tag].map(fileWords).filter((name) => name.endsWith(`-${stem}`));
  const title = words(extension?.title) ?? tag;
  const telling = ownFiles.includes(stem) && title !== tag ? fileWords(withoutApi(title)) : "";
  const free = [stem, ...whole, telling].find((name) => name !== "" && !names.has(name));
  return names.take(free ?? stem, "-");
}

function readOperations(context: Context): readonly Found[] {
  const { document } = context;
  const ids = new Names();
  const frame = frameOf(context);
  return itemsOf(document).flatMap(({ path, item }) => {
    const names = takenNames(item, path, ids);
    const reached = reachedFrom(item, document);
    const causes = [frame, path, ...names.flat(), ...reached.keys(), ...reached.values()];
    return known.of(item, causes, () => readItem(context, path, item, names));
  });
}

interface PlacedItem {
  readonly path: string;
  readonly item: PathItemObject;
}

function itemsOf(document: OpenApiDocument): readonly PlacedItem[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, value]) => {
    const item = resolved<PathItemObject>(document, value);
    return item === undefined ? [] : [{ path, item }];
  });
}

/** What the operations of each method are called. */
function takenNames(item: PathItemObject, path: string, ids: Names): readonly string[][] {
  return operationsOf(item).map(([method, operation]) =>
    namesOf(operation, path, method).map((name) => ids.take(name, "")),
  );
}

function readItem(
  context: Context,
  path: string,
  item: PathItemObject,
  names: readonly (readonly string[])[],
): readonly Found[] {
  return operationsOf(item).flatMap(([method, operation], index) =>
    readOperation(context, path, method, item, operation, names[index] ?? []),
  );
}

/** What was read of a path item. */
const known = new RememberedBy<readonly Found[]>();

/** What all operations are read with: the document without its paths, its schemas and its chapters. */
function frameOf({ document, microversions, credential }: Context): string {
  const { paths: _paths, webhooks: _webhooks, tags: _tags, ...rest } = document;
  const { schemas: _schemas, ...components } = document.components ?? {};
  const { sources: _sources, ...extension } = document["x-restanza"] ?? {};
  const isOurs = document["x-restanza"] !== undefined;
  return JSON.stringify([
    { ...rest, components, "x-restanza": extension },
    isOurs,
    microversions,
    credential,
  ]);
}

/** What the operations of a method want to be called. */
function namesOf(operation: OperationObject, path: string, method: string): readonly string[] {
  const documented = operation["x-restanza"]?.operations ?? [];
  const ids = documented.length === 0 ? [operation.operationId] : documented;
  return ids.map((one) =>
    operationName(typeof one === "object" ? one.operationId : one, method, path),
  );
}

/** One operation of the document: as many as the docs have, when they share method and path. */
function readOperation(
  context: Context,
  path: string,
  method: string,
  item: PathItemObject,
  operation: OperationObject,
  ids: readonly string[],
): readonly Found[] {
  const extension = operation["x-restanza"];
  const shared = "parameters" in item && Array.isArray(item.parameters) ? item.parameters : [];
  const lists = [operation.parameters, shared];
  const place = { method: method.toUpperCase(), path };
  const { document, credential } = context;
  const anonymous = credential !== undefined && !takesCredential(document, operation, credential);
  const ofCaller = callerVariable(serviceOf(document), path);
  const own = {
    ...(anonymous && ({ anonymous } as const)),
    ...(ofCaller !== undefined && { ofCaller }),
  };
  const documented = extension?.operations ?? [];
  if (documented.length === 0) {
    const [operationId = method] = ids;
    const tag = operation.tags?.[0] ?? untagged;
    return [
      {
        tag,
        operation: {
          operationId,
          title: words(operation.summary) ?? operationId,
          description: words(operation.description),
          deprecated: operation.deprecated === true,
          source: extension?.source,
          ...place,
          bounds: operationBounds(context, item, operation),
          action: operation["x-openstack"]?.["action-name"],
          sharing: 1,
          ...own,
          body: readBody(context, operation.requestBody),
          ...readAnswers(
            context,
            extension?.fields,
            operation,
            readParameters(context, path, lists),
          ),
        },
      },
    ];
  }
  return documented.map((one, index) => ({
    tag: one.tag,
    operation: {
      operationId: ids[index] ?? method,
      title: words(one.summary) ?? one.operationId,
      description: words(one.description),
      deprecated: one.deprecated === true,
      source: one.source,
      ...place,
      bounds: operationBounds(context, item, one),
      action: one["x-openstack"]?.["action-name"],
      sharing: documented.length,
      ...own,
      body: readBody(context, one.requestBody),
      ...readAnswers(
        context,
        one.fields,
        one,
        readParameters(context, path, lists, one.parameters),
      ),
    },
  }));
}

/** Parameters and answers, and how the former choose from the latter. */
function readAnswers(
  context: ReadingContext,
  fields: unknown,
  operation: Pick<OperationObject, "responses" | "requestBody">,
  parameters: OperationModel["parameters"],
): Pick<OperationModel, "parameters" | "responses" | "fields" | "samples"> {
  const { responses: written } = operation;
  const responses = readResponses(context, written);
  const chosen = readFields(context.document, fields, parameters, responses);
  const samples = readSamples(context, operation);
  return { parameters, responses, fields: chosen, samples };
}

/** The id in camel case; without one, method and path: `GET /images/{id}` is `getImagesById`. */
function operationName(id: string | undefined, method: string, path: string): string {
  const said = words(id);
  if (said !== undefined && /^[a-z][A-Za-z\d]*$/.test(said)) return said;
  const fromPath = path.replace(/\{/g, " by ").replace(/\}/g, " ");
  const name = camelWords(said ?? "") || camelWords(`${method.toLowerCase()} ${fromPath}`);
  return /^\d/.test(name) ? `${method.toLowerCase()}${name}` : name || method.toLowerCase();
}
