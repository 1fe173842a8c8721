// What the types of one service are called, in figures: from its openapi.json and its types.ts.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { singularize } from "inflection";
import { readDeclarations } from "./declarations.mjs";
import { globalTypes } from "../../generator/openapi/components/global-types.ts";

/** The figures in the order of the table, each with its heading. */
export const figures = [
  ["items", "answers that give a resource"],
  ["same", "…whose type is the resource's"],
  ["fitting", "…that the resource's type takes"],
  ["derived", "…whose type is derived from it"],
  ["apart", "…that stand apart"],
  ["untold", "…and no finding says so"],
  ["doubled", "names that double words"],
  ["repeated", "names that repeat a word"],
  ["strangers", "fields typed by another operation's item"],
  ["long", "names over 40 characters"],
  ["globals", "names that hide a global"],
  ["types", "exported types"],
  ["withVersions", "…and with those of single versions"],
];

/** Members beside what an answer is about: pages, links, counts. */
const beside =
  /^(?:next|prev|previous|first|last|marker|limit|offset|page|count|total|size|links)(?:_|$)|_(?:links|count|total)$/i;

const wordsOf = (name) => name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|\d+/g) ?? [];
const pascal = (operationId) => operationId.charAt(0).toUpperCase() + operationId.slice(1);

/** The figures of an output folder, and the names behind them. */
export function measure(folder) {
  const document = JSON.parse(readFileSync(join(folder, "openapi.json"), "utf8"));
  const text = readFileSync(join(folder, "types.ts"), "utf8");
  const { declared, exports } = readDeclarations(text);
  const names = exports.filter((name) => !declared.get(name).ofVersion);
  const operations = operationsOf(document);
  const here = { declared, document };
  const items = itemsOf(operations, here);
  const apart = items.filter(({ kind }) => kind === "apart");
  const untold = untoldOf(apart, findingsIn(folder));
  const found = {
    doubled: names.filter(doubles),
    repeated: names.filter(repeats),
    strangers: strangersIn(here, operations),
    long: names.filter((name) => name.length > 40),
    globals: names.filter((name) => globalTypes.has(name)),
    apart: apart.map(({ words }) => words),
    untold: untold?.map(({ words }) => words),
    misfits: items.filter(({ fits }) => !fits).map(({ words }) => words),
    derived: items.filter(({ kind }) => kind === "derived").map(({ words }) => words),
  };
  const count = (kind) => items.filter((item) => item.kind === kind).length;
  const counts = {
    items: items.length,
    same: count("same"),
    fitting: items.filter(({ fits }) => fits).length,
    derived: count("derived"),
    apart: apart.length,
    untold: untold?.length,
    ...Object.fromEntries(
      ["doubled", "repeated", "strangers", "long", "globals"].map((key) => [
        key,
        found[key].length,
      ]),
    ),
    types: names.length,
    withVersions: exports.length,
  };
  return { counts, found, places: placesOf(operations, here) };
}

/** What `lint` says, if that was written beside the outputs. */
function findingsIn(folder) {
  const file = join(folder, "findings.json");
  if (!existsSync(file)) return undefined;
  const codes = new Set(["answer-apart-from-resource", "answer-contradicts-resource"]);
  return JSON.parse(readFileSync(file, "utf8")).findings.filter(({ code }) => codes.has(code));
}

/** Answers that stand apart, and no finding is about an operation that gives the same type. */
function untoldOf(apart, findings) {
  if (findings === undefined) return undefined;
  const isTold = ({ operation }) =>
    findings.some(
      (finding) =>
        finding.operation === operation.title || finding.message.includes(`"${operation.title}"`),
    );
  const told = new Set(apart.filter(isTold).map(({ type }) => type));
  return apart.filter(({ type }) => !told.has(type));
}

/** Every documented operation with the schemas of its bodies. */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    [...Object.entries(item), ...Object.entries(item["x-restanza-operations"] ?? {})].flatMap(
      ([method, operation]) =>
        operation?.responses === undefined
          ? []
          : (operation["x-restanza"]?.operations ?? [operation]).map((one) => ({
              id: one.operationId,
              title: one.summary,
              method: method.toUpperCase(),
              path,
              request: schemaIn(one.requestBody?.content),
              answers: Object.entries(one.responses)
                .filter(([status]) => /^[123]/.test(status))
                .flatMap(([, { content }]) => schemaIn(content) ?? []),
            })),
    ),
  );
}

function schemaIn(content) {
  return Object.values(content ?? {}).find(({ schema }) => schema !== undefined)?.schema;
}

