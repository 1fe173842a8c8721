import type { Text } from "../text.js";
import { code, join } from "../text.js";

/**
 * Where lines break. Generated code is printed in its final form, the form that oxfmt (and Prettier,
 * whose rules these are) would give it, so that nobody has to format it.
 */
export const width = 100;

type Safe = Text<"identifier" | "literal" | "code" | "comment">;

/** `open` + items + `close` on one line after `before` columns, else an item per line. */
export function list(
  open: Safe,
  items: readonly Safe[],
  close: Safe,
  { before = 0, after = 0, indent = 0, spaced = false }: ListPlace = {},
): Text<"code"> {
  const space = spaced ? code` ` : code``;
  const flat = code`${open}${space}${join(items, ", ")}${space}${close}`;
  return before + flat.length + after <= width ? flat : broken(open, items, close, indent);
}

/** Where a list stands: columns before and after it on its line, the indent of its lines. */
export interface ListPlace {
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  /** Spaces inside the brackets, as braces have. */
  readonly spaced?: boolean;
}

function broken(open: Safe, items: readonly Safe[], close: Safe, indent: number): Text<"code"> {
  const pad = spaces(indent);
  const lines = items.map((item) => code`${pad}  ${item},\n`);
  return code`${open}\n${join(lines, "")}${pad}${close}`;
}

/**
 * A call with all arguments on one line; else the last one, if it is an object, opened on the line
 * of the others; else an argument per line. `before` are the columns in front of it.
 */
export function callExpression(
  name: Safe,
  args: readonly Safe[],
  object: readonly Safe[] | undefined,
  before: number,
  indent: number,
): Text<"code"> {
  const flatObject = object && code`{ ${join(object, ", ")} }`;
  const flat = code`${name}(${join([...args, ...(flatObject ? [flatObject] : [])], ", ")})`;
  if (before + flat.length + 1 <= width) return flat;
  if (object !== undefined) {
    const head = code`${name}(${join(args, ", ")}, {`;
    if (before + head.length <= width) return broken(head, object, code`})`, indent);
  }
  const wrapped = args.map((arg) => fill(arg, indent + 2));
  return broken(code`${name}(`, [...wrapped, ...(flatObject ? [flatObject] : [])], code`)`, indent);
}

/** An array of numbers that is too long for its line is filled, not broken item by item. */
function fill(arg: Safe, indent: number): Safe {
  if (!arg.startsWith("[") || indent + arg.length + 1 <= width) return arg;
  const lines: string[] = [];
  let line = spaces(indent + 2) as string;
  for (const item of arg.slice(1, -1).split(", ")) {
    const next = line.trim() === "" ? `${line}${item},` : `${line} ${item},`;
    if (next.length > width) {
      lines.push(line);
      line = `${spaces(indent + 2)}${item},`;
    } else line = next;
  }
  lines.push(line);
  return code`[\n${join(lines as Text<"code">[], "\n")}\n${spaces(indent)}]`;
}

/** A type with its arguments, `Success<200, ImageList>`, or one without. */
export interface Applied {
  readonly name: Safe;
  readonly args: readonly (Safe | Applied | Union)[];
}

/** A union as an argument, `200 | 404`. */
export interface Union {
  readonly union: readonly Safe[];
}

/** The type on one line. */
export function flatType(type: Safe | Applied | Union): Text<"code"> {
  if (typeof type === "string") return code`${type}`;
  if ("union" in type) return join(type.union, " | ");
  if (type.args.length === 0) return code`${type.name}`;
  return code`${type.name}<${join(type.args.map(flatType), ", ")}>`;
}

/**
 * The type from column `before`, with an argument per line where it does not fit; `after` columns
 * follow it, and its own lines are indented by `indent`.
 */
export function applied(
  type: Safe | Applied | Union,
  before: number,
  after: number,
  indent: number,
): Text<"code"> {
  const flat = flatType(type);
  if (typeof type === "string") return flat;
  if ("union" in type) {
    if (before + flat.length + after <= width) return flat;
    return join(
      type.union.map((member) => code`| ${member}`),
      `\n${spaces(indent)}`,
    );
  }
  if (type.args.length === 0) return flat;
  // A mere name as the only argument stays where it is.
  const [only] = type.args;
  const hugs = type.args.length === 1 && typeof only === "string" && /^\w+$/.test(only);
  if (hugs || before + flat.length + after <= width) return flat;
  const pad = spaces(indent);
  const args = type.args.map((arg, index) => {
    const comma = index < type.args.length - 1 ? 1 : 0;
    return code`${pad}  ${applied(arg, indent + 2, comma, indent + 2)}`;
  });
  return code`${type.name}<\n${join(args, ",\n")}\n${pad}>`;
}

/** A type parameter that only some types will do for: `V extends Base<A> = never`. */
export interface Constrained {
  /** `V`. */
  readonly name: Safe;
  readonly base: Applied;
  readonly otherwise: Safe;
}

/** What stands between the angle brackets of a declaration: nothing, one parameter, or several. */
export type TypeParameters = Safe | Constrained | readonly (Safe | Constrained)[] | undefined;

/** The parameters with their brackets on one line, and with a line for each, by the indent. */
export function bracketed(
  parameters: TypeParameters,
  indent = 0,
): { readonly flat: Text<"code">; readonly broken: Text<"code"> } {
  const all = [parameters ?? []].flat();
  if (all.length === 0) return { flat: code``, broken: code`` };
  const lines = all.map((each) => parameterLine(each, indent + 2));
  return {
    flat: code`<${join(all.map(flatParameter), ", ")}>`,
    broken: broken(code`<`, lines, code`>`, indent),
  };
}

