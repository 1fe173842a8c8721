import { singular } from "../../../english/number.js";
import type { SchemaObject } from "../../../openapi/document.js";
import type { ApiModel, OperationModel } from "../../../openapi/model.js";
import { bodyKindOf } from "../../bodies.js";
import { kebabCase } from "../../naming.js";
import type { Text } from "../../text.js";
import { code, literal } from "../../text.js";
import { referred } from "../json.js";

type Schemas = Readonly<Record<string, SchemaObject>>;

/** The module beside the runtime that goes over pages, and what it exports. */
export const pagesFile = "pages";
export const pagesValue = "pages";
export const pagesTypes = ["ItemOf", "Listing"];

/** The module that finds one of a list, and what it exports. */
export const findFile = "find";
export const findValue = "find";
export const findTypes = ["Sought"];

/** Where the answer of an operation has its list, and how the next page is asked for. */
export interface ListModel {
  /** The member that holds the list; empty where the list is the body. */
  readonly items: string;
  /** The member of an item that stands for it as `marker`; empty where the item does itself. */
  readonly marker?: string;
  /** `offset` counts items. */
  readonly offset?: true;
}

/** Whether any operation lists something: then what goes over pages is part of the output. */
export function hasLists({ chapters, schemas }: ApiModel): boolean {
  return chapters.some(({ operations }) =>
    operations.some((operation) => listOf(operation, schemas) !== undefined),
  );
}

/**
 * The list that a GET answers with: a body that is one, or the one member of the body that is one,
 * apart from those that lead to other pages (API SIG, "Pagination, Filtering, and Sorting"). Beside
 * other members, or other lists, it is the one that path or operation are named after.
 */
export function listOf(operation: OperationModel, schemas: Schemas): ListModel | undefined {
  if (operation.method !== "GET") return undefined;
  const schema = answeredSchema(operation);
  if (schema === undefined) return undefined;
  const item = itemOf(schema, schemas);
  if (item !== undefined) return { items: "", ...nextOf(operation, item, [], schemas) };
  const members = Object.entries(membersOf(schema, schemas));
  const others = members.filter(([name]) => !tellsOfPages.test(name));
  const lists = others.flatMap(([name, value]) => {
    const listed = itemOf(value, schemas);
    return listed === undefined ? [] : [{ name, listed }];
  });
  const named = lists.filter(({ name }) => isNamedAfter(operation, name));
  const exactly = named.filter(({ name }) => lastWord(operation) === kebabCase(name));
  const [list] = [others.length === 1 ? lists : [], named, exactly].find(isOne) ?? [];
  if (list === undefined) return undefined;
  const names = members.map(([name]) => name);
  return { items: list.name, ...nextOf(operation, list.listed, names, schemas) };
}

/** What an operation answers with in JSON, where it does what was asked. */
export function answeredSchema(operation: OperationModel): SchemaObject | undefined {
  return operation.responses.find(
    (response) => response.ok && bodyKindOf(operation, response) === "json",
  )?.body?.schema;
}

/** The members of the runtime's `Media` for a list. */
export function listMembers(operation: OperationModel, schemas: Schemas): readonly Text<"code">[] {
  const { items, marker, offset } = listOf(operation, schemas) ?? {};
  return [
    ...(items === undefined ? [] : [code`items: ${literal(items)}`]),
    ...(marker === undefined ? [] : [code`marker: ${literal(marker)}`]),
    ...(offset === undefined ? [] : [code`offset: true`]),
  ];
}

/** Members that say where other pages are, and how much there is. */
const tellsOfPages =
  /(?:^|_)links$|^(?:first|last|next|prev|previous|self|schema|limit|marker|offset|count|total|total_count)$/;

/** Of those the ones that lead to the next page. */
const leadsOn = /(?:^|_)links$|^next$/;

/** `GET /share-groups`, and `listShareTypes` at `GET /types`. */
function isNamedAfter(operation: OperationModel, name: string): boolean {
  const word = bare(name);
  return bare(lastWord(operation)) === word || bare(operation.operationId).endsWith(`-${word}`);
}

/** The last segment of the path that is no variable. */
function lastWord({ path }: OperationModel): string {
  const segments = path.split("/").filter((segment) => segment !== "" && !/[{}]/.test(segment));
  return kebabCase(segments.at(-1) ?? "");
}

function isOne(lists: readonly unknown[]): boolean {
  return lists.length === 1;
}

function bare(name: string): string {
  return singular(kebabCase(name));
}

/** How the page behind is asked for, where no link of the answer is documented. */
function nextOf(
  { parameters }: OperationModel,
  item: SchemaObject,
  members: readonly string[],
  schemas: Schemas,
): Pick<ListModel, "marker" | "offset"> {
  if (members.some((name) => leadsOn.test(name))) return {};
  const queries = parameters.filter((parameter) => parameter.in === "query");
  const marker = queries.find(({ name }) => name === "marker");
  const source = marker && markerOf(item, marker.description ?? "", schemas);
  if (source !== undefined) return { marker: source };
  return queries.some(({ name }) => name === "offset") ? { offset: true } : {};
}

/**
 * The member that `marker` takes: the one that its words name, in quotes or without (`request_id`,
 * "the UUID of the last-seen item"), else the first of the usual ones.
 */
function markerOf(item: SchemaObject, words: string, schemas: Schemas): string | undefined {
  const members = membersOf(item, schemas);
  const names = Object.keys(members);
  const [name, ...others] = names;
  if (name === undefined) return item.properties === undefined && isText(item) ? "" : undefined;
  const inner = members[name] ?? {};
  if (others.length === 0 && Object.keys(membersOf(inner, schemas)).length > 0)
    return markerOf(inner, words, schemas);
  const quoted = [...words.matchAll(/(?<!`)`+\s*([\w:.-]+)\s*`+/g)].map(([, one = ""]) => one);
  const said = new Set(words.toLowerCase().match(/[\w-]+/g));
  const usual = ["uuid", "id", "name"];
  return [
    ...quoted.filter((one) => names.includes(one)),
    ...[...usual, ...names].filter((one) => names.includes(one) && said.has(one)),
    ...["id", "uuid", "name"].filter((one) => names.includes(one)),
  ][0];
}

function isText({ type }: SchemaObject): boolean {
  return [type].flat().includes("string");
}

/** What a list holds; undefined for all else. */
function itemOf(schema: SchemaObject, schemas: Schemas, depth = 0): SchemaObject | undefined {
  const { $ref, items, type, anyOf, oneOf, allOf } = schema;
  if (items !== undefined || [type].flat().includes("array")) return items ?? {};
  if (depth > 8) return undefined;
  const inner = [referred($ref, schemas), anyOf, oneOf, allOf].flat();
  for (const one of inner) {
    const item = one && itemOf(one, schemas, depth + 1);
    if (item !== undefined) return item;
  }
  return undefined;
}

/** The members that an object may have, of whatever branch. */
export function membersOf(
  schema: SchemaObject,
  schemas: Schemas,
  depth = 0,
): Readonly<Record<string, SchemaObject>> {
  if (depth > 8) return {};
  const { $ref, properties, anyOf = [], oneOf = [], allOf = [] } = schema;
  const target = referred($ref, schemas);
  const branches = [...(target === undefined ? [] : [target]), ...anyOf, ...oneOf, ...allOf];
  const inner = branches.map((branch) => membersOf(branch, schemas, depth + 1));
  return Object.assign({}, ...inner, properties) as Record<string, SchemaObject>;
}
