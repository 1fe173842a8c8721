import { code, join, type Text } from "../text.js";
import { codeOf, type Doc, group, indent, line, lineBreak, type Safe, width } from "./doc.js";
import { choices, typeArguments } from "./lists.js";

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

/** The type, with an argument a line where it does not fit. */
export function typeDoc(type: Safe | Applied | Union): Doc<Safe> {
  if (typeof type === "string") return type;
  if ("union" in type) return group(choices(type.union, false));
  if (type.args.length === 0) return type.name;
  // A mere name as the only argument stays where it is.
  const [only] = type.args;
  if (type.args.length === 1 && typeof only === "string" && /^\w+$/.test(only))
    return code`${type.name}<${only}>`;
  return [type.name, typeArguments(type.args.map(typeDoc))];
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

/** A declaration up to its type parameters. */
export interface Head {
  readonly doc: Doc<Safe>;
  /** On one line. */
  readonly flat: Text<"code">;
  /** Whether its parameters stand on lines of their own. */
  readonly opens: boolean;
}

/**
 * `lead` with the parameters in their brackets, which open only where what has to stand `behind` them
 * on the same line has no room. `at` is the indent of the declaration.
 */
export function headOf(lead: Safe, parameters: TypeParameters, behind: string, at = 0): Head {
  const all = [parameters ?? []].flat();
  if (all.length === 0) return { doc: lead, flat: code`${lead}`, opens: false };
  const flat = code`${lead}<${join(all.map(flatParameter), ", ")}>`;
  const opens = at + flat.length + behind.length > width;
  if (!opens) return { doc: flat, flat, opens };
  const lines = all.map((each) => [lineBreak, parameterDoc(each, at + 2), code`,`]);
  return { doc: [code`${lead}<`, indent(lines), lineBreak, code`>`], flat, opens };
}

function flatParameter(parameter: Safe | Constrained): Text<"code"> {
  if (typeof parameter === "string") return code`${parameter}`;
  const { name, base, otherwise } = parameter;
  return code`${name} extends ${flatType(base)} = ${otherwise}`;
}

/** Where it does not fit, its default goes to a line of its own, or its base opens its arguments. */
function parameterDoc(parameter: Safe | Constrained, at: number): Doc<Safe> {
  if (typeof parameter === "string") return parameter;
  const { name, base, otherwise } = parameter;
  const lead = code`${name} extends ${flatType(base)} =`;
  if (at + lead.length <= width) return group([lead, indent([line, otherwise])]);
  return [code`${name} extends `, typeDoc(base), code` = ${otherwise}`];
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
  const [only, ...others] = members;
  const lead = code`export type ${name}`;
  if (only === undefined || others.length > 0) {
    const head = headOf(lead, parameters, " = ");
    return codeOf([head.doc, code` = `, union(members.map(typeDoc)), code`;`]);
  }
  const head = headOf(lead, parameters, " =");
  const type: Doc<Safe> = [typeDoc(only), code`;`];
  const isBeside =
    head.opens || (only.args.length > 0 && `${head.flat} = ${only.name}<`.length <= width);
  return codeOf([head.doc, code` =`, isBeside ? [code` `, type] : group(indent([line, type]))]);
}

/** `A | B` behind what it is given to, or each on a line of its own. */
function union(of: readonly Doc<Safe>[]): Doc<Safe> {
  return group(indent(choices(of.map(indent), true)));
}

/** `export type HEAD = A &\n  B;` */
export function intersection(head: Safe, members: readonly Applied[]): Text<"code"> {
  const lead = code`export type ${head} =`;
  const [first, ...others] = members;
  const flat = code`${lead} ${join(members.map(flatType), " & ")};`;
  if (first === undefined || flat.length <= width) return flat;
  const rest = others.map((member): Doc<Safe> => [code` &`, lineBreak, typeDoc(member)]);
  if (`${lead} ${flatType(first)} &`.length <= width)
    return codeOf([lead, code` ${flatType(first)}`, indent(rest), code`;`]);
  return codeOf([lead, indent([lineBreak, flatType(first), indent(rest)]), code`;`]);
}

/** `name?: Type | undefined;` as a member of an interface, indented by two. */
export function optionalMember(name: Safe, type: Safe): Text<"code"> {
  const either = union([type, code`undefined`]);
  return code`  ${codeOf([code`${name}?: `, either, code`;`], 2)}\n`;
}

/** `export interface Name<V> extends Base`, without its braces. */
export function interfaceHead(
  name: Safe,
  parameters: TypeParameters,
  base: Safe | undefined,
): Text<"code"> {
  const tail = base === undefined ? code`` : code` extends ${base}`;
  const head = headOf(code`export interface ${name}`, parameters, `${tail} {`);
  return codeOf([head.doc, tail]);
}

/** `export type NAME<PARAMETERS> = BASE & { … };`, a member a line. */
export function extendedAlias(
  name: Safe,
  parameters: TypeParameters,
  base: Safe,
  members: readonly Text<"code" | "comment">[],
): Text<"code"> {
  const tail = code` & {`;
  const head = headOf(code`export type ${name}`, parameters, " =");
  const isBeside = head.opens || `${head.flat} = ${base}${tail}`.length <= width;
  const inner = members.map((member): Doc<Safe> => [lineBreak, code`${member}`]);
  const type: Doc<Safe> = [base, tail, indent(inner), lineBreak, code`};`];
  return codeOf([head.doc, code` =`, isBeside ? [code` `, type] : indent([lineBreak, type])]);
}

/** `export type NAME = CHECK ? YES : NO;`: on one line, else a branch per line. */
export function conditionalAlias(head: Safe, check: Safe, yes: Safe, no: Safe): Text<"code"> {
  const lead = code`export type ${head} =`;
  const branches = indent<Safe>([line, code`? ${yes}`, line, code`: ${no};`]);
  const isBeside = `${lead} ${check}`.length <= width;
  const type = group<Safe>([check, branches]);
  return codeOf([lead, isBeside ? [code` `, type] : indent([lineBreak, type])]);
}