function flatParameter(parameter: Safe | Constrained): Text<"code"> {
  if (typeof parameter === "string") return code`${parameter}`;
  const { name, base, otherwise } = parameter;
  return code`${name} extends ${flatType(base)} = ${otherwise}`;
}

/** Where it does not fit, its default goes to a line of its own, or its base opens its arguments. */
function parameterLine(parameter: Safe | Constrained, indent: number): Text<"code"> {
  const flat = flatParameter(parameter);
  if (typeof parameter === "string" || indent + flat.length + 1 <= width) return flat;
  const { name, base, otherwise } = parameter;
  const lead = code`${name} extends ${flatType(base)} =`;
  if (indent + lead.length <= width) return code`${lead}\n${spaces(indent + 2)}${otherwise}`;
  return code`${name} extends ${applied(base, width, 0, indent)} = ${otherwise}`;
}

/**
 * `export type NAME<PARAMETERS> = A | B;`: on one line, else a member per line; a single member goes
 * to a line of its own, or opens its arguments.
 */
export function typeAlias(
  name: Safe,
  parameters: TypeParameters,
  members: readonly Applied[],
): Text<"code"> {
  const brackets = bracketed(parameters);
  const inline = code`${name}${brackets.flat}`;
  const union = join(members.map(flatType), " | ");
  const flat = code`export type ${inline} = ${union};`;
  if (flat.length <= width) return flat;
  // The parameters open only where the first line has no room for them.
  const [only, ...others] = members;
  const opening = others.length > 0 ? `export type ${inline} = ` : `export type ${inline} =`;
  const fits = brackets.flat === "" || opening.length <= width;
  const lead = code`export type ${fits ? inline : code`${name}${brackets.broken}`} =`;
  if (!fits && "> = ;".length + union.length <= width) return code`${lead} ${union};`;
  if (only === undefined || others.length > 0)
    return code`${lead}${join(
      members.map((member, index) => {
        const semicolon = index === members.length - 1 ? 1 : 0;
        return code`\n  | ${applied(member, 4, semicolon, 4)}`;
      }),
      "",
    )};`;
  if (!fits) return code`${lead} ${applied(only, "> = ".length, 1, 0)};`;
  const opens = only.args.length > 0 && `${lead} ${only.name}<`.length <= width;
  if (opens) return code`${lead} ${applied(only, width, 1, 0)};`;
  return code`${lead}\n  ${applied(only, 2, 1, 2)};`;
}

/** `export type HEAD = A &\n  B;` */
export function intersection(head: Safe, members: readonly Applied[]): Text<"code"> {
  const lead = code`export type ${head} =`;
  const flat = code`${lead} ${join(members.map(flatType), " & ")};`;
  if (flat.length <= width) return flat;
  const [first, ...others] = members;
  if (first === undefined) return flat;
  const beside = lead.length + 1 + flatType(first).length + " &".length <= width;
  const indent = beside ? 2 : 4;
  const rest = others.map(
    (member) => code` &\n${spaces(indent)}${applied(member, indent, " &".length, indent)}`,
  );
  return code`${lead}${beside ? code` ` : code`\n  `}${flatType(first)}${join(rest, "")};`;
}

/** `name?: Type | undefined;` as a member of an interface. */
export function optionalMember(name: Safe, type: Safe): Text<"code"> {
  const flat = code`  ${name}?: ${type} | undefined;\n`;
  if (flat.length - 1 <= width) return flat;
  return code`  ${name}?:\n    | ${type}\n    | undefined;\n`;
}

/** `export function name<V>(client: C, request: R): Call<X> {`, broken where it has to be. */
export function functionHead(
  name: Safe,
  typeParameters: TypeParameters,
  parameters: readonly Safe[],
  returned: Safe | Applied,
): Text<"code"> {
  const lead = code`export function ${name}`;
  const brackets = bracketed(typeParameters);
  const flat = code`): ${flatType(returned)}`;
  // On a line of its own, the type that it returns may have to open its arguments.
  const close = flat.length + 2 <= width ? flat : code`): ${applied(returned, 3, 2, 0)}`;
  const open = code`${lead}${brackets.flat}(`;
  if (brackets.flat === "" || open.length <= width)
    return list(open, parameters, close, { after: 2 });
  // The bracket that closes stands before the parameters of the function.
  const opened = brackets.broken.slice(0, -1) as Text<"code">;
  return code`${lead}${opened}${list(code`>(`, parameters, close, { after: 2 })}`;
}

/** `export interface Name<V> extends Base`, without its braces. */
export function interfaceHead(
  name: Safe,
  parameters: TypeParameters,
  base: Safe | undefined,
): Text<"code"> {
  const tail = base === undefined ? code`` : code` extends ${base}`;
  const lead = code`export interface ${name}`;
  const brackets = bracketed(parameters);
  const flat = code`${lead}${brackets.flat}${tail}`;
  if (brackets.flat === "" || flat.length + 2 <= width) return flat;
  return code`${lead}${brackets.broken}${tail}`;
}

export function spaces(count: number): Text<"code"> {
  return " ".repeat(count) as Text<"code">;
}

/** `export type NAME = CHECK ? YES : NO;`: on one line, else a branch per line. */
export function conditionalAlias(head: Safe, check: Safe, yes: Safe, no: Safe): Text<"code"> {
  const lead = code`export type ${head} =`;
  const flat = code`${check} ? ${yes} : ${no};`;
  if (lead.length + 1 + flat.length <= width) return code`${lead} ${flat}`;
  if (lead.length + 1 + check.length <= width)
    return code`${lead} ${check}\n  ? ${yes}\n  : ${no};`;
  if (2 + flat.length <= width) return code`${lead}\n  ${flat}`;
  return code`${lead}\n  ${check}\n    ? ${yes}\n    : ${no};`;
}
