import { code, join, type Text } from "../text.js";
import {
  codeOf,
  type Doc,
  flatCode,
  group,
  ifBroken,
  indent,
  line,
  type Safe,
  softLine,
  width,
} from "./doc.js";
import { list } from "./lists.js";
import { type Applied, headOf, typeDoc, type TypeParameters } from "./types.js";

/** `export function name<V>(client: C, request: R): Call<X> {`, broken where it has to be. */
export function functionHead(
  name: Safe,
  typeParameters: TypeParameters,
  parameters: readonly Doc<Safe>[],
  returned: Safe | Applied,
): Text<"code"> {
  const { doc } = headOf(code`export function ${name}`, typeParameters, "(");
  return codeOf([doc, signature(parameters, returned, code` {`)]);
}

/** `name<V>(request: R): Call<X>;` as a member of an interface, indented by two. */
export function methodMember(
  name: Safe,
  typeParameters: TypeParameters,
  parameters: readonly Doc<Safe>[],
  returned: Safe | Applied,
): Text<"code"> {
  const { doc } = headOf(name, typeParameters, "(", 2);
  return code`  ${codeOf([doc, signature(parameters, returned, code`;`)], 2)}`;
}

/** What is returned opens its arguments only where it does not fit behind the bracket either. */
function signature(
  parameters: readonly Doc<Safe>[],
  returned: Safe | Applied,
  end: Safe,
): Doc<Safe> {
  return list(code`(`, parameters, [code`): `, typeDoc(returned), end]);
}

/**
 * A call with all arguments on one line; else the last one, if it is an object, opened on the line
 * of the others; else an argument per line. `before` are the columns in front of it.
 */
export function callExpression(
  name: Safe,
  args: readonly Doc<Safe>[],
  members: readonly Doc<Safe>[] | undefined,
  before: number,
): Doc<Safe> {
  if (members === undefined) return list(code`${name}(`, args, code`)`);
  const object = list(code`{`, members, code`}`, true);
  const flatArgs = args.map((arg) => flatCode(arg));
  const head = code`${name}(${join(flatArgs, ", ")}, `;
  const isBeside = before + `${head}{`.length <= width;
  return isBeside ? [head, object, code`)`] : list(code`${name}(`, [...args, object], code`)`);
}

/** Items of a list of numbers and the like: as many on a line as there is room for. */
export function filledList(items: readonly Safe[]): Doc<Safe> {
  const last = items.length - 1;
  const parts = items.map((item, index): Doc<Safe> => {
    const part = index < last ? code`${item},` : item;
    return index === 0 ? part : group([line, part]);
  });
  return group([code`[`, indent([softLine, parts]), ifBroken(code`,`), softLine, code`]`]);
}
