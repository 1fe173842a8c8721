import type { Text } from "../text.js";
import { code, join, literal, memberName } from "../text.js";

/**
 * Lays code out as oxfmt would: on one line where it fits into the width, else one part a line.
 */
export type Piece = Text<"comment" | "literal" | "identifier" | "code">;

const width = 100;

/** `import type { A, B } from "./x.js";`, sorted; empty without names. */
export function importLine(
  names: readonly Text<"identifier" | "code">[],
  from: string,
  kind: "type" | "value",
): Text<"code"> {
  if (names.length === 0) return code``;
  const sorted = [...new Set(names)].sort();
  const word = kind === "type" ? code`import type` : code`import`;
  const line = code`${word} { ${join(sorted, ", ")} } from ${literal(from)};`;
  if (line.length <= width) return line;
  const lines = join(
    sorted.map((name) => code`  ${name},\n`),
    "",
  );
  return code`${word} {\n${lines}} from ${literal(from)};`;
}

/** `export type { A, B };`, in the order given; empty without names. */
export function exportTypes(names: readonly Text<"identifier">[]): Text<"code"> {
  if (names.length === 0) return code``;
  const line = code`export type { ${join(names, ", ")} };`;
  if (line.length <= width) return line;
  return code`export type {\n${join(
    names.map((name) => code`  ${name},\n`),
    "",
  )}};`;
}

/** Statements, a line each; those that say nothing are left out. */
export function lines(statements: readonly Text<"code">[]): Text<"code"> {
  return join(
    statements.filter((statement) => statement !== ""),
    "\n",
  );
}

/** `export type NAME<PARAMETERS> = A | B;` */
export function unionType(
  word: Text<"identifier">,
  members: readonly Wrapped[],
  parameters: Text<"code"> = code``,
): Text<"code"> {
  const name = code`${word}${parameters}`;
  const flat = members.map(flatten);
  const line = code`export type ${name} = ${join(flat, " | ")};`;
  if (line.length <= width) return line;
  const [only] = members;
  if (members.length === 1 && only !== undefined) {
    return code`export type ${name} = ${spread(only, 0, `export type ${name} = ;`.length)};`;
  }
  const lines = members.map((member, index) => {
    // Only the last one has the semicolon behind it.
    const after = index === members.length - 1 ? 1 : 0;
    return code`\n  | ${spread(member, 4, 4 + after)}`;
  });
  return code`export type ${name} =${join(lines, "")};`;
}

/** A type with arguments, which may have to be put on lines of their own. */
export interface Wrapped {
  readonly name: Text<"identifier"> | Text<"code">;
  readonly args: readonly (Wrapped | Union | Piece)[];
}

/** Types of which one is meant, in the arguments of another. */
export interface Union {
  readonly union: readonly Piece[];
}

function flatten(type: Wrapped | Union | Piece): Text<"code"> {
  if (typeof type === "string") return code`${type}`;
  if ("union" in type) return join(type.union, " | ");
  if (type.args.length === 0) return code`${type.name}`;
  return code`${type.name}<${join(type.args.map(flatten), ", ")}>`;
}

/** `column`: how much stands before and behind it; `indent`: where its closing bracket stands. */
function spread(type: Wrapped | Union | Piece, indent: number, column: number): Text<"code"> {
  const flat = flatten(type);
  if (typeof type === "string" || column + flat.length <= width) return flat;
  if ("union" in type) return code`| ${join(type.union, `\n${spaces(indent)}| `)}`;
  if (type.args.length === 0) return flat;
  const pad = spaces(indent + 2);
  const args = type.args.map((arg) => code`${pad}${spread(arg, indent + 2, indent + 3)}`);
  return code`${type.name}<\n${join(args, ",\n")}\n${spaces(indent)}>`;
}

/** A value to print: code as it stands, an object, a list, or what a function makes of one. */
export type Value = Piece | Items | Entries | Called;
export interface Called {
  readonly call: Text<"code">;
  readonly argument: Value;
}
export interface Items {
  readonly items: readonly Value[];
}
export interface Entries {
  readonly members: readonly (readonly [key: Text<"literal"> | Text<"code">, value: Value])[];
}

/** Members of an object by name; those without a value are left out. */
export function object(members: Readonly<Record<string, Value | undefined>>): Entries {
  return {
    members: Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[memberName(name), value] as const],
    ),
  };
}

/** `column`: how much stands before it on its line and behind it; lists and objects may break. */
export function printValue(value: Value, indent: number, column: number): Text<"code"> {
  const flat = flatValue(value);
  if (typeof value === "string" || column + flat.length <= width) return flat;
  const pad = spaces(indent + 2);
  // What is too long inside its brackets opens there.
  if ("call" in value)
    return code`${value.call}(${printValue(value.argument, indent, column + value.call.length + 2)})`;
  if ("members" in value) {
    const lines = value.members.map(([key, each]) => {
      if (isShort(key, each)) return code`${pad}${key},\n`;
      const printed = printValue(each, indent + 2, indent + 2 + key.length + 3);
      return code`${pad}${key}: ${printed},\n`;
    });
    return code`{\n${join(lines, "")}${spaces(indent)}}`;
  }
  const lines = value.items.map(
    (each) => code`${pad}${printValue(each, indent + 2, indent + 3)},\n`,
  );
  return code`[\n${join(lines, "")}${spaces(indent)}]`;
}

/** `{ message }`, as people write it. */
function isShort(key: Text<"literal"> | Text<"code">, value: Value): boolean {
  return typeof value === "string" && `${key}` === `${value}`;
}

function flatValue(value: Value): Text<"code"> {
  if (typeof value === "string") return code`${value}`;
  if ("members" in value) {
    if (value.members.length === 0) return code`{}`;
    const members = value.members.map(([key, each]) =>
      isShort(key, each) ? code`${key}` : code`${key}: ${flatValue(each)}`,
    );
    return code`{ ${join(members, ", ")} }`;
  }
  if ("call" in value) return code`${value.call}(${flatValue(value.argument)})`;
  return code`[${join(value.items.map(flatValue), ", ")}]`;
}

function spaces(count: number): Text<"code"> {
  return join(
    Array.from({ length: count }, () => code` `),
    "",
  );
}

/** `  name(a: A, b: B): C;` as a member of an interface. */
export function method(
  name: Text<"identifier">,
  parameters: readonly Text<"code">[],
  result: Text<"code">,
): Text<"code"> {
  const line = code`  ${name}(${join(parameters, ", ")}): ${result};`;
  if (line.length <= width) return line;
  const lines = parameters.map((parameter) => code`    ${parameter},\n`);
  return code`  ${name}(\n${join(lines, "")}  ): ${result};`;
}

/** `export function name(a: A, b: B): C {` */
export function functionHead(
  name: Text<"identifier">,
  parameters: readonly Text<"code">[],
  result: Text<"identifier">,
): Text<"code"> {
  const line = code`export function ${name}(${join(parameters, ", ")}): ${result} {`;
  if (line.length <= width) return line;
  const lines = parameters.map((parameter) => code`  ${parameter},\n`);
  return code`export function ${name}(\n${join(lines, "")}): ${result} {`;
}
