// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Files in YAML as openstacksdk reads them, with the package `yaml` in place of PyYAML.
 *
 * @module
 */
import { ConfigError } from "./config-error.js";
import { floatOf, integerOf, plainValue } from "./pyyaml.js";
import { isDict, textOfValue, type Dict, type Value } from "./python.js";

/** Reads one document. Errors have the name of the file and a line, and none of its words. */
export async function readYaml(text: string, name: string): Promise<Value> {
  const yaml = await yamlPackage();
  const lineCounter = new yaml.LineCounter();
  const lineOf = (offset: number): string => `${name}:${lineCounter.linePos(offset).line}`;
  const document = yaml.parseDocument(text, {
    schema: "failsafe",
    version: "1.1",
    // Of a key that is there twice PyYAML takes the last.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter,
  });
  const [error] = document.errors;
  if (error !== undefined)
    throw new ConfigError(`${lineOf(error.pos[0])} is not YAML: ${error.code}`);
  // What has several names is read once: a small file could stand for a very large one.
  const known = new Map<Node, Value>();
  const open = new Set<Node>();
  const valueOf = (node: Node | null): Value => {
    if (node === null) return null;
    const before = known.get(node);
    if (before !== undefined) return before;
    const place = lineOf(node.range?.[0] ?? 0);
    if (open.has(node)) throw new ConfigError(`${place} has an alias of what it stands in`);
    open.add(node);
    const value = read(node, place);
    known.set(node, value);
    open.delete(node);
    return value;
  };
  const read = (node: Node, place: string): Value => {
    const { items = [] } = node;
    if (yaml.isAlias(node)) {
      const target = node.resolve?.(document);
      if (target === undefined) throw new ConfigError(`${place} has an alias of nothing`);
      return valueOf(target);
    }
    if (yaml.isMap(node)) return mappingOf(items as readonly Pair[], valueOf, place);
    if (yaml.isSeq(node)) return items.map((item) => valueOf(item as Node | null));
    return scalarOf(node, place);
  };
  return valueOf(document.contents);
}

/** A value as written, or as its tag wants it. */
function scalarOf({ type, tag, value }: Node, place: string): Value {
  const words = String(value ?? "");
  if (tag === undefined) return type === "PLAIN" ? plainValue(words) : words;
  const kind = tag.replace("tag:yaml.org,2002:", "");
  if (kind === "str" || kind === "!") return words;
  if (kind === "int") return integerOf(words);
  if (kind === "float") return floatOf(words);
  if (kind === "bool" || kind === "null") return plainValue(words);
  throw new ConfigError(`${place} has a tag that says nothing here`);
}

/** `<<` takes the members of others, which lose against its own (YAML 1.1, "Merge Key"). */
function mappingOf(
  pairs: readonly Pair[],
  valueOf: (node: Node | null) => Value,
  place: string,
): Dict {
  const merged: (readonly [string, Value])[] = [];
  const own: (readonly [string, Value])[] = [];
  for (const { key, value } of pairs) {
    if (key?.type !== "PLAIN" || key.value !== "<<") {
      own.push([textOfValue(valueOf(key)), valueOf(value)]);
      continue;
    }
    for (const one of [valueOf(value)].flat().reverse()) {
      if (!isDict(one)) throw new ConfigError(`${place} merges what is no mapping`);
      merged.push(...one);
    }
  }
  return new Map([...merged, ...own]);
}

/** What is used of the nodes of `yaml`; the package need not be there to compile this. */
interface Node {
  readonly range?: readonly number[] | null;
  readonly tag?: string;
  readonly type?: string;
  readonly value?: unknown;
  readonly items?: readonly unknown[];
  resolve?(document: unknown): Node | undefined;
}

interface Pair {
  readonly key: Node | null;
  readonly value: Node | null;
}

interface YamlPackage {
  parseDocument(text: string, options: object): YamlDocument;
  isAlias(node: Node): boolean;
  isMap(node: Node): boolean;
  isSeq(node: Node): boolean;
  LineCounter: new () => { linePos(offset: number): { readonly line: number } };
}

interface YamlDocument {
  readonly contents: Node | null;
  readonly errors: readonly { readonly code: string; readonly pos: readonly [number, number] }[];
}

/** By a name that compilers and bundlers do not follow: who has no file does without it. */
async function yamlPackage(): Promise<YamlPackage> {
  const name = "yaml";
  try {
    return (await import(name)) as YamlPackage;
  } catch {
    throw new ConfigError("reading YAML takes the package `yaml`: npm install yaml");
  }
}
