import { literal } from "../text.js";
import type { Collected, Entry } from "./collect.js";
import type { Circles } from "./circles.js";
import { isAlias } from "./circles.js";
import { memberWords, schemaWords } from "./docs.js";
import { comment, type Doc, group, indent, layOut, lineBreak, width } from "../layout/doc.js";
import { typeArguments } from "../layout/lists.js";
import type { EntryNames, Referred, Stand } from "./names.js";
import { printMember, printMembers, printType, type Printing } from "./print.js";
import type { Variation } from "./shapes.js";
import type { Member, ObjectTree, Tree } from "./tree.js";

/** All that is known of the entries of one model. */
export interface Knowledge extends Collected {
  readonly variations: ReadonlyMap<string, Variation>;
  readonly shapeNames: ReadonlyMap<string, EntryNames>;
  readonly circles: Circles;
  /** The type of an entry over all versions, and from a point on. */
  readonly wide: (entry: Entry) => Tree;
  readonly shape: (entry: Entry, point: string) => Tree;
  readonly refer: (key: string, stand: Stand) => Referred;
}

/** How types of an entry are written for whom they stand. */
export function printingFor(known: Knowledge, key: string, stand: Stand): Printing {
  return {
    refer: (component) => known.refer(component, stand).text,
    words: wordsOf,
    expanded: known.circles.expanded.has(key),
  };
}

export function wordsOf({ schema }: Member): string {
  return schema === undefined ? "" : memberWords(schema);
}

/** The declarations of an entry, in the order in which they are read. */
export function declare(known: Knowledge, entry: Entry): readonly string[] {
  const variation = known.variations.get(entry.key);
  const names = known.shapeNames.get(entry.key);
  if (variation === undefined || names === undefined) return [];
  const tree = known.wide(entry);
  if (variation.kind === "shaped") return declareShapes(known, entry, variation, names, tree);
  const holder = variation.kind === "holder";
  const printing = printingFor(known, entry.key, holder ? { kind: "V" } : { kind: "wide" });
  // What varied may be lost in a type that takes anything: then the parameter is there in name only.
  const used = holder && /<V>/.test(layOut(printType(tree, { ...printing, words: () => "" })));
  const parameters = holder ? `<${used ? "V" : "_V"} extends string = string>` : "";
  const words = schemaWords(entry.schema);
  const added = entry.view && extensionOf(tree, printing);
  if (added === undefined)
    return [declaration(words, `${names.wide}${parameters}`, tree, printing)];
  return [interfaceOf(words, `export interface ${names.wide}`, added.from, added.own, printing)];
}

/** `export interface …` for what has members, `export type … =` for the rest. */
function declaration(
  words: string,
  head: string,
  tree: Tree,
  printing: Printing,
  parent?: string,
): string {
  if (tree.kind === "object" && !isAlias(tree)) {
    return interfaceOf(words, `export interface ${head}`, parent, tree, printing);
  }
  return aliasOf(words, head, printType(tree, printing));
}

/** What the interface of a view extends, and what it adds; with a type parameter it is an alias. */
function extensionOf(
  tree: Tree,
  printing: Printing,
): { readonly from: Doc; readonly own: ObjectTree } | undefined {
  const [first, second, ...more] = tree.kind === "intersection" ? tree.of : [];
  if (first === undefined || second?.kind !== "object" || more.length > 0) return undefined;
  if (second.members.length === 0 || second.index !== undefined) return undefined;
  const from = printType(first, printing);
  return layOut(from).includes("<V>") ? undefined : { from, own: second };
}

function interfaceOf(
  words: string,
  head: string,
  parent: Doc | undefined,
  tree: ObjectTree,
  printing: Printing,
): string {
  const empty = tree.members.length === 0 && tree.index === undefined;
  const body: Doc = empty
    ? "}"
    : [indent([lineBreak, printMembers(tree, printing)]), lineBreak, "}"];
  const start = words === "" ? "" : comment(words);
  if (parent === undefined) return layOut([start, broken(`${head} {`), body]);
  if (typeof parent === "string")
    return layOut([start, broken(`${head} extends ${parent} {`), body]);
  return layOut([start, group([`${head} extends `, parent, " {"]), body]);
}