/** What types.ts calls a body: its component, else the name made for it. */
function nameOf(schema, operation, suffix, { declared, document }) {
  const said = schema?.$ref?.split("/").at(-1);
  const component = declared.has(said)
    ? said
    : (document.components.schemas[said]?.["x-restanza"]?.resource ?? said);
  const wanted = component ?? `${pascal(operation.id)}${suffix}`;
  return [wanted, `${wanted}_`].find((name) => declared.has(name));
}

/** The answers that give a resource, each with how its type stands to that of the resource. */
function itemsOf(operations, here) {
  const { declared, document } = here;
  const given = operations.flatMap((operation) =>
    [...new Set(operation.answers)].flatMap((schema) => {
      const item = itemIn(schema, document);
      if (item === undefined) return [];
      const root = nameOf(schema, operation, "Response", here);
      const inside = (of, key) =>
        key === undefined
          ? of
          : membersWith(of, declared).find(({ name }) => name === key)?.names[0];
      const type = inside(inside(root, item.key), item.again);
      const version =
        /V(\d+)$/.exec(operation.id)?.[1] ?? /^\/v(\d+)/.exec(operation.path)?.[1] ?? "";
      // Without a wrapper only its place tells what an answer is.
      const word =
        item.key === undefined ? wordsOfPath(operation.path) : singularize(item.key).toLowerCase();
      const wide = plainName(type, declared);
      const marked = document.components.schemas[item.component]?.["x-restanza"]?.resource;
      return wide === undefined ? [] : [{ operation, type: wide, word, version, marked, ...item }];
    }),
  );
  const groups = groupBy(given, ({ word, version }) => `${version} ${word}`);
  return [...groups.values()].flatMap((group) => {
    const own = resourceIn(group, declared);
    return group.map(({ operation, type }) => {
      const fits = isA(type, own, declared);
      const kind = type === own ? "same" : isDerived(type, own, declared) ? "derived" : "apart";
      return { kind, fits, operation, type, words: `${operation.id}: ${type} (${own})` };
    });
  });
}

/** `Server` of `ServerAt`. */
const plainName = (name, declared) =>
  name?.endsWith("At") && declared.get(name).ofVersion ? name.slice(0, -2) : name;

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** What showing one gives, else what the document says is shown, else what most give or are derived from. */
function resourceIn(group, declared) {
  const shown = group.find(
    ({ operation, list }) => operation.method === "GET" && !list && /\}\/?$/.test(operation.path),
  );
  const marked = group.map((one) => one.marked).find((name) => declared.has(name));
  if (shown === undefined && marked !== undefined) return marked;
  // Where lists lack what showing one promises, its type is made of what all of them give.
  if (shown !== undefined) {
    const wide = plainName(declared.get(shown.type)?.from[0], declared);
    const isMade = shown.type === `Whole${wide}`;
    return isMade ? wide : shown.type;
  }
  const count = (own) =>
    group.filter(({ type }) => type === own || isDerived(type, own, declared)).length;
  return group.map(({ type }) => type).reduce((a, b) => (count(b) > count(a) ? b : a));
}

/** Whether the resource's type takes a type as it is. */
function isA(type, own, declared, seen = new Set()) {
  if (type === own) return true;
  if (type === undefined || seen.has(type)) return false;
  const { fits = [], of = [], members = [] } = declared.get(type) ?? {};
  return [...fits, ...(members.length === 0 ? of : [])].some((name) =>
    isA(plainName(name, declared), own, declared, new Set([...seen, type])),
  );
}

function isDerived(type, from, declared, seen = new Set()) {
  if (seen.has(type)) return false;
  const own = declared.get(type);
  const next = [...(own?.from ?? []), ...((own?.members.length ?? 0) === 0 ? (own?.of ?? []) : [])];
  return next.some(
    (name) => name === from || isDerived(name, from, declared, new Set([...seen, type])),
  );
}

/** The one member that an answer is about, where it holds an object or a list of objects. */
function itemIn(schema, document) {
  const body = resolved(schema, document);
  const members = Object.entries(body?.properties ?? {});
  const own = members.filter(([name]) => !beside.test(name));
  if (own.length === 1) {
    const [key, value] = own[0];
    const inside = resolved(value, document);
    const list = inside?.type === "array";
    const item = list ? resolved(inside.items, document) : inside;
    const component = nameIn(list ? inside.items : value);
    const [only, ...more] = Object.keys(item?.properties ?? {});
    const again = more.length === 0 && only !== undefined && singularize(key) === only;
    if (again && resolved(item.properties[only], document)?.properties !== undefined)
      return { key, list, again: only, component: nameIn(item.properties[only]) };
    if (item?.properties !== undefined) return { key, list, component };
  }
  return own.length > 1 && own.some(([name]) => /^(?:id|uuid|name)$/.test(name))
    ? { key: undefined, list: false, component: nameIn(schema) }
    : undefined;
}