/** The type moves to a line of its own where not even its first words fit behind the name. */
function aliasOf(words: string, head: string, type: Doc): string {
  const start = words === "" ? "" : comment(words);
  const left = broken(`export type ${head} =`);
  const text = layOut([start, left, " ", type, ";"]);
  const first = layOut([left, " ", type, ";"]).slice(left.lastIndexOf("\n") + 1);
  return (first.split("\n", 1)[0] ?? "").length <= width
    ? text
    : layOut([start, left, indent([lineBreak, type]), ";"]);
}

/** A head that is too long has its type parameter on a line of its own. */
function broken(head: string): string {
  return head.length <= width ? head : head.replace(/<(_?V extends [^<>]*)>/, "<\n  $1,\n>");
}

/** One member as it is written, to compare: equal text is an equal member. */
interface Written {
  readonly member: Member;
  readonly text: string;
  readonly words: string;
}

function declareShapes(
  known: Knowledge,
  entry: Entry,
  variation: Variation,
  names: EntryNames,
  wide: Tree,
): readonly string[] {
  const shapes = variation.points.map((point) => ({
    point,
    tree: known.shape(entry, point),
    name: names.shapes.get(point) ?? names.wide,
    printing: printingFor(known, entry.key, { kind: "at", version: point }),
  }));
  const printing = printingFor(known, entry.key, { kind: "wide" });
  const words = schemaWords(entry.schema);
  const out: string[] = [];
  const plain = [wide, ...shapes.map(({ tree }) => tree)].every(isPlainObject);
  const base = plain ? baseMembers(known, entry, wide, shapes) : [];
  const isBase = (member: Member) => base.some((one) => one.member.name === member.name);
  const baseName = base.length > 0 ? names.base : undefined;
  if (baseName !== undefined) {
    const tree: ObjectTree = { ...emptyTree, members: base.map(({ member }) => member) };
    out.push(interfaceOf("", `interface ${baseName}`, undefined, tree, printing));
  }
  const own = (tree: Tree): Tree =>
    tree.kind === "object" && baseName !== undefined
      ? { ...tree, index: undefined, members: tree.members.filter((member) => !isBase(member)) }
      : tree;
  const about = [words, "Over all microversions."].filter((part) => part !== "").join("\n\n");
  out.push(
    baseName === undefined
      ? declaration(about, names.wide, wide, printing)
      : interfaceOf(
          about,
          `export interface ${names.wide}`,
          baseName,
          objectOf(own(wide)),
          printing,
        ),
  );
  const written: { readonly name: string; readonly members: readonly Written[] }[] = [];
  for (const { point, tree, name, printing: at } of shapes) {
    const before = written.at(-1);
    const members = plain ? write(objectOf(tree), at) : [];
    written.push({ name, members });
    if (isNothing(entry, tree)) continue;
    const since = `{@link ${names.wide}} since ${point}${plain ? changes(before?.members, members) : ""}.`;
    const left = own(tree);
    if (!plain || isAlias(tree)) {
      out.push(declaration(since, name, tree, at));
      continue;
    }
    const parent = parentOf(written.slice(0, -1), members, base);
    if (parent === undefined) {
      out.push(interfaceOf(since, `export interface ${name}`, baseName, objectOf(left), at));
      continue;
    }
    const has = new Set(parent.members.map((one) => one.member.name));
    const added = objectOf(tree).members.filter((member) => !has.has(member.name));
    out.push(
      interfaceOf(
        since,
        `export interface ${name}`,
        parent.name,
        { ...emptyTree, members: added },
        at,
      ),
    );
  }
  out.push(chooser(entry, names, shapes));
  return out;
}