const nameIn = (schema) => schema?.$ref?.split("/").at(-1);

function resolved(schema, document) {
  const name = nameIn(schema);
  return name === undefined ? schema : document.components.schemas[name];
}

const wordsOfPath = (path) =>
  path
    .split("/")
    .filter((word) => word !== "" && !/[{}]/.test(word))
    .join("/");

function membersWith(name, declared, seen = new Set()) {
  const own = declared.get(name);
  if (own === undefined || seen.has(name)) return [];
  const next = [...own.from, ...(own.members.length === 0 ? own.of : [])];
  const all = new Set([...seen, name]);
  return [...own.members, ...next.flatMap((one) => membersWith(one, declared, all))];
}

/** `CreateServerServer`: a run of words, and at once the same again. */
function doubles(name) {
  const words = wordsOf(name).map((word) => singularize(word.toLowerCase()));
  return words.some((_, start) =>
    [1, 2, 3, 4].some((length) => {
      const run = words.slice(start, start + length);
      const next = words.slice(start + length, start + 2 * length);
      return run.length === next.length && run.join(" ") === next.join(" ");
    }),
  );
}

function repeats(name) {
  const words = wordsOf(name).map((word) => singularize(word.toLowerCase()));
  return new Set(words).size < words.length;
}

/** Members whose type is called after an operation to which the type around them does not belong. */
function strangersIn(here, operations) {
  const { declared } = here;
  const ids = new Set(operations.map(({ id }) => pascal(id)));
  const ownerOf = (name) => {
    const words = wordsOf(name);
    // The word of an older version stands last, in the name of a type as in that of its operation.
    const [version = ""] = /V\d+$/.exec(name) ?? [];
    for (let length = words.length; length > 1; length -= 1) {
      const start = words.slice(0, length).join("");
      const owner = [`${start}${version}`, start].find((id) => ids.has(id));
      if (owner !== undefined) return owner;
    }
    return undefined;
  };
  const users = usersOf(here, operations);
  const found = [];
  for (const [name, { members, ofVersion }] of declared) {
    if (ofVersion || !users.has(name)) continue;
    for (const { name: member, names } of members)
      for (const type of names) {
        const owner = ownerOf(type);
        // Which operations have the type around: all of them, or the member is a stranger's there.
        if (owner === undefined || [...users.get(name)].every((id) => id === owner)) continue;
        found.push(`${name}.${member}: ${type}`);
      }
  }
  return found;
}

/** Which operations a declaration is reached from. */
function usersOf(here, operations) {
  const { declared } = here;
  const users = new Map();
  for (const operation of operations) {
    const visit = (name) => {
      const own = users.get(name) ?? new Set();
      if (own.has(pascal(operation.id))) return;
      users.set(name, own.add(pascal(operation.id)));
      const { from, of, members } = declared.get(name);
      for (const next of [...from, ...of, ...members.flatMap(({ names }) => names)]) visit(next);
    };
    for (const name of rootsOf(operation, here)) visit(name);
  }
  return users;
}

function rootsOf(operation, here) {
  return [
    nameOf(operation.request, operation, "Body", here),
    ...operation.answers.map((schema) => nameOf(schema, operation, "Response", here)),
  ].filter((name) => name !== undefined);
}

/**
 * `operation side path` → the name that stands there, for comparing two outputs. What an operation is
 * called may have changed: it is told by its method and path, and its number among those that share them.
 */
function placesOf(operations, here) {
  const { declared } = here;
  const places = new Map();
  const sharing = new Map();
  for (const operation of operations) {
    const call = `${operation.method} ${operation.path}`;
    sharing.set(call, (sharing.get(call) ?? 0) + 1);
    const key = `${call} ${sharing.get(call)}`;
    places.set(`${key} function`, operation.id);
    const visit = (name, place, depth) => {
      if (depth > 8) return;
      if (!places.has(place)) places.set(place, name);
      const { from, of, members } = declared.get(name);
      for (const next of [...from, ...of]) visit(next, `${place}`, depth + 1);
      for (const { name: member, names } of members)
        names.forEach((next, index) =>
          visit(next, `${place}.${member}${index === 0 ? "" : index}`, depth + 1),
        );
    };
    const request = nameOf(operation.request, operation, "Body", here);
    if (request !== undefined) visit(request, `${key} request`, 0);
    operation.answers.forEach((schema, index) => {
      const name = nameOf(schema, operation, "Response", here);
      if (name !== undefined) visit(name, `${key} answer ${index}`, 0);
    });
  }
  return places;
}