/** `export type ServiceAt<V extends string> = At<V, Service, { "2.1": Service_2_1; … }>;` */
function chooser(
  entry: Entry,
  names: EntryNames,
  shapes: readonly { readonly point: string; readonly tree: Tree; readonly name: string }[],
): string {
  const rows = shapes.map(
    ({ point, tree, name }) => `${literal(point)}: ${isNothing(entry, tree) ? "undefined" : name};`,
  );
  const nothing = shapes.some(({ tree }) => isNothing(entry, tree));
  const table: Doc = ["{", indent(rows.map((row) => [lineBreak, row])), lineBreak, "}"];
  const wide = nothing ? `${names.wide} | undefined` : names.wide;
  const words = `{@link ${names.wide}} at microversion \`V\`.`;
  const type = ["At", typeArguments<string>(["V", wide, table])];
  return aliasOf(words, `${names.at}<V extends string>`, type);
}

const emptyTree: ObjectTree = { kind: "object", members: [], index: undefined };

/** A response that has no member at some version has no body there. */
function isNothing(entry: Entry, tree: Tree): boolean {
  return entry.answer && tree.kind === "object" && tree.members.length === 0;
}

function objectOf(tree: Tree): ObjectTree {
  return tree.kind === "object" ? tree : emptyTree;
}

/** Members and nothing else, or an object that has none at this version. */
function isPlainObject(tree: Tree): boolean {
  return tree.kind === "object" && (tree.index === undefined || tree.members.length === 0);
}

function write(tree: ObjectTree, printing: Printing): readonly Written[] {
  const silent = { ...printing, words: () => "" };
  return tree.members.map((member) => ({
    member,
    text: layOut(printMember(member, silent)),
    words: wordsOf(member),
  }));
}

/** What is the same over all versions and at each of them. */
function baseMembers(
  known: Knowledge,
  entry: Entry,
  wide: Tree,
  shapes: readonly { readonly tree: Tree; readonly printing: Printing }[],
): readonly Written[] {
  const all = shapes.map(({ tree, printing }) => {
    const members = write(objectOf(tree), printing);
    return new Map(members.map((one) => [one.member.name, one]));
  });
  return write(objectOf(wide), printingFor(known, entry.key, { kind: "wide" })).filter((one) =>
    all.every((shape) => isSame(shape.get(one.member.name), one)),
  );
}

function isSame(a: Written | undefined, b: Written): boolean {
  return a !== undefined && a.text === b.text && a.words === b.words;
}

/** The nearest earlier shape that this one only adds to, if that is more than the base. */
function parentOf<Shape extends { readonly members: readonly Written[] }>(
  earlier: readonly Shape[],
  members: readonly Written[],
  base: readonly Written[],
): Shape | undefined {
  const mine = new Map(members.map((one) => [one.member.name, one]));
  return earlier.findLast(
    (shape) =>
      shape.members.length > base.length &&
      shape.members.every((one) => isSame(mine.get(one.member.name), one)),
  );
}

/** What is new against the shape before: ": adds `a`; changes `id`". Many are not listed. */
function changes(before: readonly Written[] | undefined, now: readonly Written[]): string {
  if (before === undefined) return "";
  const old = new Map(before.map((one) => [one.member.name, one.text]));
  const names = new Set(now.map((one) => one.member.name));
  const list = (verb: string, members: readonly string[]) =>
    members.length === 0
      ? []
      : [
          `${verb} ${members.length > 4 ? `${members.length} members` : members.map((name) => `\`${name}\``).join(", ")}`,
        ];
  const parts = [
    ...list(
      "adds",
      now.map((one) => one.member.name).filter((name) => !old.has(name)),
    ),
    ...list(
      "drops",
      [...old.keys()].filter((name) => !names.has(name)),
    ),
    ...list(
      "changes",
      now
        .filter((one) => old.has(one.member.name) && old.get(one.member.name) !== one.text)
        .map((one) => one.member.name),
    ),
  ];
  return parts.length === 0 ? "" : `: ${parts.join("; ")}`;
}

/** Members of parameters that are written inline, as whole lines. */
export function memberLines(tree: Tree, printing: Printing, spaces: number): string {
  const object = objectOf(tree);
  if (object.members.length === 0) return "";
  return `${" ".repeat(spaces)}${layOut(printMembers({ ...object, index: undefined }, printing), spaces)}\n`;
}
